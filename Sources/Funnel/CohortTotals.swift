internal import Calendars

/// The numbers of several weeks together: all of them, those that have matured, and what both lead to expect.
struct CohortTotals {
    private(set) var total: CohortMetrics
    private(set) var totalMatured: CohortMetrics
    /// For each week, the matured weeks until then together.
    private(set) var maturedUntil: [[StageMetrics]]
    /// The final rates from the first stage that all weeks together lead to expect, one a stage.
    ///
    /// Without an end of maturing, before one week has reached it, and for `cohort: person` there are none.
    private(set) var expected: [ExpectedRate?]

    init(of cut: FunnelCut, _ sums: CohortSums, threads: Int) {
        let all = Array(cut.weeks.indices)
        let matured = all.filter { cut.isMatured(cut.weeks[$0]) }
        // The longest work first.
        let jobs = [all, matured].flatMap { weeks in cut.funnel.stages.indices.dropFirst().map { (weeks, $0) } }
        let isExpecting = Self.isExpecting(cut)
        let found = concurrently(jobs, threads: threads) { weeks, stage in
            let isOfAll = isExpecting && weeks.count == all.count
            let curve = isOfAll ? ConversionCurve(cut.ages(to: stage, sums)) : nil
            let own = cut.passages.hasUntimed ? nil : curve
            return (time: sums.timeToConvert(to: stage, inWeeksAt: weeks, own), share: curve?.share)
        }
        let times = [nil] + found.map(\.time)
        let count = cut.funnel.stages.count
        total = sums.metrics(ofWeeksAt: all, times: Array(times.prefix(count)), isMatured: cut.isTotalMatured)
        totalMatured = sums.metrics(ofWeeksAt: matured, times: [nil] + times.dropFirst(count)) { _ in true }
        expected =
            [nil] + found.prefix(count - 1).map { $0.share.map { ExpectedRate(rate: $0.rate, interval: $0.interval) } }
        maturedUntil = Self.running(cut, sums)
        if cut.passages.cohort == .every { countEntitiesOnce(in: cut, threads: threads) }
    }

    private static func running(_ cut: FunnelCut, _ sums: CohortSums) -> [[StageMetrics]] {
        var counts = Array(repeating: 0, count: cut.funnel.stages.count)
        return cut.weeks.indices.map { week in
            if cut.isMatured(cut.weeks[week]) { counts = zip(counts, sums.counts(ofWeekAt: week)).map(+) }
            return StageSums(counts, of: cut.funnel).metrics { _ in true }
        }
    }

    /// Whether all weeks together lead to expect anything.
    private static func isExpecting(_ cut: FunnelCut) -> Bool {
        guard cut.horizon != nil, cut.passages.cohort != .person, let first = cut.weeks.first else { return false }
        return cut.isMatured(first)
    }

    /// An entity that is counted in several weeks is one here, in all stages that it reached.
    private mutating func countEntitiesOnce(in cut: FunnelCut, threads: Int) {
        let every = EveryCohort(of: cut, threads: threads)
        total.stages.replaceCounts(every.stages(where: { _ in true }) { cut.isTotalMatured($0) })
        total.breakdowns = every.breakdowns(where: { _ in true }) { cut.isTotalMatured($0) }
        totalMatured.stages.replaceCounts(every.stages(where: cut.isMatured) { _ in true })
        totalMatured.breakdowns = every.breakdowns(where: cut.isMatured) { _ in true }
        maturedUntil = every.maturedUntil
    }
}

extension [StageMetrics] {
    /// Takes the counts and rates of others, and keeps its own times.
    fileprivate mutating func replaceCounts(_ others: [StageMetrics]) {
        self = zip(self, others).map { own, other in
            var stage = other
            stage.timeFromFirst = own.timeFromFirst
            return stage
        }
    }
}
