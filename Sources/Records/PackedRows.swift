/// Scanned rows that take little room: each number as what it is more than the least of its kind, in as few bits as the
/// largest of these needs. A row of a log with numbers for entities takes about seven bytes.
struct PackedRows: Sendable {
    /// Among others, their shape, then row behind row, and eight bytes more, so that eight can be loaded anywhere.
    let bytes: [UInt8]
    /// Where the shape begins.
    private let start: Int

    /// Packs at least one row, and at most 255.
    init(_ rows: ArraySlice<ScannedRow>) {
        let shape = PackedShape(of: rows)
        var bytes = [UInt8](repeating: 0, count: shape.size)
        var span = bytes.mutableSpan
        var raw = span.mutableBytes
        shape.write(to: &raw, at: 0)
        var offset = PackedShape.headSize
        // Each number overwrites the zeros behind the one before it.
        for row in rows {
            shape.write(row, to: &raw, at: offset)
            offset += shape.stride
        }
        self.init(in: bytes, at: 0)
    }

    /// The rows that were packed at `start`.
    init(in bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        self.start = start
    }

    /// How they are packed.
    var shape: PackedShape { PackedShape(in: bytes.span.bytes, at: start) }

    /// Where the first row begins.
    var firstRow: Int { start + PackedShape.headSize }

    /// All of them, and the eight bytes more, but not the shape.
    var rows: ArraySlice<UInt8> { bytes[firstRow..<(start + shape.size)] }

    /// How many rows there are.
    var count: Int { Int(bytes[start]) }

    /// Appends the rows, in their order.
    func unpack(into rows: inout [ScannedRow]) {
        let raw = bytes.span.bytes
        let shape = shape
        var offset = firstRow
        for _ in 0..<shape.count {
            rows.append(shape.row(in: raw, at: offset))
            offset += shape.stride
        }
    }
}
