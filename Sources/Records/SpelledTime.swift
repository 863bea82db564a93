internal import Calendars

/// A time as a cell spells it: ISO 8601's extended form, with what exports make of it.
///
/// `2026-11-09`; then perhaps `T`, `t` or a space and `HH:MM` or `HH:MM:SS`; after seconds perhaps `.` or `,` and any
/// number of digits, cut to microseconds; after a clock time perhaps, with or without a space before it, `Z`, `z`,
/// `UTC`, `GMT`, `+03:00`, `+0300` or `+03`. Years 0001–9999, hours 0–23, minutes and seconds 0–59, offsets up to 18
/// hours. Spaces and tabs around it do not count.
struct SpelledTime: Equatable {
    /// The day.
    var date: LocalDate
    /// The clock's microseconds since midnight; `nil` where there is a date only.
    var clock: Int64?
    /// What the clock is ahead of universal time; `nil` where it does not say.
    var offsetSeconds: Int64?

    /// Reads all of `text`; `nil` where it is anything else.
    init?(_ text: Span<UInt8>) {
        var cursor = Cursor()
        cursor.end = text.count
        cursor.trimBlanks(in: text)
        guard let date = cursor.date(in: text) else { return nil }
        self.date = date
        if cursor.isAtEnd { return }
        guard cursor.skip(in: text, where: { $0 | 0x20 == UInt8(ascii: "t") || $0 == ASCII.space }),
            let clock = cursor.clock(in: text)
        else { return nil }
        self.clock = clock
        if cursor.isAtEnd { return }
        guard let offset = cursor.offsetSeconds(in: text), cursor.isAtEnd else { return nil }
        offsetSeconds = offset
    }
}

/// A place in a text that is being read.
private struct Cursor {
    var start = 0
    var end = 0

    var isAtEnd: Bool { start == end }

    mutating func trimBlanks(in text: Span<UInt8>) {
        while start < end, ASCII.isBlank(text[start]) { start += 1 }
        while start < end, ASCII.isBlank(text[end - 1]) { end -= 1 }
    }

    /// Goes over the next byte if it is a wanted one.
    mutating func skip(in text: Span<UInt8>, where isWanted: (UInt8) -> Bool) -> Bool {
        guard start < end, isWanted(text[start]) else { return false }
        start += 1
        return true
    }

    mutating func skip(_ byte: UInt8, in text: Span<UInt8>) -> Bool { skip(in: text) { $0 == byte } }

    /// Goes over all that is left if it is one of `universalNames`.
    mutating func skipUniversalName(in text: Span<UInt8>) -> Bool {
        guard end - start == 3, text[start] > UInt8(ascii: "9") else { return false }
        let name = (start..<end).map { text[$0] }
        guard Self.universalNames.contains(name) else { return false }
        start = end
        return true
    }

    private static let universalNames = [Array("UTC".utf8), Array("GMT".utf8)]

    /// A number of exactly so many digits, up to `maximum`.
    mutating func number(_ digits: Int, upTo maximum: Int = .max, in text: Span<UInt8>) -> Int? {
        guard end - start >= digits else { return nil }
        var value = 0
        for offset in start..<(start + digits) {
            let digit = text[offset] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        start += digits
        return value <= maximum ? value : nil
    }

    mutating func date(in text: Span<UInt8>) -> LocalDate? {
        let hyphen = UInt8(ascii: "-")
        guard let year = number(4, in: text), year >= 1, skip(hyphen, in: text),
            let month = number(2, in: text), skip(hyphen, in: text), let day = number(2, in: text)
        else { return nil }
        return LocalDate(year: year, month: month, day: day)
    }

    /// Microseconds since midnight.
    mutating func clock(in text: Span<UInt8>) -> Int64? {
        let colon = UInt8(ascii: ":")
        guard let hour = number(2, upTo: 23, in: text), skip(colon, in: text),
            let minute = number(2, upTo: 59, in: text)
        else { return nil }
        let minutes = Int64(hour * 60 + minute)
        guard skip(colon, in: text) else { return minutes * 60_000_000 }
        guard let second = number(2, upTo: 59, in: text), let fraction = fraction(in: text) else { return nil }
        return (minutes * 60 + Int64(second)) * 1_000_000 + fraction
    }

    /// Microseconds; 0 where no fraction follows, `nil` where its digits are missing.
    mutating func fraction(in text: Span<UInt8>) -> Int64? {
        guard skip(in: text, where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) else { return 0 }
        var value: Int64 = 0
        var unit: Int64 = 100_000
        let first = start
        while start < end, case let digit = text[start] &- UInt8(ascii: "0"), digit <= 9 {
            value += Int64(digit) * unit
            unit /= 10
            start += 1
        }
        return start > first ? value : nil
    }

    mutating func offsetSeconds(in text: Span<UInt8>) -> Int64? {
        _ = skip(ASCII.space, in: text)
        if skip(in: text, where: { $0 | 0x20 == UInt8(ascii: "z") }) { return 0 }
        if skipUniversalName(in: text) { return 0 }
        let isBehind = skip(UInt8(ascii: "-"), in: text)
        guard isBehind || skip(UInt8(ascii: "+"), in: text), let hours = number(2, in: text) else { return nil }
        var minutes = 0
        if !isAtEnd {
            _ = skip(UInt8(ascii: ":"), in: text)
            guard let more = number(2, upTo: 59, in: text) else { return nil }
            minutes = more
        }
        let seconds = Int64(hours * 60 + minutes) * 60
        guard seconds <= 18 * 3600 else { return nil }
        return isBehind ? -seconds : seconds
    }
}
