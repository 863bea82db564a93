public import Calendars

/// Who came how far and when: one passage for each entity and each week in which it is counted; of records, one for
/// each round.
///
/// The order of passages is that of the entities' numbers, then of the weeks. As a passage keeps the earliest end
/// of a chain to each stage, every count at any age can be had from it. Of stages that were not reached nothing is kept:
/// a passage takes about 24 bytes.
public struct Passages: Sendable {
    /// How many stages the funnel has.
    public let stageCount: Int
    /// The rule by which weeks were found; records always follow `first`.
    public let cohort: CohortRule
    /// One breakdown a dimension of the funnel, in its order.
    public internal(set) var breakdowns: [Breakdown]
    /// What the passages are worth, one a passage, `nil` where nobody knows; empty where no passage has an amount.
    public internal(set) var amounts: [Double?] = []
    private var blocks: [PassageBlock] = []
    private var open = OpenBlock()
    private var blockSize = 0
    /// The numbers of their entities; none where each passage has the next number.
    private var numbers: [Int32] = []
    /// The stages without a time of their own, by passage; a passage that has none is not in it.
    private var untimed: [Int: UInt32] = [:]

    init(stageCount: Int, cohort: CohortRule, breakdowns: [Breakdown]) {
        self.stageCount = stageCount
        self.cohort = cohort
        self.breakdowns = breakdowns
    }

    /// How many passages there are.
    public var count: Int { blocks.count * PassageBlock.size + open.count }

    /// The number of each passage's entity.
    public var entities: PassageColumn<Int32> { PassageColumn(of: self) { $0.entity(of: $1) } }

    /// The week in which each passage is counted.
    public var weeks: PassageColumn<Week> { PassageColumn(of: self) { $0.week(of: $1) } }

    /// The number of the passage's entity.
    func entity(of passage: Int) -> Int32 {
        numbers.isEmpty ? Int32(truncatingIfNeeded: passage) : numbers[passage]
    }

    /// The week in which the passage is counted.
    @inline(__always)
    func week(of passage: Int) -> Week {
        let (block, index) = passage.quotientAndRemainder(dividingBy: PassageBlock.size)
        return Week(number: block < blocks.count ? blocks[block].week(of: index) : Int(open.passages[index].week))
    }

    /// The first and the last of the weeks.
    var weekRange: ClosedRange<Week>? {
        let ranges = (0..<blockCount).lazy.map { block(at: $0).weekRange }
        guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else { return nil }
        return Week(number: first)...Week(number: last)
    }

    /// The first position at which anybody reached any stage.
    var firstPosition: Int64? { (0..<blockCount).lazy.compactMap { block(at: $0).firstPosition }.min() }

    /// The stages that the passage reached, one bit a stage, the first lowest.
    @inline(__always)
    private func stages(of passage: Int) -> UInt32 {
        let (block, index) = passage.quotientAndRemainder(dividingBy: PassageBlock.size)
        return block < blocks.count ? blocks[block].stages(of: index) : open.passages[index].stages
    }

    /// Where on the timeline the passage reached the stage that so many of its stages come before.
    @inline(__always)
    private func position(_ order: Int, of passage: Int) -> Int64 {
        let (block, index) = passage.quotientAndRemainder(dividingBy: PassageBlock.size)
        guard block < blocks.count else { return open.positions[Int(open.passages[index].start) + order] }
        return blocks[block].position(at: blocks[block].start(of: index) + order)
    }

    /// Where on the timeline the passage reached `stage`; `nil` where it never did.
    @inline(__always)
    public func reachedAt(_ stage: Int, in passage: Int) -> Int64? {
        let bit = UInt32(1) << UInt32(stage)
        let stages = stages(of: passage)
        return stages & bit == 0 ? nil : position((stages & (bit - 1)).nonzeroBitCount, of: passage)
    }

    /// Calls `body` with each stage that the passage reached, and where.
    func forEachStage(of passage: Int, _ body: (_ stage: Int, _ position: Int64) -> Void) {
        var rest = stages(of: passage)
        var order = 0
        while rest != 0 {
            body(rest.trailingZeroBitCount, position(order, of: passage))
            rest &= rest &- 1
            order += 1
        }
    }

    /// How many blocks they stand in.
    var blockCount: Int { blocks.count + (open.passages.isEmpty ? 0 : 1) }

    /// The passages from `index` × `PassageBlock.size` on.
    func block(at index: Int) -> PassageBlock { index < blocks.count ? blocks[index] : PassageBlock(open) }

    /// Whether the passage's time at `stage` is its own. If not, the stage was reached, but only a bound of the time is
    /// known: a record without a date for it, or with one that lies before the previous stage's.
    public func isTimed(_ stage: Int, in passage: Int) -> Bool {
        untimed.isEmpty || untimed[passage, default: 0] & (1 << UInt32(stage)) == 0
    }

    /// The number of the deepest stage that the passage had reached before `asOf`, the first stage being 1; 0 where it
    /// had not begun. Under `order: any`, how many stages it had reached.
    public func level(of passage: Int, before asOf: Int64) -> Int {
        stages(of: passage, before: asOf).level
    }

    /// The stages that the passage had reached before `asOf`, one bit a stage, the first lowest. Between them, optional
    /// ones may be missing.
    func stages(of passage: Int, before asOf: Int64) -> UInt32 {
        var before: UInt32 = 0
        forEachStage(of: passage) { stage, position in
            if position < asOf { before |= 1 << UInt32(stage) }
        }
        return before
    }

    /// The value in a dimension, when the passage had reached `level` stages (at least 1).
    func value(in dimension: Int, of passage: Int, level: Int) -> String {
        breakdowns[dimension].values[Int(breakdowns[dimension].code(of: passage, level: level))]
    }

    /// - Parameter untimed: One bit a stage, the first stage lowest.
    mutating func append(entity: Int32, week: Week, reachedAt ends: [Int64], untimed: UInt32 = 0) {
        if untimed != 0 { self.untimed[count] = untimed }
        if numbers.isEmpty, entity != Int32(truncatingIfNeeded: count) { numbers = (0..<count).map { Int32($0) } }
        let isNumbered = !numbers.isEmpty || entity != Int32(truncatingIfNeeded: count)
        if isNumbered { numbers.append(entity) }
        append(week: week, reachedAt: ends.span)
    }

    /// Appends a passage of the entity with the next number.
    private mutating func append(week: Week, reachedAt ends: Span<Int64>) {
        open.append(week: Int32(truncatingIfNeeded: week.number), reachedAt: ends)
        if open.count == PassageBlock.size { close() }
    }

    /// Appends passages of the entities with the next numbers.
    /// - Precondition: So it was with all passages before them.
    mutating func append(_ counted: CountedEntities) {
        var first = 0
        while first < counted.count {
            let end = min(counted.count, first + PassageBlock.size - open.count)
            open.append(counted, first..<end)
            if open.count == PassageBlock.size { close() }
            first = end
        }
    }

    private mutating func close() {
        let block = PassageBlock(open)
        blockSize += block.byteCount
        blocks.append(block)
        open.removeAll()
    }

    /// Whether any passage has a stage without a time of its own.
    var hasUntimed: Bool { !untimed.isEmpty }

    /// About how many bytes they take.
    var byteCount: Int {
        breakdowns.reduce(blockSize + open.byteCount + numbers.count * 4) { $0 + $1.byteCount }
    }

    /// Forgets all passages; the values that they had keep their codes.
    mutating func removeAll() {
        (blocks, numbers, blockSize) = ([], [], 0)
        open.removeAll()
        for index in breakdowns.indices { breakdowns[index].removePassages() }
    }

    /// All of them, as `init(from:)` reads them again.
    /// - Precondition: All have times of their own, and none has an amount.
    var bytes: [UInt8] {
        precondition(untimed.isEmpty && amounts.isEmpty, "passages of events alone are put aside")
        var bytes = BytesWriter(capacity: byteCount + 64)
        bytes.append(blockCount)
        for index in 0..<blockCount { block(at: index).write(to: &bytes) }
        bytes.append(numbers)
        for breakdown in breakdowns { breakdown.write(to: &bytes) }
        return bytes.bytes
    }

    /// Reads passages again.
    /// - Parameter empty: The same funnel's passages, without any.
    init(from bytes: [UInt8], like empty: Passages) {
        var bytes = BytesReader(bytes)
        self = empty
        for _ in 0..<bytes.number() {
            let block = PassageBlock(from: &bytes)
            if block.count == PassageBlock.size {
                blocks.append(block)
            } else {
                for passage in 0..<block.count { open.append(passage, of: block) }
            }
        }
        numbers = bytes.numbers()
        for index in breakdowns.indices { breakdowns[index].readPassages(from: &bytes) }
    }
}

extension Passages {
    /// Calls `body` with the amount of each passage that had come to the last stage before `asOf`, and where it had.
    func forEachAmount(before asOf: Int64, _ body: (_ passage: Int, _ amount: Double, _ end: Int64) -> Void) {
        for passage in amounts.indices {
            guard let amount = amounts[passage], let end = reachedAt(stageCount - 1, in: passage), end < asOf else {
                continue
            }
            body(passage, amount, end)
        }
    }
}

extension UInt32 {
    /// The number of the deepest of these stages, one bit a stage, the first lowest and called 1; 0 for none.
    var level: Int { bitWidth - leadingZeroBitCount }
}
