internal import Foundation

extension JSON {
    /// The value as text: two spaces deeper a level, short arrays and objects of plain values on one line.
    public func text() -> String {
        var text: [UInt8] = []
        write(to: &text, level: 0)
        return String(decoding: text, as: UTF8.self)
    }

    private func write(to text: inout [UInt8], level: Int) {
        switch self {
        case .null: text.append("null")
        case .bool(let value): text.append(value ? "true" : "false")
        case .integer(let value): text.append(String(value))
        case .number(let value): Self.write(value, to: &text)
        case .string(let value): Self.write(value, to: &text)
        case .array(let values):
            let lines = TextLines(areMany: values.contains { !$0.isPlain }, level: level)
            text.append("[")
            for (index, value) in values.enumerated() {
                lines.begin(index, in: &text)
                value.write(to: &text, level: level + 1)
            }
            lines.end(in: &text)
            text.append("]")
        case .object(let members):
            let lines = TextLines(areMany: members.contains { !$0.value.isPlain }, level: level)
            text.append("{")
            for (index, member) in members.enumerated() {
                lines.begin(index, in: &text)
                Self.write(member.key, to: &text)
                text.append(": ")
                member.value.write(to: &text, level: level + 1)
            }
            lines.end(in: &text)
            text.append("}")
        }
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    /// 12 significant digits, so that the last bits of a machine's arithmetic do not show.
    private static func write(_ value: Double, to text: inout [UInt8]) {
        guard value.isFinite else { return text.append("null") }
        if value == value.rounded(), abs(value) < 1e12 { return text.append(String(Int(value))) }
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { bytes in
            guard let first = bytes.baseAddress, let end = gcvt(value, 12, first) else { return }
            for byte in UnsafeBufferPointer(start: end, count: strlen(end)) { text.append(UInt8(bitPattern: byte)) }
        }
    }

    private static func write(_ string: String, to text: inout [UInt8]) {
        text.append("\"")
        defer { text.append("\"") }
        guard !string.utf8.allSatisfy(isWrittenAsItIs) else { return text.append(contentsOf: string.utf8) }
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): text.append("\\\"")
            case UInt8(ascii: "\\"): text.append("\\\\")
            case UInt8(ascii: "\n"): text.append("\\n")
            case UInt8(ascii: "\r"): text.append("\\r")
            case UInt8(ascii: "\t"): text.append("\\t")
            case ..<0x20: text.append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: text.append(byte)
            }
        }
    }

    private static func isWrittenAsItIs(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}

/// The lines of an array or an object: one an item, or one alone for all.
private struct TextLines {
    let areMany: Bool
    let level: Int

    func begin(_ index: Int, in text: inout [UInt8]) {
        if index > 0 { text.append(areMany ? "," : ", ") }
        if areMany { text.append(lineOfLevel: level + 1) }
    }

    func end(in text: inout [UInt8]) {
        if areMany { text.append(lineOfLevel: level) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ string: StaticString) {
        string.withUTF8Buffer { append(contentsOf: $0) }
    }

    fileprivate mutating func append(_ string: String) { append(contentsOf: string.utf8) }

    fileprivate mutating func append(lineOfLevel level: Int) {
        append(UInt8(ascii: "\n"))
        append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
    }
}
