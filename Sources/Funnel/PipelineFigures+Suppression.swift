extension PipelineFigures {
    /// Hides what is said of few rounds: a part one of whose counts is under `least` is left out, with the next smallest
    /// where it would be the only one; of segments, which may overlap, none is left then. Reasons of few are told together
    /// within their stage and outcome.
    ///
    /// - Parameter hidden: By property, the values of which the funnel's own breakdowns hide something over all weeks.
    public mutating func suppress(below least: Int, beside hidden: [String: Set<String>], overlapping: Set<String>) {
        let before = breakdowns
        for index in breakdowns.indices {
            let id = breakdowns[index].id
            breakdowns[index].suppress(below: least, beside: hidden[id] ?? [], isOverlapping: overlapping.contains(id))
        }
        hideWeeks(of: before, below: least)
        reasons.mergeSmall(below: least)
    }

    /// In a week of few, what was accepted is told of nobody; owners make up teams, so that both hide the same weeks.
    private mutating func hideWeeks(of before: [PipelineBreakdown], below least: Int) {
        let parts = zip(breakdowns, before).flatMap { told, all in told.weeksAtStake(of: all) }
        let hidden = HiddenWeeks(of: parts, below: least).places
        for index in breakdowns.indices {
            for part in breakdowns[index].parts.indices where !breakdowns[index].parts[part].acceptedByWeek.isEmpty {
                for week in hidden { breakdowns[index].parts[part].acceptedByWeek[week].count = nil }
            }
        }
    }
}

extension PipelineBreakdown {
    /// By week, what was accepted of each part that is told, and of those left out together, which is told as the rest;
    /// `nil` in weeks without any.
    fileprivate func weeksAtStake(of all: PipelineBreakdown) -> [[Double?]] {
        func sum(_ parts: [PipelinePart]) -> [Int] {
            parts.dropFirst().reduce(parts.first?.acceptedByWeek.map { $0.count ?? 0 } ?? []) { sum, part in
                zip(sum, part.acceptedByWeek).map { $0 + ($1.count ?? 0) }
            }
        }
        let whole = sum(all.parts)
        let names = Set(parts.map(\.value))
        let left = sum(all.parts.filter { !names.contains($0.value) })
        return (parts.map { sum([$0]) } + [left]).filter { !$0.isEmpty }.map { counts in
            zip(counts, whole).map { $1 == 0 ? nil : Double($0) }
        }
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
        [rounds, accepted, worked, won.rounds, lost, open.rounds]
    }

    fileprivate var smallestCount: Int { counts.min() ?? 0 }

    /// Amounts, rates, speeds and times that stand on a part of its rounds say nothing where these are few.
    fileprivate mutating func hideSmallRates(below least: Int) {
        won.hideSmall(below: least)
        open.hideSmall(below: least)
        if createdWinRate.numerator < least { createdWinRate = ConversionRate(0, of: 0) }
        if velocity.fewest < least { velocity = SalesVelocity.unknown }
        cycle.hideSmall(below: least)
        firstAction.hideSmall(below: least)
    }
}

extension CensoredDurations {
    fileprivate mutating func hideSmall(below least: Int) {
        if closed?.count ?? 0 < least { (closed, corrected) = (nil, nil) }
    }
}

extension SalesVelocity {
    /// The smallest of the counts that it stands on: won, lost, with an amount, with a length.
    fileprivate var fewest: Int {
        min(winRate.numerator, winRate.denominator - winRate.numerator, won.count, cycle?.count ?? 0)
    }

    /// Nothing is known of it.
    fileprivate static let unknown = SalesVelocity(winRate: ConversionRate(0, of: 0), won: Money(), cycle: nil)
}

extension EndingReasons {
    /// Reasons of few become ``Dimension/otherValue`` within their stage and outcome; of the last quarter all are told there,
    /// or none is.
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
            if var together = few.first {
                for other in few.dropFirst() { together.merge(other) }
                together.reason = Dimension.otherValue
                told.append(together)
            }
            told.hideSmall(below: least)
            return told
        }
    }
}

extension [EndingReason] {
    /// Where few ended recently for one reason, or earlier, nobody's recent number is told; amounts of few are not.
    fileprivate mutating func hideSmall(below least: Int) {
        let hasRecent = contains { $0.recent ?? 0 > 0 }
        let isSmall = contains { reason in
            reason.recent.map { $0 < least || (1..<least).contains(reason.count - $0) } ?? false
        }
        for index in indices {
            if hasRecent, isSmall { self[index].recent = nil }
            self[index].value.hideSmall(below: least)
        }
    }
}
