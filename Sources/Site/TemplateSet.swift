internal import Diagnostics
internal import Mustache
internal import Templates

/// All templates of a site, its own in the place of built-in ones.
struct TemplateSet {
    /// `nil` for the built-in templates alone, which are parsed when the first page asks for them.
    private let ownLibrary: MustacheLibrary?
    private let sources: [String: String]
    private let styleSheet: [UInt8]
    private static let builtInLibrary = parsed(sources(in: builtInTemplates))

    /// Parses all templates, where any is the site's own.
    /// - Parameter own: The site's own files, by name.
    /// - Throws: `Failure` with the faults of all of them.
    init(own: [String: [UInt8]]) throws(Failure) {
        sources = Self.sources(in: builtInTemplates.merging(own, uniquingKeysWith: { $1 }))
        styleSheet = own["style.css"] ?? builtInTemplates["style.css"] ?? []
        guard !own.isEmpty else {
            ownLibrary = nil
            return
        }
        let (library, faults) = Self.parsed(sources)
        var problems = faults
        for file in own.keys.sorted() where builtInTemplates[file] == nil {
            let near = nearestWord(to: file, in: builtInTemplates.keys.sorted()).map { "Did you mean '\($0)'? " } ?? ""
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: "Templates/\(file)"),
                    "no template has this name",
                    remedy: near + "Templates are: \(builtInTemplates.keys.sorted().joined(separator: ", "))."
                )
            )
        }
        if problems.isEmpty { problems = try Self.faults(in: sources) }
        guard problems.isEmpty else { throw Failure(problems) }
        ownLibrary = library
    }

    private static func sources(in files: [String: [UInt8]]) -> [String: String] {
        files.filter { $0.key.hasSuffix(".mustache") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private static func parsed(_ sources: [String: String]) -> (library: MustacheLibrary, problems: [Diagnostic]) {
        var templates: [String: MustacheTemplate] = [:]
        var problems: [Diagnostic] = []
        for (file, text) in sources.sorted(by: { $0.key < $1.key }) {
            do {
                templates[String(file.dropLast(".mustache".count))] = try MustacheTemplate(string: text)
            } catch {
                problems.append(TemplateFault(error, file: file, text: text).diagnostic)
            }
        }
        return (MustacheLibrary(templates: templates), problems)
    }

    private static func faults(in sources: [String: String]) throws(Failure) -> [Diagnostic] {
        TemplateCheck(
            reference: TemplateReference(markdown: String(decoding: templateReference, as: UTF8.self)),
            sources: Dictionary(
                uniqueKeysWithValues: sources.map { (String($0.key.dropLast(".mustache".count)), $0.value) }
            ),
            phrases: try Phrasebook(language: "en").names
        )
        .problems
    }

    /// The site's style sheet.
    var css: [UInt8] { styleSheet }

    /// Fills in the template called `name`.
    /// - Throws: `Failure` where it asks for a name that `values` do not have.
    func render(_ name: String, _ values: [String: TemplateValue], words: Words) throws(Failure) -> [UInt8] {
        let missing = MissingNames()
        let page = PageObject(
            phrases: TemplatePhrases(phrasebook: words.phrasebook, missing: missing),
            values: TemplateObject(values, missing: missing)
        )
        let text = (ownLibrary ?? Self.builtInLibrary.library).render(page, withTemplate: name) ?? ""
        guard missing.names.isEmpty else {
            throw Failure(missing.names.map { diagnostic(forMissing: $0, in: name) })
        }
        return Array(text.utf8)
    }

    private func diagnostic(forMissing value: String, in template: String) -> Diagnostic {
        let places = ["\(template).mustache"] + sources.keys.sorted()
        let file = places.first { sources[$0]?.contains(value) == true } ?? places[0]
        return Diagnostic(
            at: TemplateTags(sources[file] ?? "").first(naming: value).position(in: file),
            "the page has no value called '\(value)'",
            remedy: "`huni help templates` lists the values of each template."
        )
    }
}

/// What a page offers to its template: the phrases as `t`, and its values.
private struct PageObject: MustacheParent {
    let phrases: TemplatePhrases
    let values: TemplateObject

    func child(named name: String) -> Any? {
        name == "t" ? phrases : values.child(named: name)
    }
}
