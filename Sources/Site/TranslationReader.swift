internal import Diagnostics
internal import YAMLText
internal import Yams

/// Holds a site's own texts against the English ones, name by name.
struct TranslationReader {
    let source: YAMLSource
    let english: [String: Phrase]
    private let groups: Set<String>
    let rules: PluralRules
    private(set) var phrases: [String: Phrase] = [:]
    var problems: [Diagnostic] = []

    init(source: YAMLSource, english: [String: Phrase], rules: PluralRules) {
        self.source = source
        self.english = english
        groups = Set(english.keys.flatMap(Self.groups))
        self.rules = rules
    }

    /// Reads the whole file; `nil` is an empty one.
    mutating func read(_ root: Node?) {
        readGroup(root, at: root?.mark, under: "")
        problems.sort { ($0.position?.line ?? 0, $0.message) < ($1.position?.line ?? 0, $1.message) }
    }

    /// - Parameter mark: Where the group's name stands.
    private mutating func readGroup(_ node: Node?, at mark: Mark?, under path: String) {
        var there: Set<String> = []
        for (keyNode, value) in node?.mapping ?? [:] {
            let key = keyNode.scalar?.string ?? ""
            let name = path.isEmpty ? key : "\(path).\(key)"
            if english[name] != nil {
                readText(value, named: name, at: keyNode.mark)
                if phrases[name] != nil || !isEmpty(value) { there.insert(key) }
            } else if isGroup(name) {
                there.insert(key)
                readGroup(value, at: keyNode.mark, under: name)
            } else {
                warnOfUnknown(name, at: keyNode.mark)
            }
        }
        if let node, node.mapping == nil, !isEmpty(node) {
            report(.warning, "a list of texts is expected\(place(path))", at: node.mark, "Write names and texts.")
        }
        let missing = names(in: path).filter { !there.contains($0) && $0 != "locale" }
        warnOfMissing(missing, at: mark, under: path)
    }

    private mutating func readText(_ node: Node, named name: String, at mark: Mark?) {
        guard let known = english[name], !isEmpty(node) else { return }
        if let text = node.scalar?.string {
            add(Phrase(joined(text)), named: name, at: node.mark)
        } else if let mapping = node.mapping, known.dependsOnNumber {
            readForms(mapping, named: name, at: mark)
        } else {
            report(.warning, "'\(name)' must be one text", at: mark, "It does not depend on a number.")
        }
    }

    private mutating func readForms(_ mapping: Node.Mapping, named name: String, at mark: Mark?) {
        var forms: [PluralCategory: String] = [:]
        let known = rules.categories.map(\.rawValue)
        for (keyNode, value) in mapping {
            let key = keyNode.scalar?.string ?? ""
            if let category = PluralCategory(rawValue: key), rules.categories.contains(category) {
                if let text = value.scalar?.string, !text.isEmpty { forms[category] = joined(text) }
            } else {
                let remedy = "Its forms are: \(known.joined(separator: ", "))."
                report(.warning, "the language has no form '\(key)'", at: keyNode.mark, remedy)
            }
        }
        guard let phrase = Phrase(forms: forms) else {
            report(.warning, "'\(name)' lacks the form 'other'", at: mark, "Without it the English text stands.")
            return
        }
        let missing = rules.categories.filter { forms[$0] == nil }.map { "'\($0.rawValue)'" }
        if forms.count > 1, !missing.isEmpty {
            let remedy = "Until then the form 'other' stands."
            report(.warning, "'\(name)' lacks the form \(missing.joined(separator: ", "))", at: mark, remedy)
        }
        add(phrase, named: name, at: mark)
    }

    /// Takes `phrase` if it asks for nothing that there is not. Forms for few numbers may say theirs in a word.
    private mutating func add(_ phrase: Phrase, named name: String, at mark: Mark?) {
        let wanted = english[name]?.placeholders ?? []
        let strange = phrase.placeholders.subtracting(wanted).sorted()
        if let first = strange.first {
            let near = nearestWord(to: first, in: wanted.sorted()).map { "Did you mean {\($0)}? " } ?? ""
            let all = wanted.isEmpty ? "The text has no values." : "Its values are: \(list(wanted))."
            report(.error, "'\(name)' has no value {\(first)}", at: mark, near + all)
            return
        }
        let missing = wanted.subtracting(Phrase.placeholders(in: phrase[.other]))
        if !missing.isEmpty {
            report(.warning, "'\(name)' leaves out \(list(missing))", at: mark, "The English text shows it.")
        }
        phrases[name] = phrase
    }

    private mutating func warnOfUnknown(_ name: String, at mark: Mark?) {
        let near = nearestWord(to: name, in: english.keys.sorted()).map { "Did you mean '\($0)'?" }
        report(.warning, "no text is called '\(name)'", at: mark, near ?? "Remove it; `huni help strings` lists all.")
    }

    /// One warning a group, in the order of names.
    private mutating func warnOfMissing(_ keys: [String], at mark: Mark?, under path: String) {
        guard !keys.isEmpty else { return }
        let told = keys.map { key in
            let name = path.isEmpty ? key : "\(path).\(key)"
            return isGroup(name) ? "\(key) (\(english.keys.count { $0.hasPrefix(name + ".") }) texts)" : key
        }
        let what = keys.count == 1 ? "a text is missing" : "\(keys.count) texts are missing"
        let remedy = keys.count == 1 ? "English stands for it." : "English stands for them."
        report(.warning, "\(what)\(place(path)): \(told.joined(separator: ", "))", at: mark, remedy)
    }

    private mutating func report(_ severity: Diagnostic.Severity, _ what: String, at mark: Mark?, _ remedy: String) {
        problems.append(Diagnostic(severity, at: source.position(mark), what, remedy: remedy))
    }

    /// The next parts of the names below `path`, sorted.
    private func names(in path: String) -> [String] {
        let start = path.isEmpty ? "" : path + "."
        let below = english.keys.filter { $0.hasPrefix(start) }.map { $0.dropFirst(start.count).prefix { $0 != "." } }
        return Set(below.map(String.init)).sorted()
    }

    private func isGroup(_ name: String) -> Bool { groups.contains(name) }

    /// `a` and `a.b` of `a.b.c`.
    private static func groups(above name: String) -> [String] {
        let parts = name.split(separator: ".")
        return (1..<max(1, parts.count)).map { parts.prefix($0).joined(separator: ".") }
    }

    private func place(_ path: String) -> String { path.isEmpty ? "" : " in '\(path)'" }

    private func isEmpty(_ node: Node) -> Bool { node.scalar.map { ["", "~", "null"].contains($0.string) } ?? false }

    private func list(_ names: Set<String>) -> String { names.sorted().map { "{\($0)}" }.joined(separator: ", ") }

    /// On one line: texts go into headlines and into the headers of mails.
    private func joined(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
