internal import Diagnostics
internal import Yams

extension FrontMatterReader {
    /// A text that is not empty.
    mutating func string(_ key: String, _ node: Node) -> String? {
        if let text = Self.written(node) { return text }
        report(
            "'\(key)' must be a text",
            at: node,
            remedy: "Write one behind the colon, in quotes if it holds a colon or brackets, or remove the key."
        )
        return nil
    }

    /// A list of texts, or a single one.
    mutating func texts(_ key: String, _ node: Node) -> [PlacedText] {
        let items = node.sequence.map(Array.init) ?? [node]
        return items.compactMap { item in
            string(key, item).map { placed($0, item) }
        }
    }

    /// A whole number of `range`.
    mutating func number(_ key: String, _ node: Node, in range: ClosedRange<Int>) -> Int? {
        if let text = Self.written(node), let number = Int(text), range.contains(number) { return number }
        report(
            "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound)",
            at: node,
            remedy: "Write it in digits, as in `\(key): \(key == "effort" ? 2 : 20)`."
        )
        return nil
    }

    /// `true` or `false`.
    mutating func truth(_ key: String, _ node: Node) -> Bool? {
        switch Self.written(node) {
        case "true": return true
        case "false": return false
        default:
            report("'\(key)' must be true or false", at: node, remedy: "Write `\(key): true` or remove the line.")
            return nil
        }
    }

    /// A week or a day.
    mutating func weekOrDate(_ key: String, _ node: Node) -> WeekOrDate? {
        if let text = Self.written(node), let value = WeekOrDate(text) { return value }
        report(
            "'\(key)' must be a week or a date that exists",
            at: node,
            remedy: "Write it as in `\(key): 2026-W47` or `\(key): 2026-11-16`."
        )
        return nil
    }

    /// What stands there, in whatever quotes; `nil` where there is nothing, a list or a mapping.
    private static func written(_ node: Node) -> String? {
        guard let scalar = node.scalar, node.null == nil else { return nil }
        let text = scalar.string.trimmed
        return text.isEmpty ? nil : text
    }
}
