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
        case .array(let values): write(values, key: { _ in nil }, value: \.self, "[", "]", to: &text, level)
        case .object(let members): write(members, key: \.key, value: \.value, "{", "}", to: &text, level)
        }
    }

    private func write<Item>(
        _ items: [Item],
        key: (Item) -> String?,
        value: (Item) -> JSON,
        _ open: StaticString,
        _ close: StaticString,
        to text: inout [UInt8],
        _ level: Int
    ) {
        let isFlat = items.allSatisfy { value($0).isPlain }
        text.append(open)
        for (index, item) in items.enumerated() {
            if index > 0 { text.append(isFlat ? ", " : ",") }
            if !isFlat { text.append(lineOfLevel: level + 1) }
            if let key = key(item) {
                Self.write(key, to: &text)
                text.append(": ")
            }
            value(item).write(to: &text, level: level + 1)
        }
        if !isFlat { text.append(lineOfLevel: level) }
        text.append(close)
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
            let count = withVaList([value]) { vsnprintf(bytes.baseAddress, bytes.count, "%.12g", $0) }
            for index in 0..<Int(count) { text.append(UInt8(bitPattern: bytes[index])) }
        }
    }

    private static func write(_ string: String, to text: inout [UInt8]) {
        text.append("\"")
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
        text.append("\"")
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
