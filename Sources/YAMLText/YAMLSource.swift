// YAMLText: YAML whose every fault and node has its place in the file.

public import Diagnostics
public import Yams

/// A YAML text, or the part of a file that is one.
public struct YAMLSource {
    private let text: String
    private let lines: [Substring]
    private let file: String
    private let linesBefore: Int

    /// A text of `file` with so many lines of the file before it.
    public init(_ text: String, file: String, linesBefore: Int = 0) {
        self.text = text
        self.file = file
        self.linesBefore = linesBefore
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The text's single root node; `nil` where there is none.
    ///
    /// Values by name (`&name`, `*name`) are refused: a few lines of them can stand for more values than fit in memory.
    /// - Throws: `Failure` at the place where the text stops being YAML.
    public func root() throws(Failure) -> Node? {
        if let alias = firstAlias(in: Array(text.utf8)) {
            throw Failure(
                at: position(ofByte: alias),
                "values cannot be used by name (&name, *name)",
                remedy: "Write the value again, or put the text in quotes."
            )
        }
        do {
            return try compose(yaml: text)
        } catch let error as YamlError {
            throw failure(error)
        } catch {
            throw broken("\(error)", at: position(nil))
        }
    }

    /// The place in the file. YAML counts columns in Unicode scalars, positions count bytes.
    public func position(_ mark: Mark?) -> SourcePosition {
        position(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private func position(line: Int, column: Int) -> SourcePosition {
        guard line <= lines.count else {
            return SourcePosition(file: file, line: lines.count + 1 + linesBefore, column: 1)
        }
        let number = max(line, 1)
        let scalars = lines[number - 1].unicodeScalars.prefix(max(0, column - 1))
        let byteColumn = scalars.reduce(1) { $0 + UTF8.width($1) }
        return SourcePosition(file: file, line: number + linesBefore, column: byteColumn)
    }

    private func position(ofByte offset: Int) -> SourcePosition {
        let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self).unicodeScalars
        let line = before.count { $0 == "\n" } + 1
        let column = before.lastIndex(of: "\n").map { before[$0...].count } ?? before.count + 1
        return position(line: line, column: column)
    }

    private func failure(_ error: YamlError) -> Failure {
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
            return broken(problem, at: position(ofByte: offset ?? 0))
        default:
            return broken("\(error)", at: position(nil))
        }
    }

    private func broken(_ problem: String, at position: SourcePosition) -> Failure {
        Failure(
            at: position,
            "broken YAML: \(problem)",
            remedy: "Look at indentation, quotes and brackets here and in the line before."
        )
    }
}
