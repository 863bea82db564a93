internal import Diagnostics
internal import Records

/// What says of which day, or week, a row of counts or measures is.
struct DaySource {
    private let name: String?
    private let group: TableGroup
    private let answers: InspectionAnswers
    /// Whether the rows are of days or of weeks.
    let spacing: DaySpacing

    /// - Parameter name: The column; without one the answers may give a date for all rows.
    init(_ name: String?, in group: TableGroup, _ answers: InspectionAnswers) {
        self.name = name
        self.group = group
        self.answers = answers
        spacing = name.map { DaySpacing(of: $0, in: group) } ?? .days
    }

    /// The column, if there is one.
    var names: [String] { name.map { [$0] } ?? [] }
    /// What `columns:` has to say.
    var columns: [(key: String, value: String)] { name.map { [(spacing.key, $0)] } ?? [] }
    /// What `read:` has to say.
    var reading: [(key: String, value: String)] {
        let date = name == nil ? answers.date.map { [("date", "\($0)")] } ?? [] : []
        return group.reading(times: names, answers) + spacing.reading + date
    }

    /// As the beginning of a sentence.
    var words: String {
        if let name { return "“\(name)” is \(spacing.words)" }
        return answers.date.map { "All rows are of \($0)" } ?? "No column names a day"
    }

    /// What has to be asked before the rows can be counted.
    var questions: [Diagnostic] {
        if name != nil { return group.questions(times: names, answers) }
        guard answers.date == nil else { return [] }
        return [
            Diagnostic(
                at: group.position,
                "no column says of which day the rows are, and huni counts by weeks",
                remedy:
                    "Export it with its date or week as a column (a dimension, a segment); if all rows are of one day or "
                    + "week, say it: `read: { date: 2026-11-09 }` (--date 2026-11-09)."
            )
        ]
    }
}

extension TableGroup {
    /// Whether a table with dates stands in the same file, which then is the one that is meant.
    var hasDatedNeighbour: Bool {
        parts[0].file.tables.contains { table in
            table.line != parts[0].table.line && table.columns.contains { $0.kind.isTime || $0.kind == .week }
        }
    }
}
