/// Rows without quotes whose cells' places are known, one behind the other.
///
/// A cell begins one byte behind the place before its own, and ends at its own. Places are counted from a text's beginning.
struct PlainRows {
    /// How many there are.
    var count: Int
    /// The place before those of the first row.
    var first: Int
    /// How many places a row has.
    var stride: Int

    /// Whether there are places for all cells.
    func lie(within places: Span<UInt32>) -> Bool { first >= 0 && first + count * stride < places.count }

    /// The place before that of a row's cell.
    /// - Parameter cell: How many places of its row stand before its own.
    @inline(__always)
    func place(of cell: Int, in row: Int) -> Int { first &+ row &* stride &+ cell }
}

extension Span<UInt32> {
    /// Where the cell lies whose own place is behind one that is known to be followed by others.
    @inline(__always)
    func cell(behind place: Int, of text: RawSpan) -> (start: Int, count: Int) {
        assert(place >= 0 && place + 1 < count, "a cell beyond the places")
        let (start, own) = (self[unchecked: place].cellStart, self[unchecked: place &+ 1])
        var end = own.cellEnd
        if own & .lineEnd != 0, end > start, text.knownByte(at: end &- 1) == ASCII.carriageReturn { end &-= 1 }
        return (start, end &- start)
    }
}

extension UInt32 {
    /// The highest bit of a cell's end says that the line ends there.
    static let lineEnd: UInt32 = 1 << 31
    /// A place before the first byte of all.
    static let beforeAll = ~lineEnd

    /// Where the cell ends.
    @inline(__always)
    var cellEnd: Int { Int(self & ~Self.lineEnd) }

    /// Where the cell behind it starts.
    @inline(__always)
    var cellStart: Int { Int((self &+ 1) & ~Self.lineEnd) }
}
