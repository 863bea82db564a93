/// The clock time of a date that a pattern reads, field by field.
struct SpelledClock {
    /// The hour of 24, or of 12 where `isAfterNoon` is set.
    private(set) var hour: Int?
    private var minute: Int?
    private var second: Int?
    private var fraction: Int64 = 0
    private var isAfterNoon: Bool?
    /// Seconds that the clock is ahead of universal time.
    private(set) var offset: Int64?

    /// Whether there is such a time of day, or none at all.
    var isSound: Bool {
        guard let hour else { return true }
        return isAfterNoon == nil ? hour < 24 : (1...12).contains(hour)
    }

    /// Microseconds since midnight; `nil` without a clock time.
    var microseconds: Int64? {
        guard let hour else { return nil }
        let ofDay = isAfterNoon.map { hour % 12 + ($0 ? 12 : 0) } ?? hour
        let seconds = (ofDay * 60 + (minute ?? 0)) * 60 + (second ?? 0)
        return Int64(seconds) * 1_000_000 + fraction
    }

    /// - Returns: `false` where the text is not as the pattern says.
    mutating func read(_ field: DatePattern.Field, at cursor: inout TimeCursor, in text: Span<UInt8>) -> Bool {
        switch field {
        case .hour(let digits), .halfHour(let digits):
            hour = cursor.number(digits, in: text)
            return hour != nil
        case .minute:
            minute = cursor.number(2, upTo: 59, in: text)
            return minute != nil
        case .second: return readSecond(at: &cursor, in: text)
        case .half:
            isAfterNoon = cursor.name(in: text).flatMap(DateNames.isAfterNoon)
            return isAfterNoon != nil
        case .offset:
            offset = cursor.offsetSeconds(in: text)
            return offset != nil
        default: return false
        }
    }

    /// Reads what stands behind all fields of the pattern: seconds, or the whole clock time, if the pattern has none.
    mutating func readRest(at cursor: inout TimeCursor, in text: Span<UInt8>) -> Bool {
        if cursor.isAtEnd { return true }
        if hour == nil {
            _ = cursor.skip(ASCII.comma, in: text)
            guard cursor.skip(" ", in: text) || cursor.skip("T", in: text),
                read(.hour(1...2), at: &cursor, in: text), cursor.skip(UInt8(ascii: ":"), in: text),
                read(.minute, at: &cursor, in: text)
            else { return false }
        }
        if minute != nil, second == nil, isAfterNoon == nil, cursor.skip(UInt8(ascii: ":"), in: text) {
            guard readSecond(at: &cursor, in: text) else { return false }
        }
        if cursor.isAtEnd { return true }
        if isAfterNoon == nil, readHalf(at: &cursor, in: text), cursor.isAtEnd { return true }
        return offset == nil && read(.offset, at: &cursor, in: text) && cursor.isAtEnd
    }

    private mutating func readSecond(at cursor: inout TimeCursor, in text: Span<UInt8>) -> Bool {
        second = cursor.number(2, upTo: 59, in: text)
        guard second != nil, let fraction = cursor.fraction(in: text) else { return false }
        self.fraction = fraction
        return true
    }

    /// Stays where it is if no half of the day is named.
    private mutating func readHalf(at cursor: inout TimeCursor, in text: Span<UInt8>) -> Bool {
        var ahead = cursor
        _ = ahead.skip(" ", in: text)
        guard let half = ahead.name(in: text).flatMap(DateNames.isAfterNoon) else { return false }
        isAfterNoon = half
        cursor = ahead
        return true
    }
}
