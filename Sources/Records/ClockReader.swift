internal import Calendars

/// Reads the times of rows: the usual shapes of ISO 8601 eight bytes at a time, all others as `SpelledTime` does.
///
/// The results are those of `ZoneClock` and `TextFormat.time`. The date that was read last is remembered, as rows of a day
/// mostly stand together.
struct ClockReader {
    /// Whether the time that was read last was more than a date.
    private(set) var hadClockTime = false
    private let format: TextFormat
    private var clock: ZoneClock
    /// The date that was read last, as its ten bytes.
    private var lastDate: (UInt64, UInt64) = (0, 0)
    /// Its midnight in universal time.
    private var midnight: Int64 = 0

    init(_ format: TextFormat) {
        self.format = format
        clock = ZoneClock(format.zone)
    }

    /// Microseconds since 1970 UTC; `nil` where the bytes are no time in the configured pattern, or else in ISO 8601.
    /// - Precondition: There are at least 16 more bytes behind the text's end.
    @inline(__always)
    mutating func microseconds(of text: RawSpan, at start: Int, count: Int) -> Int64? {
        guard count == 20, format.dates == nil, text.knownByte(at: start &+ 19) | 0x20 == UInt8(ascii: "z"),
            let time = universal(text, at: start)
        else { return spelled(text, at: start, count: count) }
        return time
    }

    /// `2026-11-09T14:05:00` at `start`, in universal time; a space for the `T` too.
    @inline(__always)
    private mutating func universal(_ text: RawSpan, at start: Int) -> Int64? {
        let date = (text.knownEightBytes(at: start), text.knownEightBytes(at: start &+ 8).keepingBytes(2))
        let separator = text.knownByte(at: start &+ 10)
        guard separator == UInt8(ascii: "T") || separator == ASCII.space else { return nil }
        if date.0 != lastDate.0 || date.1 != lastDate.1 {
            guard let read = self.date(text, at: start) else { return nil }
            midnight = Int64(read.dayNumber) * microsecondsADay
            lastDate = date
        }
        guard let seconds = Self.secondOfDay(text.knownEightBytes(at: start &+ 11)) else { return nil }
        hadClockTime = true
        return midnight + seconds * 1_000_000
    }

    private func date(_ text: RawSpan, at start: Int) -> LocalDate? {
        let bytes = (start..<(start + 10)).map { text.byte(at: $0) }
        return SpelledTime(bytes.span)?.date
    }

    /// `14:05:00`, the first byte lowest.
    @inline(__always)
    private static func secondOfDay(_ clock: UInt64) -> Int64? {
        let digits = clock ^ 0x3030_3A30_303A_3030
        guard (digits | (digits &+ 0x7676_7F76_767F_7676)) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let hour = Int64(digits & 0xFF) * 10 + Int64(digits >> 8 & 0xFF)
        let minute = Int64(digits >> 24 & 0xFF) * 10 + Int64(digits >> 32 & 0xFF)
        let second = Int64(digits >> 48 & 0xFF) * 10 + Int64(digits >> 56)
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return (hour * 60 + minute) * 60 + second
    }

    private mutating func spelled(_ text: RawSpan, at start: Int, count: Int) -> Int64? {
        guard count > 0, count <= 64 else { return nil }
        let bytes = (start..<(start + count)).map { text.byte(at: $0) }
        guard let time = format.time(bytes.span) else { return nil }
        return microseconds(of: time)
    }

    /// The instant of a time that was read elsewhere.
    mutating func microseconds(of time: SpelledTime) -> Int64 {
        hadClockTime = time.clock != nil
        return clock.microseconds(of: time)
    }
}
