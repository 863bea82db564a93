public import Calendars

/// Counts as given: so many entities in this stage, on this day or in this week, with these values.
public struct CountTable: Sendable {
    /// The stages' ids, in the order of the source's settings.
    public var stages: [String]
    /// Whether a row stands for a whole ISO week; `days` then holds its Monday. Else it stands for one day.
    public var isWeekly: Bool
    /// Each row's day.
    public var days: [LocalDate]
    /// The week in which the counted entities entered, one a row; `nil` without such a column.
    public var entryWeeks: [Week]?
    /// For each stage, each row's count; `nil` where it is missing, which is not 0. Long counts give 0 to a stage that has
    /// a row on the same day with other values.
    public var counts: [[Int?]]
    /// Dimensions, and `variant` where the source tells variants apart.
    public var columns: [String: CodedColumn]
    /// How many rows of the files each row here is made of.
    public var rowCounts: [Int]

    /// How many rows there are: a day's (or week's) values each once.
    public var count: Int { days.count }

    /// A table of rows.
    /// - Precondition: Every column and the counts of each stage are as long as `days`.
    public init(
        stages: [String],
        isWeekly: Bool,
        days: [LocalDate],
        entryWeeks: [Week]? = nil,
        counts: [[Int?]],
        columns: [String: CodedColumn] = [:],
        rowCounts: [Int]? = nil
    ) {
        precondition(counts.count == stages.count && counts.allSatisfy { $0.count == days.count })
        precondition(columns.values.allSatisfy { $0.codes.count == days.count })
        self.stages = stages
        self.isWeekly = isWeekly
        self.days = days
        self.entryWeeks = entryWeeks
        self.counts = counts
        self.columns = columns
        self.rowCounts = rowCounts ?? days.map { _ in 1 }
    }
}
