/// An event that somebody wants: who, when, and of what kind.
struct ScannedRow {
    /// The entity's key, taken apart so that a row takes 32 bytes. Of a long word, `low` is where its bytes lie.
    var high: UInt64
    var low: UInt64
    /// Microseconds since 1970 UTC.
    var time: Int64
    /// As `KnownWords` number it.
    var kind: Int32
    var form: EntityKey.Form
}

/// Rows that somebody wants, in places of which there are more than rows: a row may be written before it is clear whether it
/// is kept.
struct ScannedRows {
    private(set) var count = 0
    private(set) var places: [ScannedRow] = []

    private static let none = ScannedRow(high: 0, low: 0, time: 0, kind: 0, form: .narrow)

    /// Forgets all rows.
    mutating func removeAll() { count = 0 }

    mutating func append(_ row: ScannedRow) {
        writing(upTo: 1) { places, count in
            places[count] = row
            count += 1
        }
    }

    /// Lets `write` write up to so many more rows behind the others, and count those that are kept.
    @inline(__always)
    mutating func writing<Product>(
        upTo more: Int,
        _ write: (inout MutableSpan<ScannedRow>, inout Int) -> Product
    ) -> Product {
        if places.count < count + more {
            places.append(contentsOf: repeatElement(Self.none, count: max(places.count, count + more - places.count)))
        }
        var kept = count
        defer { count = kept }
        var span = places.mutableSpan
        return write(&span, &kept)
    }
}

/// What a chunk of a file's text holds. Line numbers count from its own first line, which is 1.
struct ScannedChunk: Sendable {
    /// The rows that somebody wants.
    var rows = ScannedRows()
    /// The bytes of long entities, each behind its length of eight bytes.
    var pool: [UInt8] = []
    /// Rows by day and users, those that nobody wants included.
    var days: [(key: DayTally.Key, count: Int)] = []
    /// Rows that are no events, in their order.
    var faults: [RowFault] = []
    /// How many of the faults are times that the whole column might explain.
    var unread = 0
    /// How many rows are events.
    var accepted = 0
    var hasClockTimes = false
    /// Up to where all this is certain; from there on, what follows the chunk decides.
    var end = 0
    /// How many line breaks there are up to `end`.
    var lines = 0
    /// How many bytes were read again behind a stray quote.
    var reread = 0
    /// Lines that hold something and lie behind the table.
    var outside = 0

    /// Adds the bytes of a long entity to the others.
    /// - Returns: Where they lie.
    mutating func keep(_ text: RawSpan, at start: Int, count: Int) -> UInt64 {
        let place = UInt64(truncatingIfNeeded: pool.count)
        for shift in 0..<8 { pool.append(UInt8(truncatingIfNeeded: count >> (shift * 8))) }
        for offset in 0..<count { pool.append(text.byte(at: start + offset)) }
        return place
    }
}
