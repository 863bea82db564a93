internal import Settings

/// A source as it is proposed for `sources:`.
struct ProposedSource {
    /// What shows that a stage was reached.
    enum StageSign {
        /// A column of dates, or of counts.
        case column(String)
        /// A column's words, and perhaps a date beside.
        case status(String, words: [String], date: String?)
        /// In long files, the words that mean it.
        case words([String])

        /// The columns that it looks at.
        var headers: [String] {
            switch self {
            case .column(let name): [name]
            case .status(let column, _, let date): [column] + (date.map { [$0] } ?? [])
            case .words: []
            }
        }

        /// What stands behind the stage's id.
        var yaml: String {
            switch self {
            case .column(let name): YAMLWords.scalar(name)
            case .words(let words): YAMLWords.list(words)
            case .status(let column, let words, let date):
                YAMLWords.map(
                    (date.map { [("date", YAMLWords.scalar($0))] } ?? [])
                        + [("status", YAMLWords.scalar(column)), ("is", YAMLWords.list(words))]
                )
            }
        }
    }

    var id: String
    var form: DataForm
    /// The files; of events a file an event, if they have names.
    var files: [(event: String?, path: String)]
    /// What the columns mean, by the keys of `columns:`.
    var columns: [(key: String, value: String)]
    var stages: [(id: String, sign: StageSign)] = []
    var outcomes: [(id: String, sign: StageSign)] = []
    /// A table to join: by which own column, and which of the table's.
    var join: (path: String, own: String, its: String)?
    /// The variants with the names of their files.
    var variants: [(value: String, file: String)] = []
    var missing: [String] = []
    /// The keys of `read:`, the values being YAML already.
    var read: [(key: String, value: String)] = []
    /// Sentences that stand above it.
    var comments: [String] = []

    /// The columns that it names.
    var headers: [String] { columns.map(\.value) + (stages + outcomes).flatMap(\.sign.headers) }

    /// The lines below `id:`, not indented.
    var lines: [String] {
        var lines = comments.map { "# \($0)" } + ["form: \(form.rawValue)"] + fileLines
        if !columns.isEmpty {
            lines += YAMLWords.lines("columns", columns.map { ($0.key, YAMLWords.scalar($0.value)) })
        }
        if !stages.isEmpty { lines += YAMLWords.lines("stages", stages.map { ($0.id, $0.sign.yaml) }) }
        if !outcomes.isEmpty { lines += YAMLWords.lines("outcomes", outcomes.map { ($0.id, $0.sign.yaml) }) }
        if let join {
            let key =
                join.own == join.its
                ? YAMLWords.scalar(join.own) : YAMLWords.map([(join.own, YAMLWords.scalar(join.its))])
            lines.append("join: [\(YAMLWords.map([("file", YAMLWords.scalar(join.path)), ("key", key)]))]")
        }
        if !variants.isEmpty {
            let values = YAMLWords.map(variants.map { ($0.value, YAMLWords.scalar($0.file)) })
            lines.append("variant: { from: file, values: \(values) }")
        }
        if !missing.isEmpty { lines.append("missing: [\(missing.map(YAMLWords.scalar).joined(separator: ", "))]") }
        if !read.isEmpty { lines.append("read: \(YAMLWords.map(read))") }
        return lines
    }

    private var fileLines: [String] {
        let named = files.compactMap { file in file.event.map { ($0, YAMLWords.scalar(file.path)) } }
        if !named.isEmpty { return ["files:"] + named.map { "  \(YAMLWords.scalar($0.0)): \($0.1)" } }
        let line = "files: " + YAMLWords.list(files.map(\.path))
        if line.count <= 100 { return [line] }
        return ["files:"] + files.map { "  - \(YAMLWords.scalar($0.path))" }
    }
}
