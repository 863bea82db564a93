/// Markup being written: one element a line, attributes in the order they are given.
struct Markup {
    private(set) var lines: [String] = []

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// A line as it is.
    mutating func line(_ text: String) {
        lines.append(text)
    }

    /// An element without content that belongs to SVG.
    mutating func mark(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        lines.append("<\(name)\(written(attributes))/>")
    }

    /// The same, of attributes that depend on the mark.
    mutating func mark(_ name: String, _ attributes: [(String, String)]) {
        lines.append("<\(name)\(written(attributes))/>")
    }

    /// An element around what `content` writes.
    mutating func element(
        _ name: String,
        _ attributes: KeyValuePairs<String, String> = [:],
        _ content: (inout Markup) -> Void
    ) {
        lines.append("<\(name)\(written(attributes))>")
        content(&self)
        lines.append("</\(name)>")
    }

    /// An element around a text, on one line. The text is escaped here.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        element(name, attributes, markup: escaped(text))
    }

    /// The same, of attributes that depend on the text.
    mutating func element(_ name: String, _ attributes: [(String, String)], text: String) {
        lines.append("<\(name)\(written(attributes))>\(escaped(text))</\(name)>")
    }

    /// An element around markup that is safe already, on one line.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], markup: String) {
        lines.append("<\(name)\(written(attributes))>\(markup)</\(name)>")
    }

    private func written(_ attributes: KeyValuePairs<String, String>) -> String {
        written(attributes.map { ($0.key, $0.value) })
    }

    private func written(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    }
}

/// `text` with the five characters replaced that mean something in HTML, for element content and attribute values.
public func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// Tenths of `value`, rounded half away from zero: the grid that every written position lies on.
func tenths(_ value: Double) -> Int {
    Int((value * 10).rounded())
}

/// `value` with one decimal; zero has no sign.
func oneDecimal(_ value: Double) -> String {
    let tenths = tenths(value)
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// A position in a track that has no fixed width.
func percent(_ value: Double) -> String {
    oneDecimal(value) + "%"
}
