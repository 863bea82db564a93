/// What the columns of a measures file mean, by the names in its header.
public struct MeasureColumns: Hashable, Sendable {
    /// How measures are laid out.
    public enum Layout: Hashable, Sendable {
        /// Wide: each of these columns is a measure.
        case columns([String])
        /// Long: a row a measure, with a column that names it, one that holds its value, and perhaps one with the number of
        /// answers or entities that the value was taken from.
        case rows(name: String, value: String, base: String?)
    }

    /// The column of days, or of weeks; `nil` where the format's `date` stands for all rows.
    public var day: String?
    /// Whether that column names weeks: `2026-W07`, or the date of their first day.
    public var isWeekly: Bool
    /// Where the measures are.
    public var layout: Layout
    /// The column that says what a row is about, for feedback; `nil` for none.
    public var theme: String?
    /// The column that says which stage a row is of; `nil` for none.
    public var stage: String?

    /// Maps the columns; days, not weeks, by default.
    public init(
        day: String?,
        isWeekly: Bool = false,
        layout: Layout,
        theme: String? = nil,
        stage: String? = nil
    ) {
        self.theme = theme
        self.stage = stage
        self.day = day
        self.isWeekly = isWeekly
        self.layout = layout
    }

    /// The columns that a sheet has to have.
    var sheetColumns: [SheetColumn] {
        let words = [theme, stage].compactMap { $0 }.map { SheetColumn($0) }
        let days = [day].compactMap { $0 }.map { SheetColumn($0, for: .time) } + words
        switch layout {
        case .columns(let headers): return days + headers.map { SheetColumn($0, for: .measure) }
        case .rows(let name, let value, let base):
            let measures = [SheetColumn(name, for: .measureName), SheetColumn(value, for: .measure)]
            return days + measures + [base].compactMap { $0 }.map { SheetColumn($0, for: .base) }
        }
    }
}
