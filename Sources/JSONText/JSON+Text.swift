internal import Foundation

extension JSON {
    /// The value as text: two spaces deeper a level, short arrays and objects of plain values on one line.
    public func text() -> String {
        var text = ""
        write(to: &text, indent: "")
        return text
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += Self.digits(value)
        case .string(let value): text += Self.quoted(value)
        case .array(let values):
            list(values.map { ("", $0) }, "[", "]", to: &text, indent: indent)
        case .object(let members):
            list(members.map { ("\(Self.quoted($0.key)): ", $0.value) }, "{", "}", to: &text, indent: indent)
        }
    }

    private func list(
        _ items: [(key: String, value: JSON)],
        _ open: String,
        _ close: String,
        to text: inout String,
        indent: String
    ) {
        let isFlat = items.allSatisfy { $0.value.isPlain }
        let deeper = indent + "  "
        text += open
        for (index, item) in items.enumerated() {
            text += index == 0 ? "" : isFlat ? ", " : ","
            text += isFlat ? "" : "\n" + deeper
            text += item.key
            item.value.write(to: &text, indent: deeper)
        }
        text += isFlat || items.isEmpty ? close : "\n" + indent + close
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    /// 12 significant digits, so that the last bits of a machine's arithmetic do not show.
    private static func digits(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let text = String(unsafeUninitializedCapacity: 32) { bytes in
            withVaList([value]) { list in
                bytes.withMemoryRebound(to: CChar.self) { Int(vsnprintf($0.baseAddress, $0.count, "%.12g", list)) }
            }
        }
        return text == "-0" ? "0" : text
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..<"\u{20}":
                quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
