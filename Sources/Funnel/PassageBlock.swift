/// A thousand passages, packed in words of four bytes: each one's week and stages, where its positions begin, two of these in a
/// word, and behind all that the positions.
struct PassageBlock: Sendable {
    /// How many passages a block has; only the last one may have fewer.
    static let size = 1024
    private static let second: Int64 = 1_000_000

    /// How many passages it has.
    let count: Int
    /// The numbers of the first and the last week; 0 without passages.
    let weekRange: ClosedRange<Int>
    private let words: [UInt32]
    /// Whether week and stages take a word each, as they do not fit in half of one.
    private let isWide: Bool
    /// Where the beginnings of positions stand, and where the positions do.
    private let startsAt: Int
    private let positionsAt: Int
    /// What positions are counted from, and in which unit; a unit of 0: they take two words each, and are what they are.
    private let least: Int64
    private let unit: Int64

    init(_ open: OpenBlock) {
        count = open.count
        let passages = open.passages
        let weeks = passages.lazy.map(\.week)
        weekRange = Int(weeks.min() ?? 0)...Int(weeks.max() ?? 0)
        isWide = passages.contains { $0.week < 0 || $0.week >> 16 != 0 || $0.stages >> 16 != 0 }
        startsAt = isWide ? count * 2 : count
        positionsAt = startsAt + (count + 1) / 2
        least = open.positions.min() ?? 0
        unit = Self.unit(of: open.positions, from: least)
        var words: [UInt32] = []
        words.reserveCapacity(positionsAt + open.positions.count * (unit == 0 ? 2 : 1))
        if isWide {
            words.append(contentsOf: weeks.map { UInt32(bitPattern: $0) })
            words.append(contentsOf: passages.lazy.map(\.stages))
        } else {
            for passage in passages { words.append(UInt32(bitPattern: passage.week) << 16 | passage.stages) }
        }
        for index in stride(from: 0, to: count, by: 2) {
            words.append(passages[index].start | (index + 1 < count ? passages[index + 1].start << 16 : 0))
        }
        for position in open.positions {
            if unit == 0 {
                words.append(UInt32(truncatingIfNeeded: position))
                words.append(UInt32(truncatingIfNeeded: position >> 32))
            } else {
                let distance = position - least
                words.append(UInt32(truncatingIfNeeded: unit == 1 ? distance : distance / Self.second))
            }
        }
        self.words = words
    }

    /// What `write` wrote.
    init(from bytes: inout BytesReader) {
        (count, least, unit) = (bytes.number(), Int64(bytes.number()), Int64(bytes.number()))
        isWide = bytes.number() == 1
        let (firstWeek, lastWeek) = (bytes.number(), bytes.number())
        weekRange = firstWeek...max(firstWeek, lastWeek)
        startsAt = isWide ? count * 2 : count
        positionsAt = startsAt + (count + 1) / 2
        words = bytes.numbers()
    }

    /// Writes all that it is.
    func write(to bytes: inout BytesWriter) {
        let weeks = [weekRange.lowerBound, weekRange.upperBound]
        for number in [count, Int(least), Int(unit), isWide ? 1 : 0] + weeks { bytes.append(number) }
        bytes.append(words)
    }

    /// About how many bytes it takes.
    var byteCount: Int { words.count * 4 + MemoryLayout<Self>.size + 32 }

    /// Whole seconds, or microseconds; 0 where a word is too small for them.
    private static func unit(of positions: [Int64], from least: Int64) -> Int64 {
        let (span, isFar) = (positions.max() ?? 0).subtractingReportingOverflow(least)
        guard !isFar else { return 0 }
        let unit = positions.allSatisfy { ($0 - least) % second == 0 } ? second : 1
        return span / unit > Int64(UInt32.max) ? 0 : unit
    }

    /// The number of a passage's week.
    @inline(__always)
    func week(of passage: Int) -> Int {
        isWide ? Int(Int32(bitPattern: words[passage])) : Int(words[passage] >> 16)
    }

    /// The stages that a passage reached, one bit a stage, the first lowest.
    @inline(__always)
    func stages(of passage: Int) -> UInt32 { isWide ? words[count + passage] : words[passage] & 0xFFFF }

    /// The index of a passage's first position; those of its other stages follow.
    @inline(__always)
    func start(of passage: Int) -> Int { Int(words[startsAt + passage / 2] >> UInt32(passage % 2 * 16) & 0xFFFF) }

    @inline(__always)
    func position(at index: Int) -> Int64 {
        if unit != 0 { return least &+ Int64(words[positionsAt + index]) &* unit }
        let (low, high) = (words[positionsAt + index * 2], words[positionsAt + index * 2 + 1])
        return Int64(bitPattern: UInt64(high) << 32 | UInt64(low))
    }

    /// How many whole seconds a position is behind an earlier one; `nil` where that takes reckoning.
    @inline(__always)
    func seconds(from earlier: Int, to later: Int) -> UInt32? {
        let (from, to) = (words[positionsAt + earlier], words[positionsAt + later])
        return unit == Self.second && from <= to ? to &- from : nil
    }

    /// The first of all positions; `nil` where no stage was reached.
    var firstPosition: Int64? { words.count > positionsAt ? least : nil }

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

    /// The stages that a passage with an entry had reached before either instant; none where it has no entry.
    @inline(__always)
    func stages(of passage: Int, before asOf: Int64, and earlier: Int64) -> (UInt32, UInt32) {
        var (rest, before, early) = (stages(of: passage), UInt32(0), UInt32(0))
        guard rest & 1 != 0 else { return (0, 0) }
        var index = start(of: passage)
        while rest != 0 {
            let bit = rest & (~rest &+ 1)
            let position = position(at: index)
            if position < asOf { before |= bit }
            if position < earlier { early |= bit }
            rest ^= bit
            index += 1
        }
        return (before, early)
    }
}

/// Fewer passages than a block has, to which more come.
struct OpenBlock: Sendable {
    struct Passage {
        var week: Int32
        /// One bit a stage, the first lowest.
        var stages: UInt32
        /// Where its positions begin.
        var start: UInt32
    }

    private(set) var passages: [Passage] = []
    private(set) var positions: [Int64] = []

    var count: Int { passages.count }

    /// Appends a passage; `never` is the end of stages that it did not reach.
    mutating func append(week: Int32, reachedAt ends: Span<Int64>) {
        let start = UInt32(truncatingIfNeeded: positions.count)
        var bits: UInt32 = 0
        for stage in ends.indices where ends[stage] != ChainSearch.never {
            bits |= 1 << UInt32(truncatingIfNeeded: stage)
            positions.append(ends[stage])
        }
        passages.append(Passage(week: week, stages: bits, start: start))
    }

    /// Appends the passages of some entities.
    mutating func append(_ counted: CountedEntities, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let first = Int(counted.entities[range.lowerBound].passage.start)
        let last = counted.entities[range.upperBound - 1].passage
        let move = UInt32(truncatingIfNeeded: positions.count) &- UInt32(truncatingIfNeeded: first)
        for entity in counted.entities[range] {
            var passage = entity.passage
            passage.start &+= move
            passages.append(passage)
        }
        positions += counted.positions[first..<(Int(last.start) + last.stages.nonzeroBitCount)]
    }

    /// Appends a passage of a block.
    mutating func append(_ passage: Int, of block: PassageBlock) {
        let own = UInt32(truncatingIfNeeded: positions.count)
        let (start, stages) = (block.start(of: passage), block.stages(of: passage))
        for index in start..<(start + stages.nonzeroBitCount) { positions.append(block.position(at: index)) }
        passages.append(Passage(week: Int32(truncatingIfNeeded: block.week(of: passage)), stages: stages, start: own))
    }

    /// About how many bytes it takes.
    var byteCount: Int { passages.count * 12 + positions.count * 8 }

    mutating func removeAll() {
        passages.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
    }
}
