/// Why rounds ended in one stage with one outcome.
public struct EndingReason: Hashable, Sendable {
    /// The index of the stage in which they ended.
    public var stage: Int
    /// The index of the outcome.
    public var outcome: Int
    /// As given; `nil` where it is not.
    public var reason: String?
    /// How many there are.
    public var count: Int
    /// Those of them that ended in the last thirteen weeks; `nil` where it is not told.
    public var recent: Int?
    /// What they were worth.
    public var value: Money
}

/// Every ending with its reason.
public struct EndingReasons: Sendable {
    /// By stage, outcome, and the bytes of the reason, missing last.
    public var all: [EndingReason]

    init(of rounds: [RoundHistory], reason: (RoundHistory) -> String?, in cut: PipelineCut) {
        var found: [Key: EndingReason] = [:]
        for round in rounds {
            guard let outcome = round.outcome else { continue }
            let key = Key(stage: round.deepest, outcome: outcome, reason: reason(round))
            let none = EndingReason(
                stage: key.stage,
                outcome: outcome,
                reason: key.reason,
                count: 0,
                recent: 0,
                value: Money()
            )
            found[key, default: none].add(round, isRecent: cut.isRecentlyClosed(round))
        }
        all = found.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Those of one outcome, in whatever stage or in one alone: the most frequent first, equals by the bytes of the
    /// reason, missing last of all.
    public func ranked(outcome: Int, stage: Int? = nil) -> [EndingReason] {
        let own = all.filter { $0.outcome == outcome && (stage == nil || $0.stage == stage) }
        let merged = Dictionary(grouping: own, by: \.reason).values.compactMap { same -> EndingReason? in
            guard var sum = same.first else { return nil }
            for other in same.dropFirst() { sum.merge(other) }
            return sum
        }
        return merged.sorted { left, right in
            guard let a = left.reason, let b = right.reason else { return left.reason != nil }
            return left.count == right.count ? a.utf8.lexicographicallyPrecedes(b.utf8) : left.count > right.count
        }
    }

    private struct Key: Hashable, Comparable {
        var stage: Int
        var outcome: Int
        var reason: String?

        static func < (left: Self, right: Self) -> Bool {
            if (left.stage, left.outcome) != (right.stage, right.outcome) {
                return (left.stage, left.outcome) < (right.stage, right.outcome)
            }
            guard let a = left.reason, let b = right.reason else { return left.reason != nil && right.reason == nil }
            return a.utf8.lexicographicallyPrecedes(b.utf8)
        }
    }
}

extension EndingReason {
    fileprivate mutating func add(_ round: RoundHistory, isRecent: Bool) {
        count += 1
        if isRecent { recent = recent.map { $0 + 1 } }
        value.add(round.amount)
    }

    /// Takes those of another reason into this one.
    mutating func merge(_ other: EndingReason) {
        count += other.count
        recent = recent.flatMap { own in other.recent.map { own + $0 } }
        value = Money(sumOf: [value, other.value])
    }
}
