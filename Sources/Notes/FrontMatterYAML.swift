internal import Diagnostics
internal import Yams

/// YAML of a note, with places counted in the note's lines and bytes.
struct FrontMatterYAML {
    private let text: NoteText

    init(_ text: NoteText) {
        self.text = text
    }

    /// - Returns: `nil` where the front matter is empty.
    /// - Throws: `Failure` at the place where it stops being YAML.
    func root(of source: String) throws(Failure) -> Node? {
        if let alias = firstAlias(in: Array(source.utf8)) {
            throw Failure(
                at: position(ofByte: alias, in: source),
                "front matter cannot use values by name (&name, *name)",
                remedy: "Write the value again, or put the text in quotes and a blank behind the *."
            )
        }
        do {
            return try compose(yaml: source)
        } catch let error as YamlError {
            throw failure(error, source: source)
        } catch {
            throw broken("\(error)", at: position(nil))
        }
    }

    /// The place in the file. YAML counts columns in Unicode scalars, positions count bytes.
    func position(_ mark: Mark?) -> SourcePosition {
        position(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private func position(line lineInYAML: Int, column: Int) -> SourcePosition {
        let number = min(max(lineInYAML, 1), text.lineStarts.count - 1)
        let line = String(decoding: text.line(number), as: UTF8.self)
        let byteColumn = line.unicodeScalars.prefix(max(0, column - 1)).reduce(1) { $0 + UTF8.width($1) }
        return SourcePosition(file: text.file, line: number + 1, column: byteColumn)
    }

    private func failure(_ error: YamlError, source: String) -> Failure {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let beginning = context.map { ", \($0.text) from line \(position($0.mark).line ?? 1)" } ?? ""
            return broken(problem + beginning, at: position(mark))
        case .duplicatedKeysInMapping(let keys, let context):
            return Failure(
                at: position(context.mark),
                "a key is written twice: \(keys.map { "'\($0)'" }.joined(separator: ", "))",
                remedy: "Keep one of them."
            )
        case .reader(let problem, let offset, _, _):
            return broken(problem, at: position(ofByte: offset ?? 0, in: source))
        default:
            return broken("\(error)", at: position(nil))
        }
    }

    private func broken(_ problem: String, at position: SourcePosition) -> Failure {
        Failure(
            at: position,
            "broken YAML in the front matter: \(problem)",
            remedy: "Look at indentation, quotes and brackets here and in the line before."
        )
    }

    private func position(ofByte offset: Int, in source: String) -> SourcePosition {
        let before = String(decoding: source.utf8.prefix(offset), as: UTF8.self).unicodeScalars
        let line = before.count { $0 == "\n" } + 1
        let column = before.lastIndex(of: "\n").map { before[$0...].count } ?? before.count + 1
        return position(line: line, column: column)
    }
}
