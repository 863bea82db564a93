internal import Diagnostics

/// Reads what stands between the braces of an insertion: a name, then `name="value"` any number of times.
struct InsertionReader {
    private let bytes: [UInt8]
    private let start: SourcePosition
    private var index = 2

    /// - Parameters:
    ///   - source: With its braces.
    ///   - start: Where the first brace stands.
    init(_ source: String, at start: SourcePosition) {
        bytes = Array(source.utf8)
        self.start = start
    }

    /// - Throws: `Failure` where it is in another form.
    mutating func read() throws(Failure) -> Insertion {
        guard bytes.count >= 4, bytes.suffix(2) == Array("}}".utf8)[...] else {
            throw fault("'{{' begins a number of the report, and there is no '}}' on its line", at: 0)
        }
        skipSpaces()
        let place = index
        let name = word()
        guard !name.isEmpty else { throw fault("the name of a number is missing", at: place) }
        var attributes: [Insertion.Attribute] = []
        skipSpaces()
        while index < bytes.count - 2 {
            let attribute = try attribute()
            guard !attributes.contains(where: { $0.name == attribute.name }) else {
                throw Failure(
                    at: attribute.position,
                    "'\(attribute.name)' is written twice",
                    remedy: "Keep one of the two."
                )
            }
            attributes.append(attribute)
            skipSpaces()
        }
        return Insertion(name: name, attributes: attributes, position: position(place))
    }

    private mutating func attribute() throws(Failure) -> Insertion.Attribute {
        let place = index
        let name = word()
        guard !name.isEmpty, bytes[index] == UInt8(ascii: "=") else {
            throw fault("this is no detail of a number", at: place)
        }
        index += 1
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = index
            let value = word()
            guard !value.isEmpty else { throw fault("'\(name)' has no value", at: place) }
            return Insertion.Attribute(
                name: name,
                value: value,
                position: position(place),
                valuePosition: position(start)
            )
        }
        let start = index + 1
        guard let end = bytes[start...].firstIndex(of: quote), end < bytes.count - 2 else {
            throw fault("the quote is not closed", at: index)
        }
        index = end + 1
        return Insertion.Attribute(
            name: name,
            value: String(decoding: bytes[start..<end], as: UTF8.self),
            position: position(place),
            valuePosition: position(start)
        )
    }

    private mutating func skipSpaces() {
        while bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    }

    /// Letters, digits, `_`, `-`, `.`, `/`, and whatever is no ASCII.
    private mutating func word() -> String {
        let start = index
        while index < bytes.count - 2, Self.isWord(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        return byte >= 0x80 || letters.contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || "_-./".utf8.contains(byte)
    }

    private func position(_ index: Int) -> SourcePosition {
        var position = start
        position.column = position.column.map { $0 + index }
        return position
    }

    private func fault(_ message: String, at index: Int) -> Failure {
        Failure(
            at: position(index),
            message,
            remedy: "Write it as in {{ rate stage=\"interest\" }}, or in backquotes if the braces are meant as text."
        )
    }
}
