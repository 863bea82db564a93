internal import Calendars

/// Reads the times of rows: the usual shapes of ISO 8601 eight bytes at a time, all others as `SpelledTime` does.
///
/// The results are those of `ZoneClock` and `TextFormat.time`.
struct ClockReader {
    /// Whether the time that was read last was more than a date.
    private(set) var hadClockTime = false
    private let format: TextFormat
    private var clock: ZoneClock
    /// A date and the separator behind it, and its midnight in universal time.
    private struct KnownDate {
        /// Its first eight bytes and its other three; as it begins, those of no date.
        var bytes: (UInt64, UInt64) = (0, .max)
        var midnight: Int64 = 0

        @inline(__always)
        func isWritten(_ first: UInt64, _ last: UInt64) -> Bool { first == bytes.0 && last == bytes.1 }
    }

    /// The date that was read last: rows of a day mostly stand together.
    private var last = KnownDate()
    /// Others, by their bytes: rows may as well stand together by entity.
    private var known = [KnownDate](repeating: KnownDate(), count: 512)

    init(_ format: TextFormat) {
        self.format = format
        clock = ZoneClock(format.zone)
    }

    /// Microseconds since 1970 UTC; `nil` where the bytes are no time in the configured pattern, or else in ISO 8601.
    /// - Precondition: There are at least 16 more bytes behind the text's end.
    mutating func microseconds(of text: RawSpan, at start: Int, count: Int) -> Int64? {
        guard count == 20, format.dates == nil, text.knownByte(at: start &+ 19) | 0x20 == UInt8(ascii: "z"),
            let time = universal(text, at: start)
        else { return spelled(text, at: start, count: count) }
        return time
    }

    /// Reads the times of rows as long as they are of the most usual shape, `2026-11-09T14:05:00Z` or that with a space for the
    /// `T`, and of dates that are known.
    /// - Parameters:
    ///   - cell: How many places of a row stand before the time's own.
    ///   - row: Where to begin.
    ///   - first: Where the first of the plain rows stands among `rows`.
    /// - Returns: The first row with another time.
    @inline(never)
    mutating func readUsual(
        _ cell: Int,
        of plain: PlainRows,
        from row: Int,
        _ places: Span<UInt32>,
        in text: RawSpan,
        _ rows: inout MutableSpan<ScannedRow>,
        _ first: Int
    ) -> Int {
        guard format.dates == nil else { return row }
        var date = last
        defer { last = date }
        var rows = rows.extracting(first..<(first + plain.count))
        var place = plain.place(of: cell, in: row)
        for row in row..<plain.count {
            let (start, count) = places.cell(behind: place, of: text)
            guard count == 20, text.knownByte(at: start &+ 19) | 0x20 == UInt8(ascii: "z") else { return row }
            let (first, last) = Self.dateBytes(text, at: start)
            if !date.isWritten(first, last) {
                let other = known[Self.slot(first, last)]
                guard other.isWritten(first, last) else { return row }
                date = other
            }
            guard let seconds = Self.secondOfDay(text.knownEightBytes(at: start &+ 11)) else { return row }
            rows[row].time = date.midnight &+ seconds &* 1_000_000
            place &+= plain.stride
        }
        return plain.count
    }

    @inline(__always)
    private static func dateBytes(_ text: RawSpan, at start: Int) -> (UInt64, UInt64) {
        (text.knownEightBytes(at: start), text.knownEightBytes(at: start &+ 8).keepingBytes(3))
    }

    @inline(__always)
    private static func slot(_ first: UInt64, _ last: UInt64) -> Int {
        Int(truncatingIfNeeded: ((first ^ last << 29) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }

    /// `2026-11-09T14:05:00` at `start`, in universal time; a space for the `T` too.
    private mutating func universal(_ text: RawSpan, at start: Int) -> Int64? {
        let bytes = Self.dateBytes(text, at: start)
        if !last.isWritten(bytes.0, bytes.1) {
            guard let read = date(text, at: start) else { return nil }
            last = KnownDate(bytes: bytes, midnight: Int64(read.dayNumber) * microsecondsADay)
            known[Self.slot(bytes.0, bytes.1)] = last
        }
        guard let seconds = Self.secondOfDay(text.knownEightBytes(at: start &+ 11)) else { return nil }
        hadClockTime = true
        return last.midnight + seconds * 1_000_000
    }

    private func date(_ text: RawSpan, at start: Int) -> LocalDate? {
        let separator = text.knownByte(at: start + 10)
        guard separator == UInt8(ascii: "T") || separator == ASCII.space else { return nil }
        let bytes = (start..<(start + 10)).map { text.byte(at: $0) }
        return SpelledTime(bytes.span)?.date
    }

    /// `14:05:00`, the first byte lowest.
    @inline(__always)
    private static func secondOfDay(_ clock: UInt64) -> Int64? {
        let digits = clock ^ 0x3030_3A30_303A_3030
        guard (digits | (digits &+ 0x7676_7F76_767F_7676)) & 0x8080_8080_8080_8080 == 0 else { return nil }
        // Of each number, its first digit's byte becomes the whole of it.
        let numbers = (digits &* 10 &+ digits >> 8) & 0x00FF_0000_FF00_00FF
        // 24 hours, 60 minutes or 60 seconds reach the highest bit.
        guard (numbers &+ 0x0044_0000_4400_0068) & 0x0080_0000_8000_0080 == 0 else { return nil }
        let (hour, minute, second) = (numbers & 0xFF, numbers >> 24 & 0xFF, numbers >> 48)
        return Int64(truncatingIfNeeded: (hour &* 60 &+ minute) &* 60 &+ second)
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
