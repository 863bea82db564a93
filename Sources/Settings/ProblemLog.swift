internal import Diagnostics
internal import YAMLText
internal import Yams

/// Collects what is wrong with one file.
final class ProblemLog {
    private let source: YAMLSource
    /// The languages that texts may be in.
    let languages: [String]
    private(set) var problems: [Diagnostic] = []

    init(_ source: YAMLSource, languages: [String] = Settings.knownLanguages) {
        self.source = source
        self.languages = languages
    }

    func report(_ message: String, at node: Node?, remedy: String? = nil) {
        report(message, at: position(of: node), remedy: remedy)
    }

    func report(_ message: String, at position: SourcePosition, remedy: String? = nil) {
        problems.append(Diagnostic(at: position, message, remedy: remedy))
    }

    func position(of node: Node?) -> SourcePosition { source.position(node?.mark) }

    /// The text of `node` and its place; `nil` where it is no text, or an empty one.
    func placed(_ node: Node?) -> Placed<String>? {
        guard let text = node?.scalar?.string, !text.isEmpty else { return nil }
        return Placed(value: text, position: position(of: node))
    }

    /// `text`, if it is safe as a name in addresses, in file names and in JSON.
    func identifier(_ text: String, at node: Node?) -> String? {
        let allowed = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        if allowed, let first = text.first, first.isLetter || first.isNumber, text.utf8.count <= 60 { return text }
        report(
            "'\(text)' cannot be a name in addresses",
            at: node,
            remedy: "Use small letters a to z, digits, - and _, beginning with a letter or digit; at most 60 of them."
        )
        return nil
    }

    /// A path inside the site's folder, perhaps with `*` in its last part; what is none is reported.
    func pattern(_ node: Node) -> FilePattern? {
        let text = node.scalar?.string ?? ""
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if text.isEmpty || text.hasPrefix("/") || parts.contains("..") || parts.contains("") {
            report(
                "'\(text)' is no path inside the site's folder",
                at: node,
                remedy: "Write a path relative to huni.yaml, without `..`; copy the data into content/data."
            )
            return nil
        }
        if parts.dropLast().contains(where: { $0.contains("*") }) {
            report("'*' stands in the name of a folder", at: node, remedy: "Use it in the file's name only.")
            return nil
        }
        return FilePattern(text: text, position: position(of: node))
    }
}

/// "Did you mean …", or else all that could be meant.
func suggestion(for word: String, among known: [String]) -> String {
    if let near = nearestWord(to: word, in: known) { return "Did you mean '\(near)'?" }
    return known.isEmpty ? "Remove it." : "Known here: \(known.joined(separator: ", "))."
}
