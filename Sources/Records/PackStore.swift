/// Packed rows in parts, one behind the other in few large pieces of memory.
struct PackStore: Sendable {
    /// Where a pack lies, and which pack of its part came before it.
    private struct Place {
        var slab: Int32
        var offset: Int32
        /// -1 for none.
        var before: Int32
    }

    private static let slabSize = 1 << 20
    /// All but the last are full.
    private var slabs: [[UInt8]] = []
    /// The one that is being filled.
    private var open: [UInt8] = []
    private var places: [Place] = []
    /// By part; -1 for none.
    private var last: [Int32]
    /// How many bytes there are.
    private(set) var byteCount = 0

    init(parts: Int) {
        last = Array(repeating: -1, count: parts)
    }

    /// Adds packed rows, which are written without their shape.
    mutating func append(_ rows: ArraySlice<UInt8>, _ shape: PackedShape, to part: Int) {
        if open.count + PackedShape.headSize + rows.count > Self.slabSize { close() }
        let place = Place(slab: Int32(slabs.count), offset: Int32(open.count), before: last[part])
        last[part] = Int32(places.count)
        places.append(place)
        byteCount += PackedShape.headSize + rows.count + MemoryLayout<Place>.size
        shape.append(rows, to: &open)
    }

    private mutating func close() {
        var full: [UInt8] = []
        full.reserveCapacity(Self.slabSize)
        swap(&full, &open)
        slabs.append(full)
    }

    /// Nothing more is added.
    mutating func finish() {
        slabs.append(open)
        open = []
    }

    /// The packed rows of a part, once all is finished, in the order in which they came: rows of a log are nearly in order then.
    func packs(of part: Int) -> [PackedRows] {
        var packs: [PackedRows] = []
        var index = last[part]
        while index >= 0 {
            let place = places[Int(index)]
            packs.append(PackedRows(in: slabs[Int(place.slab)], at: Int(place.offset)))
            index = place.before
        }
        packs.reverse()
        return packs
    }
}
