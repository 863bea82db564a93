internal import Diagnostics
internal import Yams

/// A mapping of the file, read by the keys of its section; anything else in it is reported.
struct YAMLSection {
    let node: Node
    let section: SettingSection
    let log: ProblemLog
    private var values: [String: Node] = [:]
    /// Keys that misspelled ones were most likely meant to be.
    private var meant: Set<String> = []

    /// Reports unknown keys and missing ones.
    /// - Returns: `nil` where `node` is no mapping.
    init?(_ node: Node, as section: SettingSection, log: ProblemLog) {
        self.node = node
        self.section = section
        self.log = log
        let known = section.names
        guard let mapping = node.mapping else {
            log.report(
                "expected a mapping",
                at: node,
                remedy: "Write keys and values: \(known.joined(separator: ", "))."
            )
            return nil
        }
        for (keyNode, value) in mapping {
            let key = keyNode.string ?? ""
            if known.contains(key) {
                values[key] = value
            } else if let refusal = section.refusals[key] {
                log.report(refusal.message, at: keyNode, remedy: refusal.remedy)
            } else {
                let place = section.path.isEmpty ? "" : " in \(section.path)"
                if let near = nearestWord(to: key, in: known) { meant.insert(near) }
                log.report("unknown key '\(key)'\(place)", at: keyNode, remedy: suggestion(for: key, among: known))
            }
        }
        for key in section.keys where key.fallback == nil && key.forms.isEmpty { need(key.name) }
    }

    /// Reports that `key` is missing where it is, unless a misspelled one has been reported.
    func need(_ key: String) {
        guard values[key] == nil, !meant.contains(key), let known = section.keys.first(where: { $0.name == key }) else {
            return
        }
        let place = section.path.isEmpty ? "huni.yaml" : section.path
        let example = known.example.isEmpty ? "" : " Add `\(key): \(known.example)`."
        log.report("missing key '\(key)' in \(place)", at: node, remedy: known.meaning + example)
    }

    /// The value behind `key`; `nil` where it is left out.
    /// - Precondition: The section has the key, or refuses it.
    subscript(key: String) -> Node? {
        precondition(section.names.contains(key) || section.refusals[key] != nil, "\(key) is no key of \(section.path)")
        return values[key]
    }

    /// How `key` is to be written, for remedies.
    /// - Parameter typed: What stands there, if it could be a misspelled word of the key's.
    func remedy(for key: String, typed: String? = nil) -> String {
        guard let known = section.keys.first(where: { $0.name == key }) else { return "" }
        let words = known.type.words.split { !$0.isLetter && $0 != "-" && !$0.isNumber }.map(String.init)
        let meant =
            typed.flatMap { nearestWord(to: $0, in: words.filter { $0.first?.isLetter == true }) }.map {
                "Did you mean '\($0)'? "
            } ?? ""
        return "\(meant)Expected: \(known.type.words), as in `\(key): \(known.example)`."
    }
}
