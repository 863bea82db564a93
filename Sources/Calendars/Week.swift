/// An ISO 8601 week, Monday to Sunday, named `2026-W47`.
public struct Week: Hashable, Comparable, Sendable {
    /// Weeks since the one that began on Monday 1969-12-29.
    public var number: Int

    /// The week so many weeks after the one of 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// The week that `date` lies in.
    public init(containing date: LocalDate) {
        number = (date.dayNumber + 3 - date.weekday) / 7
    }

    /// The week of an ISO week-numbering year.
    /// - Returns: `nil` where the year has no such week.
    public init?(year: Int, week: Int) {
        guard (1...53).contains(week), let fourth = LocalDate(year: year, month: 1, day: 4) else { return nil }
        self.init(number: Week(containing: fourth).number + week - 1)
        guard yearAndWeek == (year, week) else { return nil }
    }

    /// Its Monday.
    public var monday: LocalDate { LocalDate(dayNumber: number * 7 - 3) }
    /// Its Sunday.
    public var sunday: LocalDate { monday.advanced(by: 6) }

    /// The ISO week-numbering year (that of the week's Thursday) and the week's number in it.
    public var yearAndWeek: (year: Int, week: Int) {
        let year = monday.advanced(by: 3).parts.year
        let first = LocalDate(year: year, month: 1, day: 4).map { Week(containing: $0).number } ?? number
        return (year, number - first + 1)
    }

    /// The week so many weeks later (earlier where negative).
    public func advanced(by weeks: Int) -> Week { Week(number: number + weeks) }

    /// Earlier comes first.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
}

extension Week: CustomStringConvertible {
    /// `2026-W47`.
    public var description: String {
        let (year, week) = yearAndWeek
        return "\(padded(year, to: 4))-W\(padded(week, to: 2))"
    }

    /// Reads `2026-W47` and nothing else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
            let year = wholeNumber(bytes[0..<4]), let week = wholeNumber(bytes[6..<8])
        else { return nil }
        self.init(year: year, week: week)
    }
}
