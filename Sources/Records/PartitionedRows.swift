/// The rows that one thread has found, in parts by entity. Where they take more memory than they may, all that are packed are
/// put aside, each part's together.
struct PartitionedRows: Sendable {
    /// How many parts there are.
    static let partCount = 1024
    /// So many rows are packed together; fewer than a byte can count.
    private static let rowsAPack = 128

    private struct Part {
        var packs: [PackedRows] = []
        /// The bytes of long entities, each behind its length of eight bytes.
        var pool: [UInt8] = []
        /// What was put aside.
        var aside = RowsAside()
    }

    private var parts = Array(repeating: Part(), count: partCount)
    /// Rows that are not packed yet: so many places for each part; none before the first row comes.
    private var open: [ScannedRow] = []
    /// How many of its places each part has filled.
    private var fill = [UInt8](repeating: 0, count: partCount)
    /// How many rows there are.
    private(set) var count = 0
    private let allowance: RowAllowance?
    /// How many bytes of packed rows and of long entities are in memory.
    private(set) var heldSize = 0

    /// - Parameter allowance: `nil`: everything stays in memory.
    init(_ allowance: RowAllowance? = nil) {
        self.allowance = allowance
    }

    /// Adds the rows of a chunk.
    /// - Throws: `RecordsError` where rows have to be put aside, and cannot be.
    mutating func add(_ chunk: ScannedChunk) throws(RecordsError) {
        if open.isEmpty, chunk.rows.count > 0 {
            let none = ScannedRow(high: 0, low: 0, time: 0, kind: 0, form: .narrow)
            open = Array(repeating: none, count: Self.partCount * Self.rowsAPack)
        }
        var index = 0
        while index < chunk.rows.count {
            let (next, full) = fillUp(with: chunk.rows, from: index, pool: chunk.pool)
            if let full { pack(full) }
            index = next
        }
        count += chunk.rows.count
        heldSize += chunk.pool.count
        if let allowance, heldSize > allowance.byteCount { try putAside(in: allowance.scratch) }
    }

    private mutating func putAside(in scratch: any Scratch) throws(RecordsError) {
        for part in parts.indices {
            try parts[part].aside.put(parts[part].packs, pool: parts[part].pool, in: scratch)
            parts[part].packs = []
            parts[part].pool = []
        }
        heldSize = 0
    }

    /// Puts rows into their parts until one is full.
    /// - Returns: The index of the next row, and the full part, if any.
    private mutating func fillUp(
        with rows: ScannedRows,
        from start: Int,
        pool: [UInt8]
    ) -> (next: Int, full: Int?) {
        // Moved out and back, so that they need not be looked after anew for every row.
        var (open, fill): ([ScannedRow], [UInt8]) = ([], [])
        swap(&open, &self.open)
        swap(&fill, &self.fill)
        defer {
            swap(&open, &self.open)
            swap(&fill, &self.fill)
        }
        var places = open.mutableSpan
        var filled = fill.mutableSpan
        let scanned = rows.places.span
        for index in start..<rows.count {
            var row = scanned[index]
            let key = EntityKey(high: row.high, low: row.low, form: row.form)
            let part = Int(truncatingIfNeeded: key.spread >> 54)
            if row.form == .long { row.low = keep(wordAt: row.low, of: pool, part: part) }
            let place = Int(filled[part])
            places[part * Self.rowsAPack + place] = row
            filled[part] = UInt8(truncatingIfNeeded: place + 1)
            if place + 1 == Self.rowsAPack { return (index + 1, part) }
        }
        return (rows.count, nil)
    }

    /// - Returns: Where the word lies now, counted from the first long word of the part.
    private mutating func keep(wordAt place: UInt64, of pool: [UInt8], part: Int) -> UInt64 {
        let start = Int(truncatingIfNeeded: place)
        defer { parts[part].pool.append(contentsOf: pool[start..<(start + 8 + Self.length(at: start, in: pool))]) }
        return UInt64(truncatingIfNeeded: parts[part].aside.poolSize + parts[part].pool.count)
    }

    private func openRows(of part: Int) -> ArraySlice<ScannedRow> {
        fill[part] == 0 ? [] : open[(part * Self.rowsAPack)..<(part * Self.rowsAPack + Int(fill[part]))]
    }

    private mutating func pack(_ part: Int) {
        let packed = PackedRows(openRows(of: part))
        heldSize += packed.byteCount
        parts[part].packs.append(packed)
        fill[part] = 0
    }

    /// Packs the rows that are not packed yet; no more come.
    mutating func finish() {
        for part in fill.indices where fill[part] > 0 { pack(part) }
        open = []
    }

    private static func length(at start: Int, in pool: [UInt8]) -> Int {
        (0..<8).reduce(0) { $0 | Int(pool[start + $1]) << ($1 * 8) }
    }

    /// Appends the rows of a part to others, and the bytes of its long entities to those of others.
    /// - Throws: `RecordsError` where rows that were put aside cannot be read again.
    func read(_ part: Int, into rows: inout [ScannedRow], pool: inout [UInt8]) throws(RecordsError) {
        let (first, base) = (rows.count, UInt64(pool.count))
        if let scratch = allowance?.scratch {
            try parts[part].aside.readRows(from: scratch, into: &rows)
            pool += try parts[part].aside.pool(from: scratch)
        }
        pool += parts[part].pool
        for pack in parts[part].packs { pack.unpack(into: &rows) }
        rows.append(contentsOf: openRows(of: part))
        guard base > 0 else { return }
        for row in first..<rows.count where rows[row].form == .long { rows[row].low += base }
    }

    /// Whether a part has long entities.
    func hasLongWords(_ part: Int) -> Bool { !parts[part].pool.isEmpty || parts[part].aside.poolSize > 0 }

    /// Appends those rows of a part that were put aside.
    /// - Throws: `RecordsError` where they cannot be read again.
    func readAside(_ part: Int, into rows: inout [ScannedRow]) throws(RecordsError) {
        guard let scratch = allowance?.scratch else { return }
        try parts[part].aside.readRows(from: scratch, into: &rows)
    }

    /// The packed rows of a part that are in memory.
    func packs(of part: Int) -> [PackedRows] { parts[part].packs }

    /// Whether the long words at two places are the same.
    static func isSameWord(_ one: UInt64, _ other: UInt64, in pool: [UInt8]) -> Bool {
        let (one, other) = (Int(truncatingIfNeeded: one), Int(truncatingIfNeeded: other))
        let count = 8 + length(at: one, in: pool)
        guard length(at: other, in: pool) + 8 == count else { return false }
        return pool[one..<(one + count)].elementsEqual(pool[other..<(other + count)])
    }
}

extension EntityKey {
    init(high: UInt64, low: UInt64, form: Form) {
        (self.high, self.low, self.form) = (high, low, form)
    }
}
