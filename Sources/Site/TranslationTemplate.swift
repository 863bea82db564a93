internal import Diagnostics
internal import Yams

/// What a translator begins with: the English texts by their names, each behind a `#`.
struct TranslationTemplate {
    let language: String
    let text: String

    init(language: String) throws(Failure) {
        self.language = language
        let categories = PluralRules(language: language).categories
        var lines = Self.heading(language, categories)
        var groups: [Substring] = []
        for (name, node) in try Phrasebook.texts(of: "en") {
            let parts = name.split(separator: ".")
            let above = parts.dropLast()
            let shared = zip(groups, above).prefix { $0 == $1 }.count
            for depth in shared..<above.count { lines.append(Self.indent(depth) + "\(above[depth]):") }
            groups = Array(above)
            lines.append("\(Self.indent(above.count))# \(parts[parts.count - 1]): \(Self.value(node, categories))")
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func heading(_ language: String, _ categories: [PluralCategory]) -> [String] {
        let forms = categories.map(\.rawValue).joined(separator: ", ")
        return [
            "# The texts of the report in the language '\(language)'. Keep this file as i18n/\(language).yaml, and add the language",
            "# to `languages` in huni.yaml.",
            "# Translate a line and take its # away; for lines that keep it, English stands, and `huni check` says so.",
            "# {name} stands for a value: keep it, and let it take no ending. Names of stages stand in huni.yaml.",
            "# Where a text goes with a number, it is one text for all numbers, or a form each of: \(forms).",
            "# locale: whose numbers, dates and order are used, e.g. de_AT; without it the language's own.",
        ]
    }

    private static func value(_ node: Node, _ categories: [PluralCategory]) -> String {
        guard let mapping = node.mapping else { return quoted(node.scalar?.string ?? "") }
        let forms = categories.map { category in
            let text = mapping[category.rawValue] ?? mapping["other"]
            return "\(category.rawValue): \(quoted(text?.scalar?.string ?? ""))"
        }
        return "{ \(forms.joined(separator: ", ")) }"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
