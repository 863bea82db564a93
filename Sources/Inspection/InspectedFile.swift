public import Calendars
public import Records

/// A file to be looked at.
public struct InspectedFile: Sendable {
    /// What it is called in messages.
    public var name: String
    /// Its path relative to the site's folder, as the settings are to name it.
    public var sitePath: String
    /// All of it.
    public var bytes: [UInt8]

    /// Names the bytes.
    public init(name: String, sitePath: String, bytes: [UInt8]) {
        self.name = name
        self.sitePath = sitePath
        self.bytes = bytes
    }
}

/// What the user says beforehand, because the files cannot.
public struct InspectionAnswers: Sendable {
    /// The year of dates that are written without one.
    public var year: Int?
    /// How dates are written where they can be read in several ways.
    public var dates: DatePattern?
    /// The day of all rows of files that name none.
    public var date: LocalDate?

    /// Says nothing by default.
    public init(year: Int? = nil, dates: DatePattern? = nil, date: LocalDate? = nil) {
        self.year = year
        self.dates = dates
        self.date = date
    }
}
