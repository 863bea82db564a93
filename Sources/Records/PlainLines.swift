/// Lines of JSON that are written alike, and where the values stand that are their cells.
struct PlainLines {
    /// The lines that were found.
    private(set) var rows: PlainRows
    /// By line and cell, the byte before the value, and where it ends; of cells that the lines do not have, nothing.
    private(set) var places: [UInt32]
    /// Where each line begins, and behind the last one, where that ends.
    private var starts: [Int]

    /// - Parameters:
    ///   - width: How many cells a line has.
    ///   - room: How many lines can be found together.
    init(width: Int, room: Int) {
        rows = PlainRows(count: 0, first: 0, stride: width * 2)
        places = Array(repeating: 0, count: width * 2 * room + 1)
        starts = Array(repeating: 0, count: room + 1)
        forgetPlaces()
    }

    /// No value has been found yet.
    mutating func forgetPlaces() {
        for place in places.indices { places[place] = place % 2 == 0 ? .beforeAll : 0 }
    }

    /// Finds up to `most` lines at the beginning of a text.
    mutating func find(_ most: Int, by template: JSONTemplate, in text: RawSpan, upTo count: Int) {
        let most = min(most, starts.count - 1)
        rows.count = Self.find(most, rows.stride, by: template, in: text, upTo: count, &places, &starts)
    }

    /// - Returns: How many lines have been found.
    private static func find(
        _ most: Int,
        _ stride: Int,
        by template: JSONTemplate,
        in text: RawSpan,
        upTo count: Int,
        _ places: inout [UInt32],
        _ starts: inout [Int]
    ) -> Int {
        var places = places.mutableSpan
        var starts = starts.mutableSpan
        var offset = 0
        for line in 0..<most {
            let end = template.read(at: offset, upTo: count, in: text, places: &places, from: line &* stride)
            guard let end, end < count, text.byte(at: end) == ASCII.lineFeed, end - offset <= TextRow.longest,
                end < UInt32.lineEnd
            else { return line }
            offset = end &+ 1
            starts[line &+ 1] = offset
        }
        return most
    }

    /// Where a line begins, or the last one ends.
    func start(of line: Int) -> Int { starts[line] }
}
