/// The packed rows of one part that were put aside, in the order of the input.
struct RowsAside: Sendable {
    private var packs: [Range<Int>] = []
    private var pools: [Range<Int>] = []
    /// How many bytes of long entities there are.
    private(set) var poolSize = 0

    /// Puts more rows aside.
    mutating func put(_ rows: [PackedRows], pool: [UInt8], in scratch: any Scratch) throws(RecordsError) {
        if !rows.isEmpty {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(rows.reduce(0) { $0 + $1.shape.size })
            for packed in rows { packed.shape.append(packed.rows, to: &bytes) }
            packs.append(try scratch.put(bytes))
        }
        if !pool.isEmpty {
            pools.append(try scratch.put(pool))
            poolSize += pool.count
        }
    }

    /// Appends the packed rows to others.
    func readPacks(from scratch: any Scratch, into rows: inout [PackedRows]) throws(RecordsError) {
        for range in packs {
            let bytes = try scratch.get(range)
            var offset = 0
            while offset < bytes.count {
                rows.append(PackedRows(in: bytes, at: offset))
                offset += rows[rows.count - 1].shape.size
            }
        }
    }

    /// The bytes of long entities, each behind its length of eight bytes.
    func pool(from scratch: any Scratch) throws(RecordsError) -> [UInt8] {
        var pool: [UInt8] = []
        for range in pools { pool += try scratch.get(range) }
        return pool
    }
}
