internal import Diagnostics
internal import Yams

/// The texts of one language, by names such as `week.h1`.
struct Phrasebook: Sendable {
    private let phrases: [String: Phrase]
    private let rules: PluralRules
    /// The texts that stand for those that the language lacks.
    private let fallback: [String: Phrase]
    private let fallbackRules: PluralRules
    let language: String

    /// The languages whose texts are built in.
    static let builtIn = ["tr", "en"]

    /// The texts of `language`: the site's own where it has some, else the built-in ones. English ones stand for those
    /// that are missing.
    /// - Throws: `Failure` where the built-in ones are no proper texts: a fault of the program's own files.
    init(language: String, own: Translation? = nil) throws(Failure) {
        let isWhole = own == nil && Self.builtIn.contains(language)
        if let own { phrases = own.phrases } else { phrases = try Self.phrases(of: language) }
        rules = PluralRules(language: language)
        fallback = isWhole ? [:] : try Self.phrases(of: "en")
        fallbackRules = PluralRules(language: "en")
        self.language = language
    }

    /// The built-in texts of a language; none of others.
    static func phrases(of language: String) throws(Failure) -> [String: Phrase] {
        guard builtIn.contains(language) else { return [:] }
        var phrases: [String: Phrase] = [:]
        for (name, node) in try texts(of: language) { phrases[name] = phrase(node) }
        return phrases
    }

    /// The built-in texts of a language in the order of their file, each a text or the forms of one.
    static func texts(of language: String) throws(Failure) -> [(name: String, node: Node)] {
        let bytes = language == "tr" ? PackageResources.tr_yaml : PackageResources.en_yaml
        do {
            guard let root = try compose(yaml: String(decoding: bytes, as: UTF8.self)) else {
                throw Failure("no texts for \(language)")
            }
            return leaves(root, under: "")
        } catch {
            throw Failure("the texts for \(language) cannot be read: \(error)")
        }
    }

    private static func leaves(_ node: Node, under path: String) -> [(name: String, node: Node)] {
        guard let mapping = node.mapping, !isPlural(mapping) else { return [(path, node)] }
        return mapping.flatMap { key, value in
            let name = key.scalar?.string ?? ""
            return leaves(value, under: path.isEmpty ? name : "\(path).\(name)")
        }
    }

    private static func isPlural(_ mapping: Node.Mapping) -> Bool {
        mapping["other"] != nil && mapping.keys.allSatisfy { PluralCategory(rawValue: $0.scalar?.string ?? "") != nil }
    }

    private static func phrase(_ node: Node) -> Phrase {
        guard let mapping = node.mapping else { return Phrase(node.scalar?.string ?? "") }
        var forms: [PluralCategory: String] = [:]
        for (key, value) in mapping {
            if let category = PluralCategory(rawValue: key.scalar?.string ?? "") {
                forms[category] = value.scalar?.string
            }
        }
        return Phrase(forms: forms) ?? Phrase("")
    }

    /// Every name that stands for a text.
    var names: [String] { Set(phrases.keys).union(fallback.keys).sorted() }

    /// The locale whose numbers, dates and order the language uses; without a word of it, the language's own.
    var locale: String { own("locale") ?? language.replacing("-", with: "_") }

    func category(of number: PluralNumber) -> PluralCategory { rules.category(of: number) }

    /// Whether any name begins with `path` and a point.
    func hasTexts(below path: String) -> Bool {
        phrases.keys.contains { $0.hasPrefix(path + ".") } || fallback.keys.contains { $0.hasPrefix(path + ".") }
    }

    /// How many texts stand in English because the language lacks them.
    var untranslated: Int { fallback.keys.count { phrases[$0] == nil && $0 != "locale" } }

    /// What the text called `name` asks for, in all of its forms.
    func placeholders(of name: String) -> Set<String> { (phrases[name] ?? fallback[name])?.placeholders ?? [] }

    /// The language's own text called `name`, as it is written; `nil` where English stands for it.
    func own(_ name: String) -> String? { phrases[name]?[.other] }

    /// The text called `name` with its `{…}` filled in; `nil` where there is none of that name.
    ///
    /// - Parameter plural: The number that chooses between forms by the rules of the text's language; without one the
    ///   form for other numbers stands.
    func text(_ name: String, _ values: KeyValuePairs<String, String> = [:], plural: PluralNumber? = nil) -> String? {
        let (own, other) = (phrases[name], fallback[name])
        guard let phrase = own ?? other else { return nil }
        let category = plural.map((own == nil ? fallbackRules : rules).category) ?? .other
        return Self.fill(phrase[category], values)
    }

    /// Left to right, so that a value that holds braces is not filled in again.
    private static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            filled += rest[..<open]
            filled += values.first { $0.key == name }?.value ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
