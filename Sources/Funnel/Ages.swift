/// Ages in microseconds, in any order: whole seconds, which logs mostly have, in four bytes each. Where there is an overflow,
/// those that are too many are put aside.
struct Ages {
    private var held = AgeChunk()
    private var aside: [Range<Int>] = []
    /// Those of other sets that were added, as they are.
    private var more: [Ages] = []
    private let overflow: Overflow?

    /// How many there are.
    private(set) var count = 0

    /// So many at most are held by each of many.
    private static let mostHeld = 1024

    init(overflow: Overflow? = nil) {
        self.overflow = overflow
    }

    @inline(__always)
    mutating func append(_ age: Int64) {
        held.append(age)
        countOne()
    }

    /// Appends an age of whole seconds.
    @inline(__always)
    mutating func append(second: UInt32) {
        held.append(second: second)
        countOne()
    }

    @inline(__always)
    private mutating func countOne() {
        count += 1
        if let overflow, held.count >= min(Self.mostHeld, overflow.mostAges) { putAside(in: overflow) }
    }

    mutating func append(_ ages: Ages) {
        if ages.count > 0 { more.append(ages) }
        count += ages.count
    }

    private mutating func putAside(in overflow: Overflow) {
        guard let place = overflow.put(held.bytes) else { return }
        aside.append(place)
        held.removeAll()
    }

    /// All of them, the least first.
    /// - Complexity: O(n), for ages that are not whole seconds O(n log n); where they are too many to be held, times their
    ///   number in parts of what may be held.
    func sorted() -> SortedAges {
        guard let overflow, count > overflow.mostAges else {
            return secondChunks.map { SortedAges(seconds: $0) } ?? SortedAges(gathered())
        }
        return SortedAges(AgeWindows(self, most: overflow.mostAges))
    }

    private func gathered() -> AgeChunk {
        var all = AgeChunk()
        forEachChunk { all.append($0) }
        return all
    }

    /// Those within a range, in any order.
    func gathered(in range: ClosedRange<Int64>) -> AgeChunk {
        var all = AgeChunk()
        forEachChunk { all.append($0, in: range) }
        return all
    }

    /// All of them, where they are held, and whole seconds.
    var secondChunks: [[UInt32]]? {
        guard aside.isEmpty, held.others.isEmpty else { return nil }
        var chunks = held.seconds.isEmpty ? [] : [held.seconds]
        for ages in more {
            guard let others = ages.secondChunks else { return nil }
            chunks += others
        }
        return chunks
    }

    /// Calls `body` with all of them in some chunks.
    func forEachChunk(_ body: (AgeChunk) -> Void) {
        body(held)
        for place in aside { overflow?.get(place).map { body(AgeChunk(from: $0)) } }
        for ages in more { ages.forEachChunk(body) }
    }
}
