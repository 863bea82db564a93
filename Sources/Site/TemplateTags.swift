internal import Diagnostics

/// The tags of a template, as far as messages need them: in the usual delimiters only.
struct TemplateTags {
    /// A tag and where it stands.
    struct Tag {
        /// `#`, `^`, `$`, `<`, `/` and the like; a space for a plain value.
        var kind: Character
        var name: String
        /// `nil` for a tag that was looked for in vain.
        var line: Int?
        var column: Int?

        func position(in file: String) -> SourcePosition {
            SourcePosition(file: "Templates/\(file)", line: line, column: column)
        }
    }

    /// In the order of the text.
    private(set) var tags: [Tag] = []

    init(_ text: String) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line
            while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
                let inside = rest[start.upperBound..<end.lowerBound].drop { $0 == " " }
                let kind = inside.first.flatMap { "#^$</>!&{=".contains($0) ? $0 : nil }
                let name = inside.dropFirst(kind == nil ? 0 : 1).split(separator: " ").first ?? ""
                let column = line[..<start.lowerBound].utf8.count + 1
                tags.append(Tag(kind: kind ?? " ", name: String(name), line: index + 1, column: column))
                rest = rest[end.upperBound...]
            }
        }
    }

    /// The innermost section that is open when another one is closed, or at the end.
    var unclosed: Tag? {
        var open: [Tag] = []
        for tag in tags {
            switch tag.kind {
            case "#", "^", "$", "<": open.append(tag)
            case "/":
                guard let last = open.last else { return nil }
                guard last.name == tag.name else { return last }
                open.removeLast()
            default: continue
            }
        }
        return open.last
    }

    /// The first tag that asks for `value`.
    func first(naming value: String) -> Tag {
        tags.first { $0.name == value } ?? Tag(kind: " ", name: value)
    }
}
