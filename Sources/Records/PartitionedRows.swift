/// The rows of all entities, in parts by entity: an entity's rows are all in one part, and a part fits in the cache.
///
/// Which part an entity is in depends on its identifier alone, and the rows of a part keep the order of the input.
public struct PartitionedRows: Sendable {
    /// How many parts there are.
    public static let partCount = 1024
    /// So many rows are packed together.
    private static let rowsAPack = 256

    private struct Part {
        var packs: [PackedRows] = []
        /// Not yet packed.
        var open: [ScannedRow] = []
        /// The bytes of long entities, each behind its length of eight bytes.
        var pool: [UInt8] = []
    }

    private var parts = Array(repeating: Part(), count: partCount)
    /// How many rows there are.
    public private(set) var count = 0

    init() {}

    /// Adds the rows of a chunk.
    mutating func add(_ chunk: ScannedChunk) {
        for row in chunk.rows {
            let key = EntityKey(high: row.high, low: row.low, form: row.form)
            let part = Int(truncatingIfNeeded: key.spread >> 54)
            if row.form == .long {
                add(row, from: chunk.pool, to: part)
            } else {
                parts[part].open.append(row)
            }
            if parts[part].open.count == Self.rowsAPack { pack(part) }
        }
        count += chunk.rows.count
    }

    private mutating func add(_ row: ScannedRow, from pool: [UInt8], to part: Int) {
        let start = Int(truncatingIfNeeded: row.low)
        var moved = row
        moved.low = UInt64(truncatingIfNeeded: parts[part].pool.count)
        parts[part].pool.append(contentsOf: pool[start..<(start + 8 + Self.length(at: start, in: pool))])
        parts[part].open.append(moved)
    }

    private mutating func pack(_ part: Int) {
        parts[part].packs.append(PackedRows(parts[part].open))
        parts[part].open.removeAll(keepingCapacity: true)
    }

    private static func length(at start: Int, in pool: [UInt8]) -> Int {
        (0..<8).reduce(0) { $0 | Int(pool[start + $1]) << ($1 * 8) }
    }

    /// Puts the rows of a part into `rows`, entity by entity.
    public func read(_ part: Int, into rows: inout EntityRows) {
        rows.begin()
        for pack in parts[part].packs { pack.unpack(into: &rows.scanned) }
        rows.scanned.append(contentsOf: parts[part].open)
        rows.group { Self.isSameWord($0, $1, in: parts[part].pool) }
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
