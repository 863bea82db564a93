/// A thousand passages, packed in words of four bytes each: their weeks, the stages that they reached, where their positions
/// begin, and behind all that the positions.
struct PassageBlock: Sendable {
    /// How many passages a block has; only the last one may have fewer.
    static let size = 1024

    /// How many passages it has.
    let count: Int
    private let words: [UInt32]
    /// What positions are counted from, and in which unit; a unit of 0: they take two words each, and are what they are.
    private let least: Int64
    private let unit: Int64

    init(_ open: OpenBlock) {
        count = open.stages.count
        least = open.positions.min() ?? 0
        let second: Int64 = 1_000_000
        let (least, most) = (least, open.positions.max() ?? 0)
        let (span, isFar) = most.subtractingReportingOverflow(least)
        let isWhole = !isFar && open.positions.allSatisfy { ($0 - least) % second == 0 }
        let unit = isWhole ? second : 1
        self.unit = isFar || span / unit > Int64(UInt32.max) ? 0 : unit
        let (isWide, scale) = (self.unit == 0, unit)
        var words: [UInt32] = []
        words.reserveCapacity(count * 3 + open.positions.count * (isWide ? 2 : 1))
        words.append(contentsOf: open.weeks.lazy.map { UInt32(bitPattern: $0) })
        words.append(contentsOf: open.stages)
        words.append(contentsOf: open.starts)
        for position in open.positions {
            if isWide {
                words.append(UInt32(truncatingIfNeeded: position))
                words.append(UInt32(truncatingIfNeeded: position >> 32))
            } else {
                words.append(UInt32(truncatingIfNeeded: (position - least) / scale))
            }
        }
        self.words = words
    }

    /// The numbers of the first and the last week; there is at least one passage.
    var weekRange: ClosedRange<Int> {
        (1..<count).reduce(week(of: 0)...week(of: 0)) { range, passage in
            min(range.lowerBound, week(of: passage))...max(range.upperBound, week(of: passage))
        }
    }

    /// The first of all positions; `nil` where no stage was reached.
    var firstPosition: Int64? { words.count > count * 3 ? least : nil }

    /// The number of a passage's week.
    @inline(__always)
    func week(of passage: Int) -> Int { Int(Int32(bitPattern: words[passage])) }

    /// The stages that a passage reached, one bit a stage, the first lowest.
    @inline(__always)
    func stages(of passage: Int) -> UInt32 { words[count + passage] }

    /// The index of a passage's first position; those of its other stages follow.
    @inline(__always)
    func start(of passage: Int) -> Int { Int(words[count * 2 + passage]) }

    @inline(__always)
    func position(at index: Int) -> Int64 {
        if unit != 0 { return least &+ Int64(words[count * 3 + index]) &* unit }
        let (low, high) = (words[count * 3 + index * 2], words[count * 3 + index * 2 + 1])
        return Int64(bitPattern: UInt64(high) << 32 | UInt64(low))
    }

    /// The stages that a passage had reached before `asOf`.
    @inline(__always)
    func stages(of passage: Int, before asOf: Int64) -> UInt32 {
        var (rest, before) = (stages(of: passage), UInt32(0))
        var index = start(of: passage)
        while rest != 0 {
            let bit = rest & (~rest &+ 1)
            if position(at: index) < asOf { before |= bit }
            rest ^= bit
            index += 1
        }
        return before
    }
}

/// Fewer passages than a block has, to which more come.
struct OpenBlock: Sendable {
    private(set) var weeks: [Int32] = []
    private(set) var stages: [UInt32] = []
    private(set) var starts: [UInt32] = []
    private(set) var positions: [Int64] = []

    /// Appends a passage; `never` is the end of stages that it did not reach.
    @inline(__always)
    mutating func append(week: Int32, reachedAt ends: Span<Int64>) {
        weeks.append(week)
        starts.append(UInt32(truncatingIfNeeded: positions.count))
        var bits: UInt32 = 0
        for stage in ends.indices where ends[stage] != ChainSearch.never {
            bits |= 1 << UInt32(truncatingIfNeeded: stage)
            positions.append(ends[stage])
        }
        stages.append(bits)
    }

    /// Appends a passage of a block.
    mutating func append(_ passage: Int, of block: PassageBlock) {
        weeks.append(Int32(truncatingIfNeeded: block.week(of: passage)))
        starts.append(UInt32(truncatingIfNeeded: positions.count))
        stages.append(block.stages(of: passage))
        let (start, count) = (block.start(of: passage), block.stages(of: passage).nonzeroBitCount)
        for index in start..<(start + count) { positions.append(block.position(at: index)) }
    }

    mutating func removeAll() {
        weeks.removeAll(keepingCapacity: true)
        stages.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
    }
}
