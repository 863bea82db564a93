/// A row without quotes whose cells' places are known.
struct PlainRow {
    /// Where it begins.
    var start: Int
    /// Where the places are counted from.
    var base: Int
    /// The first of its places. Of delimited text they are where cells end, as `CellEnds` has them; of JSON where each value
    /// begins and ends.
    var index: Int
    var isJSON: Bool

    /// Where a cell lies.
    /// - Parameter places: Those of all cells of the row, and of other rows.
    @inline(__always)
    func range(of cell: Int, _ places: Span<UInt32>, in text: RawSpan) -> (start: Int, count: Int) {
        if isJSON {
            let start = Int(places[index &+ cell &* 2])
            return (base &+ start, Int(places[index &+ cell &* 2 &+ 1]) &- start)
        }
        let begin = cell == 0 ? start : base &+ places[index &+ cell &- 1].cellEnd &+ 1
        let place = places[index &+ cell]
        var end = base &+ place.cellEnd
        if place & .lineEnd != 0, end > begin, text.knownByte(at: end &- 1) == ASCII.carriageReturn { end &-= 1 }
        return (begin, end &- begin)
    }
}
