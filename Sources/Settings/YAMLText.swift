internal import Diagnostics
internal import Yams

/// A file's text as YAML, and the places in it.
struct YAMLText {
    private let text: String
    private let file: String
    private let lines: [Substring]

    init(_ text: String, file: String) {
        self.text = text
        self.file = file
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// Where `mark` is, its column counted in bytes instead of letters; the file alone where there is none.
    func position(of mark: Mark?) -> SourcePosition {
        guard let mark, lines.indices.contains(mark.line - 1) else {
            return SourcePosition(file: file, line: mark?.line, column: mark?.column)
        }
        let before = lines[mark.line - 1].unicodeScalars.prefix(mark.column - 1)
        return SourcePosition(file: file, line: mark.line, column: String(before).utf8.count + 1)
    }

    /// The text's single root node.
    /// - Throws: `Failure` at the place where the text stops being YAML.
    func root() throws(Failure) -> Node {
        do {
            if let root = try compose(yaml: text) { return root }
        } catch let error as YamlError {
            throw failure(error)
        } catch {
            throw Failure(at: SourcePosition(file: file), "\(error)")
        }
        throw Failure(
            at: SourcePosition(file: file, line: 1),
            "the file is empty",
            remedy: "`huni init` writes one to begin with; `huni help config` explains every key."
        )
    }

    private func failure(_ error: YamlError) -> Failure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Failure(
                at: position(of: mark),
                "broken YAML: \(problem)",
                remedy: "Look at indentation, quotes and brackets here and in the line before."
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            return Failure(
                at: position(of: context.mark),
                "a key is written twice: \(keys)",
                remedy: "Keep one of them."
            )
        case .reader(let problem, _, _, _):
            return Failure(at: SourcePosition(file: file), "broken YAML: \(problem)", remedy: "Remove what is no text.")
        default:
            return Failure(at: SourcePosition(file: file), "broken YAML: \(error)")
        }
    }
}
