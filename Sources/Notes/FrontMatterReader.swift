internal import Diagnostics
internal import YAMLText
internal import Yams

/// Reads the front matter of a note, every fault with its place in the file.
struct FrontMatterReader {
    private(set) var problems: [Diagnostic] = []
    private let text: NoteText
    private let kind: NoteKind
    /// The front matter as it stands, for places.
    private let source: YAMLSource

    init(_ text: NoteText, kind: NoteKind) {
        self.text = text
        self.kind = kind
        let lines = (text.frontMatterLines ?? 0..<0).map { String(decoding: text.line($0), as: UTF8.self) }
        source = YAMLSource(lines.joined(separator: "\n"), file: text.file, linesBefore: 1)
    }

    /// - Throws: `Failure` where the front matter is no YAML; whatever else is wrong goes to `problems`.
    mutating func read() throws(Failure) -> FrontMatter {
        var result = FrontMatter()
        let readable = YAMLSource(withoutRepeatedKeys(), file: text.file, linesBefore: 1)
        guard let root = try readable.root() else { return result }
        guard let mapping = root.mapping else {
            report(
                "the front matter is no list of keys and values",
                at: root,
                remedy: "Write a key, a colon, a space and a value on each line, as in `title: Our first mail`."
            )
            return result
        }
        for (key, value) in mapping {
            let name = key.string ?? ""
            if kind.keys.contains(name) { set(name, to: value, in: &result) } else { reportUnknown(name, at: key) }
        }
        return result
    }

    private mutating func set(_ key: String, to value: Node, in result: inout FrontMatter) {
        result.places[key] = position(of: value)
        switch key {
        case "title": result.title = string(key, value)
        case "when": result.when = string(key, value).map { placed($0, value) }
        case "kpi": result.kpi = string(key, value)
        case "effort": result.effort = number(key, value, in: 1...3) ?? result.effort
        case "owner": result.owner = string(key, value)
        case "channels": result.channels = texts(key, value).map(\.text)
        case "audience": result.audience = string(key, value)
        case "test": result.test = string(key, value)
        case "started": result.started = weekOrDate(key, value)
        case "review": result.review = weekOrDate(key, value)
        case "weight": result.weight = number(key, value, in: -1_000_000...1_000_000) ?? result.weight
        case "draft": result.isDraft = truth(key, value) ?? result.isDraft
        default: result.aliases = texts(key, value)
        }
    }

    /// The front matter, with lines left empty where a key stands again that was there before.
    ///
    /// YAML refuses repeated keys as a whole, without their places and without looking further.
    private mutating func withoutRepeatedKeys() -> String {
        var seen: Set<String> = []
        var lines: [String] = []
        var isRepeated = false
        for number in text.frontMatterLines ?? 0..<0 {
            let line = String(decoding: text.line(number), as: UTF8.self)
            if let key = Self.key(of: line) {
                isRepeated = !seen.insert(key).inserted
                if isRepeated { reportRepeated(key, line: number) }
            }
            lines.append(isRepeated ? "" : line)
        }
        return lines.joined(separator: "\n")
    }

    /// The key that a line begins with; `nil` where it belongs to the line before.
    private static func key(of line: String) -> String? {
        guard let first = line.utf8.first, !" \t#-?{[\"'|>&*!%@`]}".utf8.contains(first),
            let colon = line.utf8.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let behind = line.utf8.index(after: colon)
        guard behind == line.utf8.endIndex || " \t".utf8.contains(line.utf8[behind]) else { return nil }
        return String(line[..<colon]).trimmed
    }

    private mutating func reportRepeated(_ key: String, line: Int) {
        problems.append(
            Diagnostic(
                at: SourcePosition(file: text.file, line: line + 1, column: 1),
                "'\(key)' is written twice",
                remedy: "Keep one of the two."
            )
        )
    }

    private mutating func reportUnknown(_ name: String, at key: Node) {
        if NoteKind.playKeys.contains(name) {
            report(
                "'\(name)' belongs to plays only",
                at: key,
                remedy: "Known here: \(kind.keys.joined(separator: ", "))."
            )
            return
        }
        let near = nearestWord(to: name, in: kind.keys)
        report(
            "unknown key '\(name)'",
            at: key,
            remedy: near.map { "Did you mean '\($0)'?" } ?? "Known here: \(kind.keys.joined(separator: ", "))."
        )
    }

    mutating func report(_ message: String, at node: Node, remedy: String) {
        problems.append(Diagnostic(at: position(of: node), message, remedy: remedy))
    }

    func position(of node: Node) -> SourcePosition {
        source.position(node.mark)
    }

    /// A text with its place behind its quote, or in the lines below `>` and `|`.
    func placed(_ text: String, _ node: Node) -> PlacedText {
        let lines = (self.text.frontMatterLines ?? 0..<0).map { String(decoding: self.text.line($0), as: UTF8.self) }
        var place = position(of: node)
        switch node.scalar?.style {
        case .doubleQuoted, .singleQuoted: place.column = place.column.map { $0 + 1 }
        case .literal, .folded:
            let below = lines.indices.first { $0 + 2 > place.line ?? 1 && !lines[$0].trimmed.isEmpty }
            if let below {
                place.line = below + 2
                place.column = lines[below].utf8.prefix { $0 == UInt8(ascii: " ") }.count + 1
            }
        default: break
        }
        return PlacedText(text: text, position: place, in: lines, firstLine: 2)
    }
}
