public import Calendars

/// How a source's files are written, as far as they do not say so themselves.
public struct TextFormat: Sendable {
    /// The zone of times without an offset of their own.
    public var zone: Zone
    /// What parts the cells: any byte but a quote, CR or LF; `nil`, the default, where the header tells. One that is given
    /// says, too, that the files are no JSON.
    public var delimiter: UInt8?
    /// Cells that count as missing beside the blank ones, compared as they are; none by default.
    public var missing: Set<String>
    /// How characters are written; `nil`, the default, is UTF-8. A file's own byte order mark is believed before this.
    public var encoding: TextEncoding?
    /// How many lines of a file stand before all that is looked at; 0, the default, where the header is looked for.
    public var skip: Int
    /// How numbers are written; `nil`, the default, is `1234.5`, and `1,234.5` where the grouping is plain.
    public var numbers: NumberStyle?
    /// How dates are written; `nil`, the default, is ISO 8601, or else what the whole column says.
    public var dates: DatePattern?
    /// The year of dates that are written without one.
    public var year: Int?
    /// Whether weeks are named by their Sunday: such a date names the ISO week that begins the day after.
    public var sundayWeeks: Bool
    /// The date of all rows, for counts and measures without a column of dates.
    public var date: LocalDate?

    /// Says how the files are written.
    public init(
        zone: Zone,
        delimiter: UInt8? = nil,
        missing: Set<String> = [],
        encoding: TextEncoding? = nil,
        skip: Int = 0,
        numbers: NumberStyle? = nil,
        dates: DatePattern? = nil,
        year: Int? = nil,
        sundayWeeks: Bool = false,
        date: LocalDate? = nil
    ) {
        self.zone = zone
        self.delimiter = delimiter
        self.missing = missing
        self.encoding = encoding
        self.skip = skip
        self.numbers = numbers
        self.dates = dates
        self.year = year
        self.sundayWeeks = sundayWeeks
        self.date = date
    }
}
