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
        count += 1
        held.append(age)
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
        guard let overflow, count > overflow.mostAges else { return SortedAges(gathered()) }
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

    /// Calls `body` with all of them in some chunks.
    func forEachChunk(_ body: (AgeChunk) -> Void) {
        body(held)
        for place in aside { overflow?.get(place).map { body(AgeChunk(from: $0)) } }
        for ages in more { ages.forEachChunk(body) }
    }
}

/// Some ages, all of them held.
struct AgeChunk {
    private(set) var seconds: [UInt32] = []
    private(set) var others: [Int64] = []

    static let second: Int64 = 1_000_000

    init() {}

    /// What `bytes` says.
    init(from bytes: [UInt8]) {
        var bytes = BytesReader(bytes)
        (seconds, others) = (bytes.numbers(), bytes.numbers())
    }

    var bytes: [UInt8] {
        var bytes = BytesWriter(capacity: seconds.count * 4 + others.count * 8 + 16)
        bytes.append(seconds)
        bytes.append(others)
        return bytes.bytes
    }

    var count: Int { seconds.count + others.count }

    @inline(__always)
    mutating func append(_ age: Int64) {
        let (second, rest) = age.quotientAndRemainder(dividingBy: Self.second)
        if rest == 0, let whole = UInt32(exactly: second) { seconds.append(whole) } else { others.append(age) }
    }

    mutating func append(_ chunk: AgeChunk) {
        seconds += chunk.seconds
        others += chunk.others
    }

    /// Appends those within a range.
    mutating func append(_ chunk: AgeChunk, in range: ClosedRange<Int64>) {
        seconds += chunk.seconds.lazy.filter { range.contains(Int64($0) * Self.second) }
        others += chunk.others.lazy.filter { range.contains($0) }
    }

    mutating func removeAll() {
        seconds.removeAll(keepingCapacity: true)
        others.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    func forEach(_ body: (Int64) -> Void) {
        for second in seconds { body(Int64(second) * Self.second) }
        for other in others { body(other) }
    }
}
