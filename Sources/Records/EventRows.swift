/// The rows of all entities as several threads have found them, in parts by entity: all of an entity's rows are in one part,
/// and a part fits in the cache.
///
/// Which part an entity is in depends on its identifier alone; the rows of a part are in no order.
public struct EventRows: Sendable {
    /// How many parts there are.
    public static let partCount = PartitionedRows.partCount

    /// One a thread.
    private let sets: [PartitionedRows]

    /// - Throws: `RecordsError` where rows have to be put aside, and cannot be.
    init(_ sets: [PartitionedRows]) throws(RecordsError) {
        var finished = sets
        for index in finished.indices { try finished[index].finish() }
        self.sets = finished
    }

    /// How many rows there are.
    public var count: Int { sets.reduce(0) { $0 + $1.count } }

    /// How many bytes of packed rows and of long entities are in memory.
    var heldSize: Int { sets.reduce(0) { $0 + $1.heldSize } }

    /// Puts the rows of a part into `rows`, entity by entity.
    /// - Throws: `RecordsError` where rows that were put aside cannot be read again.
    public func read(_ part: Int, into rows: inout EntityRows) throws(RecordsError) {
        rows.begin()
        var pool: [UInt8] = []
        for set in sets { try set.read(part, into: &rows.scanned, pool: &pool) }
        rows.group { PartitionedRows.isSameWord($0, $1, in: pool) }
    }

    /// Puts the rows of a part into `rows` as numbers, entity by entity.
    /// - Returns: `false` where it cannot: an entity's word is long, or a row is earlier than numbers can say.
    /// - Throws: `RecordsError` where rows that were put aside cannot be read again.
    public func read(
        _ part: Int,
        into rows: inout NumberedRows,
        by numbering: RowNumbering
    ) throws(RecordsError) -> Bool {
        guard !sets.contains(where: { $0.hasLongWords(part) }) else { return false }
        var packs: [PackedRows] = []
        for set in sets { try set.readPacks(of: part, into: &packs) }
        return rows.fill(with: packs, by: numbering)
    }
}
