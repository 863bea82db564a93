internal import Diagnostics
internal import Yams

/// A YAML text and the faults that make it none.
enum YAMLDocument {
    /// The text's single root node.
    /// - Throws: `Failure` at the place where the text stops being YAML.
    static func root(of text: String, file: String) throws(Failure) -> Node {
        do {
            if let root = try compose(yaml: text) { return root }
        } catch let error as YamlError {
            throw failure(error, file: file)
        } catch {
            throw Failure(at: SourcePosition(file: file), "\(error)")
        }
        throw Failure(
            at: SourcePosition(file: file, line: 1),
            "the file is empty",
            remedy: "`huni init` writes one to begin with; `huni help config` explains every key."
        )
    }

    private static func failure(_ error: YamlError, file: String) -> Failure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Failure(
                at: SourcePosition(file: file, line: mark.line, column: mark.column),
                "broken YAML: \(problem)",
                remedy: "Look at indentation, quotes and brackets here and in the line before."
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            return Failure(
                at: SourcePosition(file: file, line: context.mark.line, column: context.mark.column),
                "a key is written twice: \(keys)",
                remedy: "Keep one of them."
            )
        case .reader(let problem, _, _, _):
            return Failure(at: SourcePosition(file: file), "broken YAML: \(problem)", remedy: "Save the file as UTF-8.")
        default:
            return Failure(at: SourcePosition(file: file), "broken YAML: \(error)")
        }
    }
}
