/// The rows of all entities, in parts by entity: an entity's rows are all in one part, and a part fits in the cache.
///
/// Which part an entity is in depends on its identifier alone, and the rows of a part keep the order of the input. Where
/// rows take more memory than they may, all that are packed are put aside, each part's together.
public struct PartitionedRows: Sendable {
    /// How many parts there are.
    public static let partCount = 1024
    /// So many rows are packed together.
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
    private var fill = Array(repeating: 0, count: partCount)
    /// How many rows there are.
    public private(set) var count = 0
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
        if open.isEmpty, !chunk.rows.isEmpty {
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
        with rows: [ScannedRow],
        from start: Int,
        pool: [UInt8]
    ) -> (next: Int, full: Int?) {
        var open: [ScannedRow] = []
        var filled: [Int] = []
        swap(&open, &self.open)
        swap(&filled, &fill)
        defer {
            self.open = open
            fill = filled
        }
        for index in start..<rows.count {
            var row = rows[index]
            let key = EntityKey(high: row.high, low: row.low, form: row.form)
            let part = Int(truncatingIfNeeded: key.spread >> 54)
            if row.form == .long { row.low = keep(wordAt: row.low, of: pool, part: part) }
            open[part * Self.rowsAPack + filled[part]] = row
            filled[part] += 1
            if filled[part] == Self.rowsAPack { return (index + 1, part) }
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
        fill[part] == 0 ? [] : open[(part * Self.rowsAPack)..<(part * Self.rowsAPack + fill[part])]
    }

    private mutating func pack(_ part: Int) {
        let packed = PackedRows(openRows(of: part))
        heldSize += packed.byteCount
        parts[part].packs.append(packed)
        fill[part] = 0
    }

    private static func length(at start: Int, in pool: [UInt8]) -> Int {
        (0..<8).reduce(0) { $0 | Int(pool[start + $1]) << ($1 * 8) }
    }

    /// Puts the rows of a part into `rows`, entity by entity.
    /// - Throws: `RecordsError` where rows that were put aside cannot be read again.
    public func read(_ part: Int, into rows: inout EntityRows) throws(RecordsError) {
        rows.begin()
        var pool = parts[part].pool
        if let scratch = allowance?.scratch {
            try parts[part].aside.readRows(from: scratch, into: &rows.scanned)
            let first = try parts[part].aside.pool(from: scratch)
            if !first.isEmpty { pool = first + pool }
        }
        for pack in parts[part].packs { pack.unpack(into: &rows.scanned) }
        rows.scanned.append(contentsOf: openRows(of: part))
        rows.group { Self.isSameWord($0, $1, in: pool) }
    }

    /// Whether the long words at two places are the same.
    private static func isSameWord(_ one: UInt64, _ other: UInt64, in pool: [UInt8]) -> Bool {
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
