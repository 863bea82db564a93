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

    /// A time of these parts.
    init(date: LocalDate, clock: Int64?, offsetSeconds: Int64?) {
        self.date = date
        self.clock = clock
        self.offsetSeconds = offsetSeconds
    }

    /// Reads all of `text`; `nil` where it is anything else.
    init?(_ text: Span<UInt8>) {
        var cursor = TimeCursor(end: text.count)
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
