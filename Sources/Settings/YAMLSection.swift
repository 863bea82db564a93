internal import Diagnostics
internal import YAMLText
internal import Yams

/// Collects what is wrong with one file.
final class ProblemLog {
    private let source: YAMLSource
    private(set) var problems: [Diagnostic] = []

    init(_ source: YAMLSource) {
        self.source = source
    }

    func report(_ message: String, at node: Node?, remedy: String? = nil) {
        problems.append(Diagnostic(at: position(of: node), message, remedy: remedy))
    }

    func position(of node: Node?) -> SourcePosition { source.position(node?.mark) }
}

/// A mapping of the file, read by the keys of its section; anything else in it is reported.
struct YAMLSection {
    let node: Node
    let section: SettingSection
    let log: ProblemLog
    private let values: [String: Node]

    /// Reports unknown keys and missing ones.
    /// - Returns: `nil` where `node` is no mapping.
    init?(_ node: Node, as section: SettingSection, log: ProblemLog) {
        guard let mapping = node.mapping else {
            let keys = section.keys.map(\.name).joined(separator: ", ")
            log.report("expected a mapping", at: node, remedy: "Write keys and values: \(keys).")
            return nil
        }
        self.node = node
        self.section = section
        self.log = log
        var values: [String: Node] = [:]
        var meant: Set<String> = []
        let known = section.keys.map(\.name)
        for (keyNode, value) in mapping {
            let key = keyNode.string ?? ""
            if known.contains(key) {
                values[key] = value
            } else {
                let place = section.path.isEmpty ? "" : " in \(section.path)"
                if let near = nearestWord(to: key, in: known) { meant.insert(near) }
                log.report("unknown key '\(key)'\(place)", at: keyNode, remedy: suggestion(for: key, among: known))
            }
        }
        self.values = values
        for key in section.keys where key.fallback == nil && values[key.name] == nil && !meant.contains(key.name) {
            let place = section.path.isEmpty ? "huni.yaml" : section.path
            let example = key.example.isEmpty ? "" : " Add `\(key.name): \(key.example)`."
            log.report("missing key '\(key.name)' in \(place)", at: node, remedy: key.meaning + example)
        }
    }

    /// The value behind `key`; `nil` where it is left out.
    /// - Precondition: The section has the key.
    subscript(key: String) -> Node? {
        precondition(section.keys.contains { $0.name == key }, "\(key) is no key of \(section.path)")
        return values[key]
    }

    /// The text behind `key`; anything but a scalar is reported.
    func text(_ key: String) -> String? {
        guard let node = self[key] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            log.report("'\(key)' must be a text", at: node, remedy: remedy(for: key))
            return nil
        }
        return text
    }

    /// The text behind `key` as `parse` understands it; what it does not understand is reported.
    func value<Value>(_ key: String, _ parse: (String) -> Value?) -> Value? {
        guard let text = text(key) else { return nil }
        if let value = parse(text) { return value }
        log.report("'\(text)' is no \(key)", at: self[key], remedy: remedy(for: key, typed: text))
        return nil
    }

    /// The values behind `key`, a list or a single one; `nil` where it is left out.
    func list(_ key: String) -> [Node]? {
        guard let node = self[key] else { return nil }
        if let sequence = node.sequence { return Array(sequence) }
        return node.scalar == nil ? nil : [node]
    }

    private func remedy(for key: String, typed: String? = nil) -> String {
        guard let known = section.keys.first(where: { $0.name == key }) else { return "" }
        let words = known.type.split { !$0.isLetter && $0 != "-" }.map(String.init)
        let meant = typed.flatMap { nearestWord(to: $0, in: words) }.map { "Did you mean '\($0)'? " } ?? ""
        return "\(meant)Expected: \(known.type), as in `\(key): \(known.example)`."
    }
}

/// "Did you mean …", or else all that could be meant.
func suggestion(for word: String, among known: [String]) -> String {
    if let near = nearestWord(to: word, in: known) { return "Did you mean '\(near)'?" }
    return known.isEmpty ? "Remove it." : "Known here: \(known.joined(separator: ", "))."
}
