public import Calendars

/// Who came how far and when: one passage for each entity and each week in which it is counted; of records, one for
/// each round.
///
/// The order of passages is that of the entities' numbers, then of the weeks. As a passage keeps the earliest end
/// of a chain to each stage, every count at any age can be had from it.
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
    private var reachedAt: [Int64] = []
    private var untimed: [UInt32] = []

    init(stageCount: Int, cohort: CohortRule, breakdowns: [Breakdown]) {
        self.stageCount = stageCount
        self.cohort = cohort
        self.breakdowns = breakdowns
    }

    /// How many passages there are.
    public var count: Int { entities.count }

    /// Where on the timeline the passage reached `stage`; `nil` where it never did.
    public func reachedAt(_ stage: Int, in passage: Int) -> Int64? {
        let position = reachedAt[passage * stageCount + stage]
        return position == ChainSearch.never ? nil : position
    }

    /// Whether the passage's time at `stage` is its own. If not, the stage was reached, but only a bound of the time is
    /// known: a record without a date for it, or with one that lies before the previous stage's.
    public func isTimed(_ stage: Int, in passage: Int) -> Bool {
        untimed[passage] & (1 << UInt32(stage)) == 0
    }

    /// The number of the deepest stage that the passage had reached before `asOf`, the first stage being 1; 0 where it
    /// had not begun. Under `order: any`, how many stages it had reached.
    public func level(of passage: Int, before asOf: Int64) -> Int {
        stages(of: passage, before: asOf).level
    }

    /// The stages that the passage had reached before `asOf`, one bit a stage, the first lowest. Between them, optional
    /// ones may be missing.
    func stages(of passage: Int, before asOf: Int64) -> UInt32 {
        let first = passage * stageCount
        return (0..<stageCount).reduce(0) { $0 | (reachedAt[first + $1] < asOf ? 1 << UInt32($1) : 0) }
    }

    /// The value in a dimension, when the passage had reached `level` stages (at least 1).
    func value(in dimension: Int, of passage: Int, level: Int) -> String {
        breakdowns[dimension].values[Int(breakdowns[dimension].code(of: passage, level: level))]
    }

    /// - Parameter untimed: One bit a stage, the first stage lowest.
    mutating func append(entity: Int32, week: Week, reachedAt ends: [Int64], untimed: UInt32 = 0) {
        entities.append(entity)
        weeks.append(week)
        reachedAt.append(contentsOf: ends)
        self.untimed.append(untimed)
    }
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

/// The values that passages have in one dimension.
public struct Breakdown: Sendable {
    /// The values, without order; a value's code is its index.
    public internal(set) var values: [String] = []
    private var codes: [Int32] = []
    private let stageCount: Int
    private var codeOfValue: [String: Int32] = [:]

    /// - Parameter stageCount: 1, or the funnel's number of stages where the value depends on the stage reached.
    init(stageCount: Int) {
        self.stageCount = stageCount
    }

    /// The code of the passage's value, when it had reached `level` stages (at least 1).
    public func code(of passage: Int, level: Int) -> Int32 {
        codes[passage * stageCount + min(level, stageCount) - 1]
    }

    mutating func append(_ value: String) {
        if let code = codeOfValue[value] {
            codes.append(code)
        } else {
            let code = Int32(values.count)
            codeOfValue[value] = code
            values.append(value)
            codes.append(code)
        }
    }
}
