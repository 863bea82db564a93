internal import Mustache

/// What a template can ask for under a name.
indirect enum TemplateValue: Sendable {
    /// Text, or markup that the template takes with three braces.
    case text(String)
    /// A yes or no, for sections.
    case flag(Bool)
    /// A section repeated for each.
    case list([[String: TemplateValue]])
    /// A section shown once, its names on top of those around it.
    case object([String: TemplateValue])

    /// `absent` where there is no text.
    static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? absent }

    /// Known, but not there: its sections are left out.
    static let absent = TemplateValue.flag(false)
}

/// Names that templates asked for in vain.
final class MissingNames {
    var names: [String] = []
}

/// A mapping as the template engine sees it; the outermost one takes down names that nobody knows.
struct TemplateObject: MustacheParent {
    private let values: [String: TemplateValue]
    private let missing: MissingNames?

    init(_ values: [String: TemplateValue], missing: MissingNames? = nil) {
        self.values = values
        self.missing = missing
    }

    func child(named name: String) -> Any? {
        guard let value = values[name] else {
            missing?.names.append(name)
            return nil
        }
        switch value {
        case .text(let text): return text
        case .flag(let flag): return flag
        case .list(let items): return items.map { TemplateObject($0) }
        case .object(let values): return TemplateObject(values)
        }
    }
}

/// The phrasebook as templates see it: `{{t.week.pager}}`.
struct TemplatePhrases: MustacheParent {
    let phrasebook: Phrasebook
    var path = ""
    let missing: MissingNames

    func child(named name: String) -> Any? {
        let longer = path.isEmpty ? name : "\(path).\(name)"
        if let text = phrasebook.text(longer) { return text }
        if phrasebook.hasTexts(below: longer) {
            return TemplatePhrases(phrasebook: phrasebook, path: longer, missing: missing)
        }
        missing.names.append("t.\(longer)")
        return nil
    }
}
