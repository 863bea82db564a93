/// What can ever be known of a stage in one funnel, whatever the data.
public struct StageLimits: Sendable {
    /// Whether the stage is the funnel's first, which has no rate.
    public var isFirst: Bool
    /// The rate that the stage should reach; `nil`: none is set.
    public var target: Double?
    /// The count that it should reach; `nil`: none is set.
    public var targetCount: Int?

    /// Limits of a stage with these targets.
    public init(isFirst: Bool, target: Double?, targetCount: Int?) {
        self.isFirst = isFirst
        self.target = target
        self.targetCount = targetCount
    }

    /// What the value can be; `nil` where it is never known.
    func range(of value: StageValue) -> ValueRange? {
        guard case .stage(let number) = value.quantity else { return .anything }
        switch number {
        case .rate, .rateFromFirst: return isFirst ? nil : .fraction
        case .share: return .fraction
        case .lost, .gain, .medianDays, .p80Days: return isFirst ? nil : .notNegative
        case .count: return .notNegative
        case .change: return ValueRange(low: -1, high: isFirst ? .infinity : 1)
        case .target: return target.map(ValueRange.exactly)
        case .targetCount: return targetCount.map { .exactly(Double($0)) }
        case .signal: return .anything
        }
    }
}

extension PlayCondition {
    /// Whether any data could make it hold, as far as ranges tell: `false` is certain, `true` is not.
    ///
    /// Each way to make the condition hold is a list of comparisons of sums; two that shut each other out, or one
    /// that its values' ranges shut out, make the way impossible.
    public func canHold(within limits: StageLimits) -> Bool {
        guard let ways = expression.ways(isWanted: true) else { return true }
        return ways.contains { Way($0, limits).isPossible }
    }
}

/// A comparison that must hold.
private struct Demand {
    var one: Expression
    var comparison: Expression.Comparison
    var other: Expression
}

extension Expression {
    private static let mostWays = 256

    /// The lists of comparisons any of which makes the condition hold (or fail); `nil` where there are too many.
    fileprivate func ways(isWanted: Bool) -> [[Demand]]? {
        switch node {
        case .not(let inner): return inner.ways(isWanted: !isWanted)
        case .comparison(let one, let comparison, let other):
            return [[Demand(one: one, comparison: isWanted ? comparison : comparison.opposite, other: other)]]
        case .and(let one, let other), .or(let one, let other):
            guard let left = one.ways(isWanted: isWanted), let right = other.ways(isWanted: isWanted) else {
                return nil
            }
            var isBoth = isWanted
            if case .or = node { isBoth = !isWanted }
            let ways = isBoth ? left.flatMap { way in right.map { way + $0 } } : left + right
            return ways.count <= Self.mostWays ? ways : nil
        default: return [[]]
        }
    }
}

/// Comparisons that must hold together.
private struct Way {
    private(set) var isPossible = true
    private var ranges: [String: ValueRange] = [:]
    private var sums: [(form: LinearForm, range: ValueRange)] = []
    private var words: [StageValue: Set<String>] = [:]

    init(_ demands: [Demand], _ limits: StageLimits) {
        for demand in demands { add(demand, limits) }
        isPossible = isPossible && ranges.values.allSatisfy { !$0.isEmpty } && words.values.allSatisfy { !$0.isEmpty }
        for sum in sums where sum.range.meeting(sum.form.sum(of: ranges)).isEmpty { isPossible = false }
    }

    private mutating func add(_ demand: Demand, _ limits: StageLimits) {
        if case .value(let value) = demand.one.node, case .text(let text) = demand.other.node {
            addWord(value, demand.comparison, text)
        } else if case .text(let text) = demand.one.node, case .value(let value) = demand.other.node {
            addWord(value, demand.comparison, text)
        } else if case .text(let one) = demand.one.node, case .text(let other) = demand.other.node {
            if (one == other) != (demand.comparison == .equal) { isPossible = false }
        } else if !demand.isOfTexts {
            addSum(demand, limits)
        }
    }

    private mutating func addWord(_ value: StageValue, _ comparison: Expression.Comparison, _ text: String) {
        let allowed = Set(TypeCheck.signals).filter { ($0 == text) == (comparison == .equal) }
        words[value] = (words[value] ?? Set(TypeCheck.signals)).intersection(allowed)
    }

    private mutating func addSum(_ demand: Demand, _ limits: StageLimits) {
        guard let one = LinearForm(demand.one, range: limits.range),
            let other = LinearForm(demand.other, range: limits.range)
        else {
            isPossible = false
            return
        }
        let difference = LinearForm(one, minus: other)
        guard let factor = difference.leadingFactor else {
            isPossible = isPossible && demand.comparison.holds(difference.constant, 0)
            return
        }
        let form = difference.scaled(by: 1 / factor)
        let wanted = ValueRange(factor < 0 ? demand.comparison.mirrored : demand.comparison, -form.constant)
        for (name, range) in form.ranges where ranges[name] == nil { ranges[name] = range }
        narrow(form, to: wanted)
    }

    private mutating func narrow(_ form: LinearForm, to wanted: ValueRange) {
        if form.factors.count == 1, let name = form.factors.keys.first {
            ranges[name] = (ranges[name] ?? .anything).meeting(wanted)
        } else if let known = sums.firstIndex(where: { $0.form.factors == form.factors }) {
            sums[known].range = sums[known].range.meeting(wanted)
            if sums[known].range.isEmpty { isPossible = false }
        } else {
            sums.append((form, wanted))
        }
    }
}

extension Demand {
    fileprivate var isOfTexts: Bool {
        [one, other].allSatisfy { part in
            guard case .value(let value) = part.node else { return false }
            return value.quantity == .stage(.signal)
        }
    }
}

extension Expression.Comparison {
    /// What holds of both sides negated.
    fileprivate var mirrored: Self {
        switch self {
        case .equal, .notEqual: self
        case .less: .more
        case .atMost: .atLeast
        case .more: .less
        case .atLeast: .atMost
        }
    }
}
