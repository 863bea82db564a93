/// A row without quotes whose cells' places are known.
struct PlainRow {
    /// Where it begins.
    var start: Int
    /// Where the places are counted from.
    var base: Int
    /// The first of its places. Of delimited text they are where cells end, the last one's line feed included; of JSON where
    /// each value begins and ends.
    var index: Int
    var isJSON: Bool

    /// Where a cell lies.
    /// - Parameter places: Those of all cells of the row, and of other rows.
    @inline(__always)
    func range(of cell: Int, _ places: Span<UInt32>, in text: RawSpan) -> (start: Int, count: Int) {
        if isJSON {
            let start = Int(places[index + cell * 2])
            return (base + start, Int(places[index + cell * 2 + 1]) - start)
        }
        let begin = cell == 0 ? start : base + Int(places[index + cell - 1]) + 1
        var end = base + Int(places[index + cell])
        let isLast = text.byte(at: end) == ASCII.lineFeed
        if isLast, end > begin, text.byte(at: end - 1) == ASCII.carriageReturn { end -= 1 }
        return (begin, end - begin)
    }
}
