/// The rows that one thread has found, in parts by entity. Where they take more memory than they may, all that are packed are
/// put aside, each part's together.
struct PartitionedRows: Sendable {
    /// How many parts there are.
    static let partCount = 1024
    /// So many rows are packed together; fewer than a byte can count.
    static let rowsAPack = 128

    private struct Part {
        /// The bytes of long entities, each behind its length of eight bytes.
        var pool: [UInt8] = []
        /// What was put aside.
        var aside = RowsAside()
    }

    private var parts = Array(repeating: Part(), count: partCount)
    private var store = PackStore(parts: partCount)
    /// Rows that are packed as they come.
    private var numbers = OpenNumbers()
    /// Other rows that are not packed yet: so many places for each part; none before the first of them comes.
    private var open: [ScannedRow] = []
    /// How many of its places each part has filled.
    private var fill = [UInt8](repeating: 0, count: partCount)
    /// How many rows there are.
    private(set) var count = 0
    private let allowance: RowAllowance?
    private var poolSize = 0
    /// How many bytes of packed rows and of long entities are in memory.
    var heldSize: Int { store.byteCount + poolSize }

    /// - Parameter allowance: `nil`: everything stays in memory.
    init(_ allowance: RowAllowance? = nil) {
        self.allowance = allowance
    }

    /// Adds the rows of a chunk.
    /// - Throws: `RecordsError` where rows have to be put aside, and cannot be.
    mutating func add(_ chunk: ScannedChunk) throws(RecordsError) {
        let rows = chunk.rows
        var hasLooked = false
        var index = 0
        while index < rows.count {
            let (next, full) = numbers.take(rows, from: index)
            index = next
            if let full {
                numbers.pack(full, into: &store)
            } else if index < rows.count, !hasLooked, NumberShape.canDescribe(rows.places[index]) {
                hasLooked = true
                if let wider = NumberShape(of: rows, from: index, and: numbers.shape) { begin(wider) }
            } else if index < rows.count {
                index = addOthers(rows, from: index, pool: chunk.pool)
            }
        }
        count += chunk.rows.count
        poolSize += chunk.pool.count
        try putAsideWhatIsTooMuch()
    }

    /// Packs what is written as numbers, and writes others from now on, or none.
    private mutating func begin(_ shape: NumberShape?) {
        for part in parts.indices { numbers.pack(part, into: &store) }
        numbers.begin(shape)
    }

    /// Adds rows from `start` on up to one that can be written as a number.
    /// - Returns: The index of that.
    private mutating func addOthers(_ rows: ScannedRows, from start: Int, pool: [UInt8]) -> Int {
        if open.isEmpty {
            let none = ScannedRow(high: 0, low: 0, time: 0, kind: 0, form: .narrow)
            open = Array(repeating: none, count: Self.partCount * Self.rowsAPack)
        }
        var (index, full) = (start, Int?.none)
        repeat {
            (index, full) = fillUp(with: rows, from: index, pool: pool)
            if let full { pack(full) }
        } while full != nil
        return index
    }

    /// The part that a row's entity is in.
    @inline(__always)
    static func part(of row: ScannedRow) -> Int {
        Int(truncatingIfNeeded: EntityKey(high: row.high, low: row.low, form: row.form).spread >> 54)
    }

    private mutating func putAsideWhatIsTooMuch() throws(RecordsError) {
        if let allowance, heldSize > allowance.byteCount { try putAside(in: allowance.scratch) }
    }

    private mutating func putAside(in scratch: any Scratch) throws(RecordsError) {
        store.finish()
        for part in parts.indices {
            try parts[part].aside.put(store.packs(of: part), pool: parts[part].pool, in: scratch)
            parts[part].pool = []
        }
        store = PackStore(parts: Self.partCount)
        poolSize = 0
    }

    /// Puts rows into their parts until one is full, or a row can be written as a number.
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
        let shape = numbers.shape
        for index in start..<rows.count {
            var row = scanned[index]
            if shape?.number(of: row) != nil { return (index, nil) }
            let part = Self.part(of: row)
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
        store.append(packed.rows, packed.shape, to: part)
        fill[part] = 0
    }

    /// Packs the rows that are not packed yet; no more come.
    /// - Throws: `RecordsError` where rows have to be put aside, and cannot be.
    mutating func finish() throws(RecordsError) {
        for part in fill.indices where fill[part] > 0 { pack(part) }
        open = []
        begin(nil)
        try putAsideWhatIsTooMuch()
        store.finish()
    }

    private static func length(at start: Int, in pool: [UInt8]) -> Int {
        (0..<8).reduce(0) { $0 | Int(pool[start + $1]) << ($1 * 8) }
    }

    /// Appends the rows of a part to others, and the bytes of its long entities to those of others.
    /// - Throws: `RecordsError` where rows that were put aside cannot be read again.
    func read(_ part: Int, into rows: inout [ScannedRow], pool: inout [UInt8]) throws(RecordsError) {
        let (first, base) = (rows.count, UInt64(pool.count))
        if let scratch = allowance?.scratch { pool += try parts[part].aside.pool(from: scratch) }
        pool += parts[part].pool
        var packs: [PackedRows] = []
        try readPacks(of: part, into: &packs)
        for pack in packs { pack.unpack(into: &rows) }
        guard base > 0 else { return }
        for row in first..<rows.count where rows[row].form == .long { rows[row].low += base }
    }

    /// Whether a part has long entities.
    func hasLongWords(_ part: Int) -> Bool { !parts[part].pool.isEmpty || parts[part].aside.poolSize > 0 }

    /// Appends the packed rows of a part to others.
    /// - Throws: `RecordsError` where those that were put aside cannot be read again.
    func readPacks(of part: Int, into packs: inout [PackedRows]) throws(RecordsError) {
        if let scratch = allowance?.scratch { try parts[part].aside.readPacks(from: scratch, into: &packs) }
        packs += store.packs(of: part)
    }

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
