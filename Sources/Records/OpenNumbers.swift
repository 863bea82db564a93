/// Rows on their way into packs, each written as one number at once: those that a ``NumberShape`` describes.
struct OpenNumbers: Sendable {
    /// What rows are taken; `nil` where none are.
    private(set) var shape: NumberShape?
    private var packed: PackedShape?
    /// One pack a part, `room` bytes each.
    private var bytes: [UInt8] = []
    /// How many rows each part's pack has.
    private var fill = [UInt8](repeating: 0, count: PartitionedRows.partCount)

    private static let room = PartitionedRows.rowsAPack * 8 + 8

    /// Takes rows from `start` on, until one is not described, or a part's pack is full.
    /// - Returns: The index of the next row, and the full part, if any.
    mutating func take(_ rows: ScannedRows, from start: Int) -> (next: Int, full: Int?) {
        guard let shape, let packed else { return (start, nil) }
        // Moved out and back, so that they need not be looked after anew for every row.
        var (bytes, fill): ([UInt8], [UInt8]) = ([], [])
        swap(&bytes, &self.bytes)
        swap(&fill, &self.fill)
        defer {
            swap(&bytes, &self.bytes)
            swap(&fill, &self.fill)
        }
        var places = bytes.mutableSpan
        var raw = places.mutableBytes
        var filled = fill.mutableSpan
        let scanned = rows.places.span
        let stride = packed.stride
        for index in start..<rows.count {
            let row = scanned[index]
            guard let number = shape.number(of: row) else { return (index, nil) }
            let part = PartitionedRows.part(of: row)
            let place = Int(filled[part])
            let offset = part &* Self.room &+ place &* stride
            raw.storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt64.self)
            filled[part] = UInt8(truncatingIfNeeded: place &+ 1)
            if place + 1 == PartitionedRows.rowsAPack { return (index + 1, part) }
        }
        return (rows.count, nil)
    }

    /// Moves the rows of a part to `store`, if it has any.
    mutating func pack(_ part: Int, into store: inout PackStore) {
        guard fill[part] > 0, var packed else { return }
        packed.count = Int(fill[part])
        fill[part] = 0
        let start = part * Self.room
        store.append(bytes[start..<(start + packed.stride * packed.count + 8)], packed, to: part)
    }

    /// Takes other rows from now on; there are none to be packed.
    mutating func begin(_ shape: NumberShape?) {
        self.shape = shape
        packed = shape.map { PackedShape($0) }
        if shape == nil {
            bytes = []
        } else if bytes.isEmpty {
            bytes = Array(repeating: 0, count: PartitionedRows.partCount * Self.room)
        }
    }
}
