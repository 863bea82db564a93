/// What a template can ask for under a name, without the values themselves.
indirect enum TemplateShape: Equatable, Sendable {
    /// A text.
    case text
    /// A yes or no, for sections.
    case flag
    /// A text that may be there and never was; sections and lists are all seen, so that what is within them is known.
    case unseen
    /// A section repeated for each item.
    case list([String: TemplateShape])
    /// A section shown once, if it is there.
    case object([String: TemplateShape])

    init(_ value: TemplateValue) {
        switch value {
        case .text: self = .text
        case .flag(let isSet): self = isSet ? .flag : .unseen
        case .list(let items): self = .list(items.map(Self.names).reduce([:], Self.merged))
        case .object(let values): self = .object(Self.names(values))
        }
    }

    /// The shapes of all `values`.
    static func names(_ values: [String: TemplateValue]) -> [String: TemplateShape] {
        values.mapValues(TemplateShape.init)
    }

    static func merged(_ one: [String: TemplateShape], _ other: [String: TemplateShape]) -> [String: TemplateShape] {
        one.merging(other) { $0.merged(with: $1) }
    }

    /// What is known of both.
    func merged(with other: TemplateShape) -> TemplateShape {
        switch (self, other) {
        case (.list(let one), .list(let other)): .list(Self.merged(one, other))
        case (.object(let one), .object(let other)): .object(Self.merged(one, other))
        case (.unseen, _), (.flag, .text), (.flag, .list), (.flag, .object): other
        default: self
        }
    }

    /// The names within a section; none of a text, or of a yes or no.
    var children: [String: TemplateShape] {
        switch self {
        case .text, .flag, .unseen: [:]
        case .list(let names), .object(let names): names
        }
    }

    fileprivate var word: String {
        switch self {
        case .text: "text"
        case .flag: "yes or no"
        case .unseen: "optional"
        case .list: "list"
        case .object: "section"
        }
    }

    fileprivate init?(word: String) {
        switch word {
        case "text", "HTML": self = .text
        case "yes or no": self = .flag
        case "optional": self = .unseen
        case "list": self = .list([:])
        case "section": self = .object([:])
        default: return nil
        }
    }
}

/// Every value that each template gets: written into `Templates/REFERENCE.md`, and read from there to check templates.
struct TemplateReference: Equatable, Sendable {
    /// What every page gives.
    var shared: [String: TemplateShape] = [:]
    /// What the pages of a template give beside that, by the template's name.
    var templates: [String: [String: TemplateShape]] = [:]

    /// Takes in what one page gave.
    mutating func add(_ template: String, shared: [String: TemplateValue], own: [String: TemplateValue]) {
        self.shared = TemplateShape.merged(self.shared, TemplateShape.names(shared))
        templates[template] = TemplateShape.merged(templates[template] ?? [:], TemplateShape.names(own))
    }

    /// Everything that a page of `template` can ask for.
    func names(of template: String) -> [String: TemplateShape] {
        shared.merging(templates[template] ?? [:]) { $1 }
    }
}

extension TemplateReference {
    /// The reference as Markdown, a table a template.
    /// - Parameter markup: Names that built-in templates write with three braces.
    func markdown(markup: Set<String>) -> String {
        let tables = templates.sorted { $0.key < $1.key }.map { name, values in
            Self.table("`\(name).mustache`", values.filter { shared[$0.key] == nil }, markup)
        }
        return Self.introduction + "\n" + Self.table("Every page", shared, markup) + tables.joined()
    }

    private static let introduction = """
        # What templates get

        A file in a site's own `Templates/` replaces the built-in one of the same name; `huni init --templates` copies all of
        them there. They are [Mustache](https://mustache.github.io/mustache.5.html). `{{t.…}}` is a text of the program in the
        page's language. A list is repeated for each of its items, a section shown once if it is there: within
        `{{#name}} … {{/name}}` the values behind its dot are known, and all those around it. A text may be left out, too:
        `{{#name}} … {{/name}}` shows what lies between only where there is one. HTML is written with three braces.

        A name that is not in these tables, or a partial that there is not, stops the build. The tables are made from what
        pages really give.

        """

    private static func table(_ title: String, _ values: [String: TemplateShape], _ markup: Set<String>) -> String {
        let rows = rows(values, below: "", markup)
        guard !rows.isEmpty else { return "## \(title)\n\nNothing of its own.\n\n" }
        return "## \(title)\n\n| value | kind |\n| --- | --- |\n\(rows.joined(separator: "\n"))\n\n"
    }

    private static func rows(_ values: [String: TemplateShape], below path: String, _ markup: Set<String>) -> [String] {
        values.sorted { $0.key < $1.key }.flatMap { name, shape in
            let word = shape == .text && markup.contains(name) ? "HTML" : shape.word
            return ["| `\(path)\(name)` | \(word) |"] + rows(shape.children, below: "\(path)\(name).", markup)
        }
    }

    /// Reads what ``markdown(markup:)`` has written.
    init(markdown: String) {
        var template: String?
        for line in markdown.split(separator: "\n") {
            let ticked = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
            if line.hasPrefix("## ") {
                template = ticked.count > 1 ? String(ticked[1].dropLast(".mustache".count)) : nil
                if let template { templates[template] = [:] }
            } else if line.hasPrefix("| `"), ticked.count > 2,
                let shape = TemplateShape(
                    word: ticked[2].split(separator: "|").map(\.trimmed).first { !$0.isEmpty } ?? ""
                )
            {
                let path = ticked[1].split(separator: ".").map(String.init)
                if let template {
                    Self.set(shape, at: path[...], in: &templates[template, default: [:]])
                } else {
                    Self.set(shape, at: path[...], in: &shared)
                }
            }
        }
    }

    private static func set(
        _ shape: TemplateShape,
        at path: ArraySlice<String>,
        in names: inout [String: TemplateShape]
    ) {
        guard let name = path.first else { return }
        guard path.count > 1, let parent = names[name] else {
            names[name] = shape
            return
        }
        var children = parent.children
        set(shape, at: path.dropFirst(), in: &children)
        if case .list = parent { names[name] = .list(children) } else { names[name] = .object(children) }
    }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
