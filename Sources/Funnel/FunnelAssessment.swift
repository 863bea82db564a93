public import Calendars

extension FunnelMetrics {
    /// Turns passages into the numbers of every week's entrants: the cohort view.
    ///
    /// - Parameters:
    ///   - asOf: The position before which passages were counted.
    ///   - breakdowns: Indices of the funnel's dimensions; several in one list are crossed. `nil`: each by itself.
    public init(
        of funnel: FunnelDefinition,
        from passages: Passages,
        on timeline: Timeline,
        before asOf: Int64,
        by breakdowns: [[Int]]? = nil
    ) {
        let cut = FunnelCut(
            funnel: funnel,
            passages: passages,
            timeline: timeline,
            breakdowns: breakdowns ?? funnel.dimensions.indices.map { [$0] },
            asOf: asOf
        )
        self.funnel = funnel
        self.funnel.cohort = passages.cohort
        self.view = .cohort
        self.timeline = timeline
        self.asOf = asOf
        let passagesByWeek = Dictionary(grouping: 0..<passages.count) { passages.weeks[$0] }
        let expected = cut.expectedRates()
        let matured = cut.maturedTotals(members: passagesByWeek)
        weeks = zip(cut.weeks, matured).map { week, matured in
            cut.metrics(of: week, members: passagesByWeek, expected: expected, matured: matured)
        }
        total = cut.metrics(of: Array(0..<passages.count), isMatured: { cut.isTotalMatured($0) })
        let maturedPassages = cut.weeks.filter(cut.isMatured).flatMap { passagesByWeek[$0] ?? [] }
        totalMatured = cut.metrics(of: maturedPassages, isMatured: { _ in true })
        let ages = PassageAges(of: cut)
        for index in weeks.indices {
            weeks[index].reachedByAge = ages.reachedByAge[index]
            weeks[index].worth = passages.worth(of: passagesByWeek[weeks[index].week] ?? [], before: asOf)
        }
        proposedMaturityDays = cut.proposedMaturityDays
        judge(with: ages)
    }
}

/// A funnel's passages as they stood before one instant.
struct FunnelCut {
    let funnel: FunnelDefinition
    let passages: Passages
    let timeline: Timeline
    let breakdowns: [[Int]]
    var asOf: Int64

    /// From the first week with an entrant to the one that `asOf` ends or cuts.
    let weeks: [Week]

    init(funnel: FunnelDefinition, passages: Passages, timeline: Timeline, breakdowns: [[Int]], asOf: Int64) {
        self.funnel = funnel
        self.passages = passages
        self.timeline = timeline
        self.breakdowns = breakdowns
        self.asOf = asOf
        weeks = timeline.weeks(from: passages.weeks.min(), before: asOf)
    }

    /// Whether the number of entrants in `week` that reached `stage` is final.
    func isMatured(_ stage: Int, in week: Week) -> Bool {
        funnel.isMatured(stage, in: week, on: timeline, before: asOf)
    }

    /// Whether every stage of `week` has matured.
    func isMatured(_ week: Week) -> Bool { isMatured(funnel.stages.count - 1, in: week) }

    /// Whether `stage` has matured in every week.
    func isTotalMatured(_ stage: Int) -> Bool { weeks.last.map { isMatured(stage, in: $0) } ?? true }

    /// The age at which a cohort is complete: the window, and the week over which its entries are spread.
    private var horizon: Int64? { funnel.maturingMicroseconds.map { $0 + 7 * microsecondsADay } }

    func metrics(
        of week: Week,
        members: [Week: [Int]],
        expected: [ExpectedRate?],
        matured: [StageMetrics]
    ) -> WeekMetrics {
        var cohort = metrics(of: members[week] ?? []) { isMatured($0, in: week) }
        for stage in cohort.stages.indices.dropFirst() where !cohort.stages[stage].isMatured {
            let soFar = cohort.stages[stage].fromFirst?.rate ?? 0
            cohort.stages[stage].expectedFromFirst = expected[stage].flatMap { $0.rate >= soFar ? $0 : nil }
        }
        let days = timeline.date(at: asOf).dayNumber - week.monday.dayNumber
        return WeekMetrics(
            week: week,
            ageDays: days,
            isComplete: isMatured(0, in: week),
            cohort: cohort,
            before: week == weeks.first ? nil : before(week, members: members),
            maturedUntilHere: matured
        )
    }

    /// For each week, the matured weeks until then together: every entity once, in all stages that it reached.
    func maturedTotals(members: [Week: [Int]]) -> [[StageMetrics]] {
        var counts = Array(repeating: 0, count: funnel.stages.count)
        var reached: [Int32: UInt32] = [:]
        return weeks.map { week in
            for passage in isMatured(week) ? members[week] ?? [] : [] {
                let stages = passages.stages(of: passage, before: asOf)
                let counted = passages.cohort == .every ? reached[passages.entities[passage]] ?? 0 : 0
                add(stages & ~counted, to: &counts)
                if passages.cohort == .every { reached[passages.entities[passage]] = counted | stages }
            }
            return stageMetrics(counts, isMatured: { _ in true })
        }
    }

    /// The week before `week` as it stood when it was as old; numbers that have matured are final in both.
    private func before(_ week: Week, members: [Week: [Int]]) -> CohortMetrics {
        var younger = self
        younger.asOf = timeline.shift(asOf, days: -7)
        let last = week.advanced(by: -1)
        return younger.metrics(of: members[last] ?? []) { younger.isMatured($0, in: last) }
    }

    /// The final rates from the first stage that all weeks together lead to expect, one a stage.
    ///
    /// Without an end of maturing, before one week has reached it, and for `cohort: person` there are none.
    func expectedRates() -> [ExpectedRate?] {
        let none: [ExpectedRate?] = funnel.stages.map { _ in nil }
        guard let horizon, passages.cohort != .person, let first = weeks.first, isMatured(first) else { return none }
        let everyone = Array(0..<passages.count)
        return funnel.stages.indices.map { stage in
            guard stage > 0 else { return nil }
            let share = incidence(of: stage, among: everyone).share(by: horizon)
            return ExpectedRate(rate: share.rate, interval: share.interval)
        }
    }

    /// See ``FunnelMetrics/proposedMaturityDays``; the horizon is the greatest age that anybody has come to.
    var proposedMaturityDays: Int? {
        guard horizon == nil, passages.cohort != .person, let first = weeks.first else { return nil }
        let everyone = Array(0..<passages.count)
        let ages = funnel.stages.indices.dropFirst().compactMap { stage in
            incidence(of: stage, among: everyone.filter { isTimed($0, to: stage) })
                .quantile(0.95, horizon: asOf - timeline.start(of: first))
        }
        return ages.max().map { max(1, Int(($0 + microsecondsADay - 1) / microsecondsADay)) }
    }

    /// A passage and the stages that it had reached before `asOf`, one bit a stage.
    private typealias Member = (passage: Int, stages: UInt32)

    func metrics(of members: [Int], isMatured: (Int) -> Bool) -> CohortMetrics {
        let members = members.map { (passage: $0, stages: passages.stages(of: $0, before: asOf)) }
            .filter { $0.stages != 0 }
        var stages = stageMetrics(counts(of: members), isMatured: isMatured)
        for stage in stages.indices.dropFirst() {
            stages[stage].timeFromFirst = timeToConvert(to: stage, among: members.map(\.passage))
        }
        return CohortMetrics(stages: stages, breakdowns: breakdowns.map { breakdown(of: members, by: $0, isMatured) })
    }

    private func breakdown(
        of members: [Member],
        by dimensions: [Int],
        _ isMatured: (Int) -> Bool
    ) -> BreakdownMetrics {
        BreakdownMetrics(
            of: members,
            by: dimensions.map { funnel.dimensions[$0].id },
            values: { member in
                dimensions.map { passages.value(in: $0, of: member.passage, level: member.stages.level) }
            },
            stages: { stageMetrics(counts(of: $0), isMatured: isMatured) }
        )
    }

    /// How many reached each stage: every entity once, in all stages that it reached.
    private func counts(of members: [Member]) -> [Int] {
        var counts = Array(repeating: 0, count: funnel.stages.count)
        var reached = members.map(\.stages)
        if passages.cohort == .every {
            let entities = members.map { (passages.entities[$0.passage], $0.stages) }
            reached = Array(Dictionary(entities, uniquingKeysWith: |).values)
        }
        for stages in reached { add(stages, to: &counts) }
        return counts
    }

    private func add(_ stages: UInt32, to counts: inout [Int]) {
        for stage in counts.indices where stages & (1 << UInt32(stage)) != 0 { counts[stage] += 1 }
    }

    private func stageMetrics(_ counts: [Int], isMatured: (Int) -> Bool) -> [StageMetrics] {
        StageSums(counts, of: funnel).metrics(isMatured: isMatured)
    }

    private func incidence(of stage: Int, among members: [Int]) -> CumulativeIncidence {
        var observations: [(age: Int64, converted: Bool)] = []
        for passage in members {
            guard let entry = passages.reachedAt(0, in: passage), entry < asOf else { continue }
            if let end = passages.reachedAt(stage, in: passage), end < asOf {
                observations.append((end - entry, true))
            } else {
                observations.append((asOf - entry, false))
            }
        }
        return CumulativeIncidence(observations)
    }

    /// Whether both ends of the passage's time to `stage` are known, as far as it has any.
    private func isTimed(_ passage: Int, to stage: Int) -> Bool {
        guard passages.isTimed(0, in: passage) else { return false }
        let isReached = passages.reachedAt(stage, in: passage).map { $0 < asOf } ?? false
        return !isReached || passages.isTimed(stage, in: passage)
    }

    /// Only where one of the weeks that `members` entered in could be watched to the horizon.
    private func timeToConvert(to stage: Int, among members: [Int]) -> TimeToConvert? {
        guard let horizon, let first = members.map({ passages.weeks[$0] }).min(), isMatured(first) else { return nil }
        let incidence = incidence(of: stage, among: members.filter { isTimed($0, to: stage) })
        guard let median = incidence.quantile(0.5, horizon: horizon),
            let p80 = incidence.quantile(0.8, horizon: horizon)
        else { return nil }
        return TimeToConvert(
            conversions: incidence.conversions,
            medianSeconds: median / 1_000_000,
            p80Seconds: p80 / 1_000_000,
            percentileSeconds: incidence.percentiles(horizon: horizon).map { $0 / 1_000_000 }
        )
    }
}
