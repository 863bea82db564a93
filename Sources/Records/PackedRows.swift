/// Scanned rows that take little room: each number as what it is more than the least of its kind, in as few bits as the
/// largest of these needs. A row of a log with numbers for entities takes about six bytes.
struct PackedRows: Sendable {
    /// Their shape, then row behind row, and eight bytes more, so that eight can be loaded anywhere.
    let bytes: [UInt8]

    /// Packs at least one row, and at most 255.
    init(_ rows: ArraySlice<ScannedRow>) {
        let shape = PackedShape(of: rows)
        var bytes = [UInt8](repeating: 0, count: shape.size)
        var span = bytes.mutableSpan
        var raw = span.mutableBytes
        shape.write(to: &raw)
        var offset = PackedShape.headSize
        // Each number overwrites the zeros behind the one before it.
        for row in rows {
            shape.write(row, to: &raw, at: offset)
            offset += shape.stride
        }
        self.bytes = bytes
    }

    /// Reads what `write` wrote from `offset` on, and moves it behind that.
    init(readFrom text: RawSpan, at offset: inout Int) {
        let start = offset
        offset += PackedShape(in: text, at: start).size
        bytes = (start..<offset).map { text.byte(at: $0) }
    }

    /// Appends the packed rows themselves, for another place than memory.
    func write(to all: inout [UInt8]) { all += bytes }

    /// About how many bytes it takes.
    var byteCount: Int { bytes.count + MemoryLayout<Self>.size + 48 }

    /// How they are packed.
    var shape: PackedShape { PackedShape(in: bytes.span.bytes, at: 0) }

    /// How many rows there are.
    var count: Int { Int(bytes[0]) }

    /// Appends the rows, in their order.
    func unpack(into rows: inout [ScannedRow]) {
        let raw = bytes.span.bytes
        let shape = PackedShape(in: raw, at: 0)
        var offset = PackedShape.headSize
        for _ in 0..<shape.count {
            rows.append(shape.row(in: raw, at: offset))
            offset += shape.stride
        }
    }
}
