public import Calendars

/// Stage measures as given: a day or week, a measure's name, its value, and perhaps the base it was taken from.
public struct MeasureTable: Sendable {
    /// A value of one measure.
    public struct Row: Hashable, Sendable {
        /// The day, or the Monday of the week.
        public var day: LocalDate
        /// An index into `names`.
        public var name: Int
        /// As given.
        public var value: Double
        /// How many answers or entities the value was taken from; `nil` where it does not say.
        public var base: Double?
        /// An index into `themes`; -1 where it names none.
        public var theme: Int32
        /// An index into `stages`; -1 where it names none.
        public var stage: Int32

        /// A value as given.
        public init(
            day: LocalDate,
            name: Int,
            value: Double,
            base: Double? = nil,
            theme: Int32 = -1,
            stage: Int32 = -1
        ) {
            self.theme = theme
            self.stage = stage
            self.day = day
            self.name = name
            self.value = value
            self.base = base
        }
    }

    /// The measures' names, in the order of their first appearance: of wide files, the headers.
    public var names: [String]
    /// What feedback is about, as the data call it; empty without such a column.
    public var themes: [String]
    /// The stages that rows are of, as the data call them; empty without such a column.
    public var stages: [String]
    /// Whether a row stands for a whole ISO week.
    public var isWeekly: Bool
    /// In the order of the input.
    public var rows: [Row]
    /// The day, or the Monday, of each row of the files: a row of a wide file gives several values, or none.
    public var days: [LocalDate]

    /// A table of values.
    public init(
        names: [String],
        isWeekly: Bool,
        rows: [Row],
        days: [LocalDate],
        themes: [String] = [],
        stages: [String] = []
    ) {
        self.themes = themes
        self.stages = stages
        self.names = names
        self.isWeekly = isWeekly
        self.rows = rows
        self.days = days
    }
}
