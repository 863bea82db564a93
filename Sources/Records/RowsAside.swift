internal import Diagnostics

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
            bytes.reserveCapacity(rows.reduce(0) { $0 + $1.byteCount })
            for packed in rows { packed.write(to: &bytes) }
            packs.append(try Self.append(bytes, to: scratch))
        }
        if !pool.isEmpty {
            pools.append(try Self.append(pool, to: scratch))
            poolSize += pool.count
        }
    }

    /// Appends the rows to others.
    func readRows(from scratch: any Scratch, into rows: inout [ScannedRow]) throws(RecordsError) {
        for range in packs {
            let bytes = try Self.bytes(in: range, of: scratch)
            var offset = 0
            while offset < bytes.count { PackedRows(readFrom: bytes.span.bytes, at: &offset).unpack(into: &rows) }
        }
    }

    /// The bytes of long entities, each behind its length of eight bytes.
    func pool(from scratch: any Scratch) throws(RecordsError) -> [UInt8] {
        var pool: [UInt8] = []
        for range in pools { pool += try Self.bytes(in: range, of: scratch) }
        return pool
    }

    private static func append(_ bytes: [UInt8], to scratch: any Scratch) throws(RecordsError) -> Range<Int> {
        do throws(ByteFault) {
            let start = try scratch.append(bytes)
            return start..<(start + bytes.count)
        } catch {
            throw RecordsError(kind: .notPutAside(error.message), position: SourcePosition(file: scratch.name))
        }
    }

    private static func bytes(in range: Range<Int>, of scratch: any Scratch) throws(RecordsError) -> [UInt8] {
        do throws(ByteFault) {
            return try scratch.bytes(in: range)
        } catch {
            throw RecordsError(kind: .notPutAside(error.message), position: SourcePosition(file: scratch.name))
        }
    }
}
