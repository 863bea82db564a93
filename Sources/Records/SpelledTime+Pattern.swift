internal import Calendars

extension TextFormat {
    /// The time that `text` is in the configured pattern, or else in ISO 8601; `nil` where it is none.
    func time(_ text: Span<UInt8>) -> SpelledTime? {
        guard let dates else { return SpelledTime(text) }
        return SpelledTime(text, pattern: dates, year: year)
    }
}

extension SpelledTime {
    /// Reads all of `text` as `pattern` says; `nil` where it is anything else, where there is no such date, or where the
    /// weekday's name is another than the date's.
    ///
    /// - Parameter year: The year of all dates, for a pattern without one; without it such a pattern reads nothing. It is
    ///   never guessed from the order of the rows: of dates that run over New Year's Eve, those behind it come out wrong,
    ///   and have to be in a file, or a source, of their own.
    /// - Parameter ignoringWeekday: Whether the weekday's name may be that of another date.
    init?(_ text: Span<UInt8>, pattern: DatePattern, year: Int?, ignoringWeekday: Bool = false) {
        switch pattern.form {
        case .iso:
            self.init(text)
        case .epoch(let units):
            self.init(sinceEpoch: text, unitsPerSecond: units)
        case .fields(let fields):
            var reader = FieldReader(text)
            guard reader.read(fields, in: text), let year = reader.year ?? year,
                let date = LocalDate(year: year, month: reader.month, day: reader.day), year >= 1,
                reader.clock.isSound
            else { return nil }
            if let weekday = reader.weekday, weekday != date.weekday, !ignoringWeekday { return nil }
            self.init(date: date, clock: reader.clock.microseconds, offsetSeconds: reader.clock.offset)
        }
    }

    /// Digits, of seconds with a fraction perhaps; years 0001–9999.
    private init?(sinceEpoch text: Span<UInt8>, unitsPerSecond units: Int64) {
        var cursor = TimeCursor(end: text.count)
        cursor.trimBlanks(in: text)
        let isBefore = cursor.skip(UInt8(ascii: "-"), in: text)
        var count: Int64 = 0
        let first = cursor.start
        while cursor.start < cursor.end, ASCII.isDigit(text[cursor.start]) {
            let digit = Int64(text[cursor.start] - UInt8(ascii: "0"))
            let (value, overflow) = count.multipliedReportingOverflow(by: 10)
            guard !overflow, value <= .max - digit else { return nil }
            count = value + digit
            cursor.start += 1
        }
        guard cursor.start > first, let fraction = units == 1 ? cursor.fraction(in: text) : 0, cursor.isAtEnd
        else { return nil }
        let (whole, overflow) = count.multipliedReportingOverflow(by: max(1, 1_000_000 / units))
        guard !overflow else { return nil }
        let size = whole / max(1, units / 1_000_000) + fraction
        self.init(universal: isBefore ? -size : size)
    }

    /// Microseconds since 1970 UTC.
    private init?(universal microseconds: Int64) {
        let day = (microseconds - (microseconds < 0 ? microsecondsADay - 1 : 0)) / microsecondsADay
        let date = LocalDate(dayNumber: Int(day))
        guard let first = LocalDate(year: 1, month: 1, day: 1), let last = LocalDate(year: 9999, month: 12, day: 31),
            first <= date, date <= last
        else { return nil }
        self.init(date: date, clock: microseconds - day * microsecondsADay, offsetSeconds: 0)
    }
}

/// Reads the fields of a pattern, one after the other.
private struct FieldReader {
    var cursor: TimeCursor
    var year: Int?
    var month = 0
    var day = 0
    var weekday: Int?
    var clock = SpelledClock()

    init(_ text: Span<UInt8>) {
        cursor = TimeCursor(end: text.count)
        cursor.trimBlanks(in: text)
    }

    /// - Returns: `false` where the text is not as the pattern says.
    mutating func read(_ fields: [DatePattern.Field], in text: Span<UInt8>) -> Bool {
        let dateEnd = (fields.lastIndex { $0.isOfDate } ?? 0) + 1
        for (index, field) in fields.enumerated() {
            if cursor.isAtEnd, index >= dateEnd, clock.hour == nil { return true }
            guard read(field, in: text) else { return false }
        }
        return clock.readRest(at: &cursor, in: text)
    }

    private mutating func read(_ field: DatePattern.Field, in text: Span<UInt8>) -> Bool {
        switch field {
        case .year: year = cursor.number(4, in: text)
        case .shortYear: year = cursor.number(2, in: text).map { $0 + ($0 < 69 ? 2000 : 1900) }
        case .month(let digits): month = cursor.number(digits, in: text) ?? 0
        case .monthName: month = cursor.name(in: text).flatMap(DateNames.month) ?? 0
        case .day(let digits): day = cursor.number(digits, in: text) ?? 0
        case .weekdayName: weekday = cursor.name(in: text).flatMap(DateNames.weekday)
        case .sign(let sign): return cursor.skip(sign, in: text)
        default: return clock.read(field, at: &cursor, in: text)
        }
        switch field {
        case .year, .shortYear: return year != nil
        case .month, .monthName: return month > 0
        case .day: return day > 0
        default: return weekday != nil
        }
    }
}
