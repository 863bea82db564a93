/// Texts as YAML has them.
enum YAMLWords {
    /// `text` as a value or a key within braces: plain where it can be, else in double quotes.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// One text alone, several in brackets.
    static func list(_ texts: [String]) -> String {
        texts.count == 1 ? scalar(texts[0]) : "[" + texts.map(scalar).joined(separator: ", ") + "]"
    }

    /// `{ key: value, … }`; the values are YAML already.
    static func map(_ pairs: [(key: String, value: String)]) -> String {
        "{ " + pairs.map { "\(scalar($0.key)): \($0.value)" }.joined(separator: ", ") + " }"
    }

    /// A mapping that follows `key:`, on its line where it fits, else a line a pair.
    static func lines(_ key: String, _ pairs: [(key: String, value: String)]) -> [String] {
        let line = "\(key): \(map(pairs))"
        if line.count <= 100 { return [line] }
        return ["\(key):"] + pairs.map { "  \(scalar($0.key)): \($0.value)" }
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        guard isLetterOrDigit(first) || first == "_" || first == "/", last != " ", last != ":" else { return false }
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        if words.contains(text.lowercased()) || isNumber(text) { return false }
        return text.unicodeScalars.allSatisfy { isLetterOrDigit($0) || " _-./*+()%".unicodeScalars.contains($0) }
    }

    /// Whether YAML may take it for a number or a date.
    private static func isNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, first &- UInt8(ascii: "0") <= 9 else { return false }
        return text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 || "._-+exobEXOB".utf8.contains($0) }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\t": quoted += "\\t"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\u{0}"..<" ", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
