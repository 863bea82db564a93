public import Calendars

extension FunnelMetrics {
    /// Whether gains can be found at all: under `cohort: every` one conversion may count in two weeks.
    var hasGains: Bool { funnel.cohort != .every }

    /// The weeks up to `week` whose numbers are final in every stage, in the activity view those that are over.
    public func settledWeeks(upTo week: Week) -> [WeekMetrics] {
        weeks.filter { $0.week <= week && isSettled($0) }
    }

    private func isSettled(_ week: WeekMetrics) -> Bool { view == .activity ? week.isComplete : week.isMatured }

    /// What each step would bring at its reference, from the matured weeks up to `week`: of the steps whose numbers are told
    /// in all of those weeks. Where those of a later one are not, the step's gain is not told either, and without all gains
    /// nobody can say which is the largest.
    ///
    /// - Parameters:
    ///   - breakdown: The place of a breakdown, to look only at those who have one value in it.
    ///   - value: The value, one a dimension of the breakdown.
    public func gains(upTo week: Week, ofValue value: [String], in breakdown: Int) -> [StepGain] {
        guard hasGains else { return [] }
        let settled = settledWeeks(upTo: week)
        let parts = settled.map { week in
            week.cohort.breakdowns[breakdown].values.first { $0.values == value }?.stages ?? noStages
        }
        let looked = parts.suffix(GainFinder.weeksTogether + GainFinder.weeksBefore)
        let hidden = funnel.stages.indices.filter { stage in
            looked.contains { !$0[stage].suppressed.isDisjoint(with: [.count, .fromPrevious]) }
        }
        let gains = finder(over: parts, settled).gains.filter { !hidden.contains($0.stage) }
        guard let last = hidden.last else { return gains }
        return gains.map { $0.withoutVerdict(isHidden: $0.stage < last) }
    }

    func finder(over stages: [[StageMetrics]], _ settled: [WeekMetrics]) -> GainFinder {
        GainFinder(
            funnel,
            over: stages,
            amount: averageAmount(of: settled),
            hasQuartile: view == .activity || funnel.cohort != .person
        )
    }

    /// The average amount of a final entity in the last 13 of `settled`; `nil` without amounts.
    func averageAmount(of settled: [WeekMetrics]) -> Double? {
        settled.suffix(Self.weeksOfQuarter).compactMap(\.worth).reduce(Worth(), +).average
    }

    /// A quarter has so many weeks.
    static let weeksOfQuarter = 13

    private var noStages: [StageMetrics] {
        StageSums(funnel.stages.map { _ in 0 }, of: funnel).metrics { _ in true }
    }

    /// Judges every week: its numbers beside those before it, and what its matured weeks say of each step.
    /// - Parameter threads: How many judge at a time; it makes no difference.
    mutating func judge(with ages: some AgedWeeks, threads: Int) {
        let isPerson = view == .cohort && funnel.cohort == .person
        weeks = Judge(funnel: funnel, ages: ages, neverSettles: isPerson).judged(weeks, threads: threads)
        guard hasGains else { return }
        let weeksLookedAt = GainFinder.weeksTogether + GainFinder.weeksBefore
        var settled: [WeekMetrics] = []
        for index in weeks.indices {
            if isSettled(weeks[index]) { settled = settled.suffix(weeksLookedAt - 1) + [weeks[index]] }
            weeks[index].gains = finder(over: settled.map(\.cohort.stages), settled).gains
        }
    }
}

extension WeekMetrics {
    /// Whether every stage's number is final.
    var isMatured: Bool { cohort.stages.allSatisfy(\.isMatured) }
}
