public import Calendars

/// Who came how far and when: one passage for each entity and each week in which it is counted; of records, one for
/// each round.
///
/// The order of passages is that of the entities' numbers, then of the weeks. As a passage keeps the earliest end
/// of a chain to each stage, every count at any age can be had from it. Of stages that were not reached nothing is kept:
/// a passage takes about 40 bytes.
public struct Passages: Sendable {
    /// How many stages the funnel has.
    public let stageCount: Int
    /// The rule by which weeks were found; records always follow `first`.
    public let cohort: CohortRule
    /// Numbers of the entities, one a passage.
    public internal(set) var entities: [Int32] = []
    /// Weeks in which they are counted, one a passage.
    public internal(set) var weeks: [Week] = []
    /// One breakdown a dimension of the funnel, in its order.
    public internal(set) var breakdowns: [Breakdown]
    /// What the passages are worth, one a passage, `nil` where nobody knows; empty where no passage has an amount.
    public internal(set) var amounts: [Double?] = []
    /// The stages that each passage reached, one bit a stage, the first lowest.
    private var reached: [UInt32] = []
    /// Where they were reached, passage behind passage, and in each stage behind stage.
    private var positions: [Int64] = []
    /// Where each passage's positions begin, counted from those of the first passage of its block.
    private var starts: [UInt32] = []
    /// Where the positions of each block of passages begin.
    private var blockStarts: [Int] = []
    /// The stages without a time of their own, by passage; a passage that has none is not in it.
    private var untimed: [Int: UInt32] = [:]

    private static let blockSize = 4096

    init(stageCount: Int, cohort: CohortRule, breakdowns: [Breakdown]) {
        self.stageCount = stageCount
        self.cohort = cohort
        self.breakdowns = breakdowns
    }

    /// How many passages there are.
    public var count: Int { entities.count }

    /// Where on the timeline the passage reached `stage`; `nil` where it never did.
    @inline(__always)
    public func reachedAt(_ stage: Int, in passage: Int) -> Int64? {
        let bit = UInt32(1) << UInt32(stage)
        guard reached[passage] & bit != 0 else { return nil }
        return positions[start(of: passage) + (reached[passage] & (bit - 1)).nonzeroBitCount]
    }

    /// Calls `body` with each stage that the passage reached, and where.
    @inline(__always)
    func forEachStage(of passage: Int, _ body: (_ stage: Int, _ position: Int64) -> Void) {
        var rest = reached[passage]
        var index = start(of: passage)
        while rest != 0 {
            body(rest.trailingZeroBitCount, positions[index])
            rest &= rest &- 1
            index += 1
        }
    }

    @inline(__always)
    private func start(of passage: Int) -> Int { blockStarts[passage / Self.blockSize] + Int(starts[passage]) }

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
    @inline(__always)
    func stages(of passage: Int, before asOf: Int64) -> UInt32 {
        var before: UInt32 = 0
        var rest = reached[passage]
        var index = start(of: passage)
        while rest != 0 {
            let bit = rest & (~rest &+ 1)
            if positions[index] < asOf { before |= bit }
            rest ^= bit
            index += 1
        }
        return before
    }

    /// The value in a dimension, when the passage had reached `level` stages (at least 1).
    func value(in dimension: Int, of passage: Int, level: Int) -> String {
        breakdowns[dimension].values[Int(breakdowns[dimension].code(of: passage, level: level))]
    }

    /// - Parameter untimed: One bit a stage, the first stage lowest.
    mutating func append(entity: Int32, week: Week, reachedAt ends: [Int64], untimed: UInt32 = 0) {
        entities.append(entity)
        weeks.append(week)
        if untimed != 0 { self.untimed[reached.count] = untimed }
        if reached.count % Self.blockSize == 0 { blockStarts.append(positions.count) }
        starts.append(UInt32(positions.count - blockStarts[blockStarts.count - 1]))
        var bits: UInt32 = 0
        for stage in 0..<stageCount where ends[stage] != ChainSearch.never {
            bits |= 1 << UInt32(stage)
            positions.append(ends[stage])
        }
        reached.append(bits)
    }

    /// Adds passages of other entities, whose numbers follow those of these.
    /// - Precondition: The others are of the same funnel, and have no amounts.
    mutating func append(_ others: Passages) {
        let first = entities.last.map { $0 + 1 } ?? 0
        let count = self.count
        entities.append(contentsOf: others.entities.lazy.map { $0 + first })
        weeks.append(contentsOf: others.weeks)
        for passage in 0..<others.count {
            let start = positions.count + others.start(of: passage)
            if (count + passage) % Self.blockSize == 0 { blockStarts.append(start) }
            starts.append(UInt32(start - blockStarts[blockStarts.count - 1]))
        }
        reached.append(contentsOf: others.reached)
        positions.append(contentsOf: others.positions)
        for (passage, bits) in others.untimed { untimed[count + passage] = bits }
        for index in breakdowns.indices { breakdowns[index].append(others.breakdowns[index]) }
    }

    /// Asks for the memory of so many passages at once.
    mutating func reserve(_ count: Int, positions: Int) {
        entities.reserveCapacity(count)
        weeks.reserveCapacity(count)
        reached.reserveCapacity(count)
        starts.reserveCapacity(count)
        self.positions.reserveCapacity(positions)
        for index in breakdowns.indices { breakdowns[index].reserve(count) }
    }

    /// Ranges of passages, one for each thread where there are enough of them.
    func pieces(threads: Int) -> [Range<Int>] {
        let size = max(4096, (count + threads - 1) / threads)
        return stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
    }

    /// Whether any passage has a stage without a time of its own.
    var hasUntimed: Bool { !untimed.isEmpty }

    /// How many positions they hold.
    var positionCount: Int { positions.count }
}

extension Passages {
    /// The amounts of those among `members` that had come to the last stage before `asOf`; `nil` without amounts.
    func worth(of members: some Sequence<Int>, before asOf: Int64) -> Worth? {
        guard !amounts.isEmpty else { return nil }
        return members.reduce(into: Worth()) { worth, passage in
            guard let amount = amounts[passage], let end = reachedAt(stageCount - 1, in: passage), end < asOf else {
                return
            }
            worth = worth + Worth(amount: amount, entities: 1)
        }
    }
}

extension UInt32 {
    /// The number of the deepest of these stages, one bit a stage, the first lowest and called 1; 0 for none.
    var level: Int { bitWidth - leadingZeroBitCount }
}
