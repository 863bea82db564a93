/// A row that stands where a number of its own says, as far as the number's upper bits go.
protocol SpreadRow: Comparable, Sendable {
    /// The larger, the later the row comes in order.
    var upper: UInt64 { get }
    /// A row of no meaning.
    static var none: Self { get }
}

/// Puts rows whose numbers are spread evenly in order: nearly so by the upper bits in one go, and then row by row.
///
/// It is filled again and again, so that its memory is asked for once.
struct SpreadingSort<Row: SpreadRow>: Sendable {
    /// The rows in order, when they are finished; behind them, others of no meaning.
    private(set) var rows: [Row] = []
    /// How many rows there are.
    private(set) var count = 0
    private var found: [Row] = []
    /// By the upper bits, from the second place on: how many rows have them; then where the next of these goes.
    private var places: [Int32] = []
    /// How many bits are no upper ones.
    private(set) var shift: UInt64 = 0

    /// So many rows are put in order by comparing neighbours; more are sorted first.
    private static var fewRows: Int { 24 }

    /// About so many upper bits part so many rows into pairs.
    static func bits(for count: Int) -> Int { max(4, Int.bitWidth - count.leadingZeroBitCount - 2) }

    /// Forgets all rows; up to `most` others come.
    /// - Parameter bits: How many bits above the lowest `shift` there are.
    mutating func begin(count most: Int, bits: Int, above shift: UInt64) {
        if found.count < most {
            found = Array(repeating: .none, count: most + most / 8)
            rows = found
        }
        self.shift = shift
        places.removeAll(keepingCapacity: true)
        places.append(contentsOf: repeatElement(0, count: 1 << bits + 1))
        count = 0
    }

    /// Lets `body` write rows from the third argument on, and count them there, and one place behind their upper bits.
    @inline(__always)
    mutating func filling(_ body: (inout MutableSpan<Row>, inout MutableSpan<Int32>, inout Int) -> Void) {
        // Moved out and back, so that they need not be looked after anew for every row.
        var (found, places): ([Row], [Int32]) = ([], [])
        swap(&found, &self.found)
        swap(&places, &self.places)
        do {
            var rows = found.mutableSpan
            var counts = places.mutableSpan
            body(&rows, &counts, &count)
        }
        swap(&found, &self.found)
        swap(&places, &self.places)
    }

    /// Puts the rows in order.
    mutating func finish() {
        let most = Self.spread(found, count: count, by: shift, into: &rows, &places)
        if most > Self.fewRows { sortMany() }
        Self.order(&rows, count: count)
    }

    /// Puts rows where those with the same upper bits stand together.
    /// - Returns: How many of these there are at most.
    private static func spread(
        _ found: [Row],
        count: Int,
        by shift: UInt64,
        into rows: inout [Row],
        _ places: inout [Int32]
    ) -> Int {
        let found = found.span
        var rows = rows.mutableSpan
        var places = places.mutableSpan
        var (most, start): (Int32, Int32) = (0, 0)
        for index in places.indices {
            most = max(most, places[index])
            start += places[index]
            places[index] = start
        }
        for index in 0..<count {
            let row = found[index]
            let upper = Int(truncatingIfNeeded: row.upper &>> shift)
            let place = places[upper]
            places[upper] = place &+ 1
            rows[Int(place)] = row
        }
        return Int(most)
    }

    /// Sorts what is too much for comparing neighbours.
    private mutating func sortMany() {
        var start = 0
        // Each place has moved on to where the next one began.
        for place in places.dropLast() {
            let end = Int(place)
            if end - start > Self.fewRows { rows[start..<end].sort() }
            start = end
        }
    }

    private static func order(_ rows: inout [Row], count: Int) {
        var rows = rows.mutableSpan
        var index = 1
        while index < count {
            let row = rows[index]
            if row < rows[index &- 1] {
                var place = index
                repeat {
                    rows[place] = rows[place &- 1]
                    place &-= 1
                } while place > 0 && row < rows[place &- 1]
                rows[place] = row
            }
            index &+= 1
        }
    }
}
