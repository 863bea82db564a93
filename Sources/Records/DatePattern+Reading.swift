public import Calendars

/// What a word says as a date or a time.
public struct DateReading: Hashable, Sendable {
    /// The day as written.
    public let date: LocalDate
    /// Microseconds since midnight; `nil` where there is a date only.
    public let clock: Int64?
    /// Seconds that the clock is ahead of universal time; `nil` where it does not say.
    public let offsetSeconds: Int64?

    /// Microseconds since 1970-01-01, of universal time where the offset is known, else of the clock as written.
    public var microseconds: Int64 {
        Int64(date.dayNumber) * microsecondsADay + (clock ?? 0) - (offsetSeconds ?? 0) * 1_000_000
    }
}

extension DatePattern {
    /// What the pattern reads in `word`; `nil` where it is anything else.
    ///
    /// - Parameter year: The year of all dates where they name none; without it they are read in the leap year 2000,
    ///   whatever their weekday.
    public func reading(of word: String, year: Int? = nil) -> DateReading? {
        let isYearOpen = year == nil && !hasYear
        let time = SpelledTime(
            Array(word.utf8).span,
            pattern: self,
            year: year ?? 2000,
            ignoringWeekday: isYearOpen
        )
        return time.map { DateReading(date: $0.date, clock: $0.clock, offsetSeconds: $0.offsetSeconds) }
    }
}

extension Week {
    /// The week that `word` names, such as `2026-W07` or `Week 7, 2026`; `nil` where it names none.
    /// - Parameter year: The year of weeks that name none.
    public init?(named word: String, year: Int? = nil) {
        guard case .week(let week) = SpelledWeek(Array(word.utf8).span, year: year) else { return nil }
        self = week
    }

    /// Whether `word` names a week and no year.
    public static func lacksYear(_ word: String) -> Bool {
        SpelledWeek(Array(word.utf8).span, year: nil) == .noYear
    }
}
