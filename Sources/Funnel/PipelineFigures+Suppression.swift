extension PipelineFigures {
    /// Hides what is said of few rounds: a part one of whose counts is under `least` is left out, with the next smallest
    /// where it would be the only one; of segments, which may overlap, none is left then. Reasons of few are told together
    /// within their stage and outcome.
    ///
    /// - Parameter hidden: By property, the values of which the funnel's own breakdowns hide something over all weeks.
    public mutating func suppress(below least: Int, beside hidden: [String: Set<String>], overlapping: Set<String>) {
        for index in breakdowns.indices {
            let id = breakdowns[index].id
            breakdowns[index].suppress(below: least, beside: hidden[id] ?? [], isOverlapping: overlapping.contains(id))
        }
        reasons.mergeSmall(below: least)
    }
}

extension PipelineBreakdown {
    fileprivate mutating func suppress(below least: Int, beside hidden: Set<String>, isOverlapping: Bool) {
        var small = Set(parts.filter { $0.smallestCount < least || hidden.contains($0.value) }.map(\.value))
        guard !small.isEmpty else { return }
        while !isSafe(small, below: least),
            let next = parts.filter({ !small.contains($0.value) }).min(by: {
                ($0.rounds, $0.value) < ($1.rounds, $1.value)
            })
        {
            small.insert(next.value)
        }
        parts.removeAll { isOverlapping || small.contains($0.value) }
        for part in parts.indices { parts[part].hideSmallRates(below: least) }
    }

    /// Whether those left out cannot be told apart: there are two at least, and of nothing that there is of anybody there
    /// are too few among them.
    private func isSafe(_ left: Set<String>, below least: Int) -> Bool {
        guard left.count > 1, let kinds = parts.first?.counts.indices else { return left.count == parts.count }
        let (all, own) = (parts.map(\.counts), parts.filter { left.contains($0.value) }.map(\.counts))
        return kinds.allSatisfy { kind in
            all.allSatisfy { $0[kind] == 0 } || own.reduce(0) { $0 + $1[kind] } >= least
        }
    }
}

extension PipelinePart {
    /// The counts that are told of it.
    fileprivate var counts: [Int] {
        [rounds, accepted, worked, won.count + won.withoutAmount, lost, open.count + open.withoutAmount]
    }

    fileprivate var smallestCount: Int { counts.min() ?? 0 }

    /// Rates and speeds that stand on a part of its rounds say nothing where these are few.
    fileprivate mutating func hideSmallRates(below least: Int) {
        if createdWinRate.numerator < least { createdWinRate = ConversionRate(0, of: 0) }
        if velocity.winRate.numerator < least { velocity = SalesVelocity.unknown }
    }
}

extension SalesVelocity {
    /// Nothing is known of it.
    fileprivate static let unknown = SalesVelocity(winRate: ConversionRate(0, of: 0), won: Money(), cycle: nil)
}

extension EndingReasons {
    /// Reasons of few become ``Dimension/otherValue`` within their stage and outcome.
    fileprivate mutating func mergeSmall(below least: Int) {
        let groups = Dictionary(grouping: all) { [$0.stage, $0.outcome] }
        all = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, reasons in
            let bases = reasons.map { ($0.reason ?? Dimension.missingValue, $0.count) }
            let merging = ValueMerging(Dictionary(bases, uniquingKeysWith: +), below: least)
            func isSmall(_ reason: EndingReason) -> Bool {
                merging.merged.contains(reason.reason ?? Dimension.missingValue)
            }
            var told = reasons.filter { !isSmall($0) }
            let few = reasons.filter(isSmall)
            guard var together = few.first else { return told }
            for other in few.dropFirst() { together.merge(other) }
            together.reason = Dimension.otherValue
            told.append(together)
            return told
        }
    }
}
