public import Diagnostics
internal import Settings
internal import YAMLText
internal import Yams

/// Proposed blocks put into the text of an existing huni.yaml, all of which stays as it is.
public struct SettingsInsertion {
    /// The whole text with the blocks in it.
    public let text: String
    /// Files that another source reads too, by its pattern.
    public let warnings: [Diagnostic]

    /// Puts each block behind the last entry of its section; sections that there are not come to the end of the file.
    /// - Parameter file: What the file is called in messages.
    /// - Throws: `Failure` where the text is no YAML, where ids of the proposal exist in it, where a section stands in
    ///   braces, or where the result would be no settings.
    public init(of proposal: SettingsProposal, into text: String, file: String) throws(Failure) {
        let root = try YAMLSource(text, file: file).root()
        try Self.checkIDs(proposal, root, file: file)
        var lines = SettingLines(text)
        for section in proposal.sections {
            guard let node = root?.mapping?[section.key] else {
                lines.append(["\(section.key):"] + section.lines)
                continue
            }
            guard let place = lines.end(ofSection: section.key), Self.isInLines(node) else {
                throw Failure(
                    at: SourcePosition(file: file, line: node.mark?.line),
                    "'\(section.key)' is written in braces or brackets, and nothing can be put behind its last line",
                    remedy: "Write it with a line an entry, or copy the block that `huni inspect` prints."
                )
            }
            lines.insert(section.lines, at: place.line, deeperBy: place.indent - 2)
        }
        self.text = lines.text
        warnings = Self.shared(proposal, in: try Settings(yaml: lines.text, file: file))
    }

    private static func shared(_ proposal: SettingsProposal, in settings: Settings) -> [Diagnostic] {
        let added = settings.sources.filter { source in proposal.sources.contains { $0.id == source.id } }
        let paths = Set(added.flatMap(\.files).map(\.pattern.text))
        let others = settings.sources.filter { source in !added.contains { $0.id == source.id } }
        return others.flatMap { source in
            source.files.map(\.pattern).flatMap { pattern in
                paths.filter(pattern.matches).sorted().map { path in
                    Diagnostic(
                        .warning,
                        at: pattern.position,
                        "the source '\(source.id)' reads \(path) too, by '\(pattern.text)'",
                        remedy: "Move one of them into a folder of its own."
                    )
                }
            }
        }
    }

    private static func checkIDs(_ proposal: SettingsProposal, _ root: Node?, file: String) throws(Failure) {
        var problems: [Diagnostic] = []
        for section in proposal.sections {
            let node = root?.mapping?[section.key]
            let keys = node?.mapping?.map(\.key) ?? node?.sequence?.compactMap { $0.mapping?["id"] } ?? []
            for key in keys where section.ids.contains(key.scalar?.string ?? "") {
                problems.append(
                    Diagnostic(
                        at: SourcePosition(file: file, line: key.mark?.line, column: key.mark?.column),
                        "'\(key.scalar?.string ?? "")' is among the \(section.key) already",
                        remedy: "Rename the file or this entry, or copy the block that `huni inspect` prints by hand."
                    )
                )
            }
        }
        if !problems.isEmpty { throw Failure(problems) }
    }

    private static func isInLines(_ node: Node) -> Bool {
        if let mapping = node.mapping { return mapping.style != .flow }
        if let sequence = node.sequence { return sequence.style != .flow }
        return node.scalar?.string.isEmpty ?? false
    }
}

/// The lines of huni.yaml, for putting others between them.
private struct SettingLines {
    private var lines: [String]
    private let lineEnd: String

    init(_ text: String) {
        lineEnd = text.utf8.contains(0x0D) ? "\r\n" : "\n"
        lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init
        )
        while lines.last?.isEmpty == true { lines.removeLast() }
    }

    var text: String { lines.map { $0 + lineEnd }.joined() }

    /// Where the lines of a section end, and how deep its entries stand; `nil` where its key has no line of its own.
    func end(ofSection key: String) -> (line: Int, indent: Int)? {
        guard let start = lines.firstIndex(where: { isKey(key, $0) }) else { return nil }
        var end = start + 1
        var indent: Int?
        for index in lines.indices.dropFirst(start + 1) {
            let line = lines[index]
            let content = line.drop { $0 == " " }
            if content.isEmpty || content.hasPrefix("#") { continue }
            let depth = line.count - content.count
            if depth == 0, !content.hasPrefix("- ") { break }
            indent = indent ?? depth
            end = index + 1
        }
        return (end, indent ?? 2)
    }

    private func isKey(_ key: String, _ line: String) -> Bool {
        guard line.hasPrefix("\(key):") else { return false }
        let rest = line.dropFirst(key.count + 1).drop { $0 == " " }
        return rest.isEmpty || rest.hasPrefix("#")
    }

    mutating func insert(_ new: [String], at line: Int, deeperBy blanks: Int) {
        let moved = new.map { blanks < 0 ? String($0.dropFirst(-blanks)) : String(repeating: " ", count: blanks) + $0 }
        lines.insert(contentsOf: moved, at: line)
    }

    mutating func append(_ new: [String]) {
        lines += new
    }
}
