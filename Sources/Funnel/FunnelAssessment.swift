public import Calendars

extension FunnelMetrics {
    /// Turns passages into the numbers of every week's entrants: the cohort view.
    ///
    /// - Parameters:
    ///   - asOf: The position before which passages were counted.
    ///   - breakdowns: Indices of the funnel's dimensions; several in one list are crossed. `nil`: each by itself.
    ///   - threads: How many count at a time; it makes no difference to the numbers.
    public init(
        of funnel: FunnelDefinition,
        from passages: PassageSets,
        on timeline: Timeline,
        before asOf: Int64,
        by breakdowns: [[Int]]? = nil,
        threads: Int = 1
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
        let (now, younger) = cut.sums(threads: threads)
        let everyone = CohortTotals(of: cut, now, threads: threads)
        weeks = concurrently(Array(cut.weeks.indices), threads: threads) { week in
            cut.metrics(ofWeekAt: week, now, younger, everyone)
        }
        total = everyone.total
        totalMatured = everyone.totalMatured
        let ages = PassageAges(of: cut, total: everyone.total, threads: threads)
        for index in weeks.indices { weeks[index].reachedByAge = ages.reachedByAge[index] }
        if passages.hasAmounts {
            let worths = passages.worths(before: asOf) { passages, passage, _ in passages.week(of: passage) }
            for index in weeks.indices { weeks[index].worth = worths[weeks[index].week] ?? Worth() }
        }
        proposedMaturityDays = cut.proposedMaturityDays
        valueHistory.aged = ages.valueAges
        judge(with: ages, threads: threads)
    }
}

/// A funnel's passages as they stood before one instant.
struct FunnelCut {
    let funnel: FunnelDefinition
    let passages: PassageSets
    let timeline: Timeline
    let breakdowns: [[Int]]
    var asOf: Int64

    /// From the first week with an entrant to the one that `asOf` ends or cuts.
    let weeks: [Week]

    init(funnel: FunnelDefinition, passages: PassageSets, timeline: Timeline, breakdowns: [[Int]], asOf: Int64) {
        self.funnel = funnel
        self.passages = passages
        self.timeline = timeline
        self.breakdowns = breakdowns
        self.asOf = asOf
        weeks = timeline.weeks(from: passages.weekRange?.lowerBound, before: asOf)
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
    var horizon: Int64? { funnel.maturingMicroseconds.map { $0 + 7 * microsecondsADay } }

    /// The sums of all passages as they are, and as they were seven days earlier.
    func sums(threads: Int) -> (now: CohortSums, younger: CohortSums) {
        var younger = self
        younger.asOf = timeline.shift(asOf, days: -7)
        return CohortSums.both(of: self, and: younger, threads: threads)
    }

    /// The numbers of one week; the week before as it stood when it was as old. Numbers that have matured are final in both.
    func metrics(
        ofWeekAt index: Int,
        _ now: CohortSums,
        _ younger: CohortSums,
        _ everyone: CohortTotals
    ) -> WeekMetrics {
        let week = weeks[index]
        var cohort = now.metrics(ofWeeksAt: [index]) { isMatured($0, in: week) }
        for stage in cohort.stages.indices.dropFirst() where !cohort.stages[stage].isMatured {
            let soFar = cohort.stages[stage].fromFirst?.rate ?? 0
            cohort.stages[stage].expectedFromFirst = everyone.expected[stage].flatMap { $0.rate >= soFar ? $0 : nil }
        }
        let before =
            index == 0
            ? nil
            : younger.metrics(ofWeeksAt: [index - 1]) { stage in
                funnel.isMatured(stage, in: weeks[index - 1], on: timeline, before: timeline.shift(asOf, days: -7))
            }
        return WeekMetrics(
            week: week,
            ageDays: timeline.date(at: asOf).dayNumber - week.monday.dayNumber,
            isComplete: isMatured(0, in: week),
            cohort: cohort,
            before: before,
            maturedUntilHere: everyone.maturedUntil[index]
        )
    }

    /// See ``FunnelMetrics/proposedMaturityDays``; the horizon is the greatest age that anybody has come to.
    var proposedMaturityDays: Int? {
        guard horizon == nil, passages.cohort != .person, let first = weeks.first else { return nil }
        let horizon = asOf - timeline.start(of: first)
        let ages = funnel.stages.indices.dropFirst().compactMap { stage in
            self.ages(to: stage, horizon: horizon) { isTimed($1, of: $0, to: stage) }.quantile(0.95)
        }
        return ages.max().map { max(1, Int(($0 + microsecondsADay - 1) / microsecondsADay)) }
    }

    /// The ages of all passages at `stage`, those included whose times are but bounds.
    func ages(to stage: Int, _ sums: CohortSums) -> ConversionAges {
        guard passages.hasUntimed, let horizon else { return sums.ages(to: stage, inWeeksAt: Array(weeks.indices)) }
        return ages(to: stage, horizon: horizon) { _, _ in true }
    }

    private func ages(to stage: Int, horizon: Int64, where isWanted: (Passages, Int) -> Bool) -> ConversionAges {
        var ages = ConversionAges(overflow: passages.overflow)
        passages.forEachSet { passages in
            for passage in 0..<passages.count where isWanted(passages, passage) {
                guard let entry = passages.reachedAt(0, in: passage), entry < asOf else { continue }
                if let end = passages.reachedAt(stage, in: passage), end < asOf {
                    ages.add(conversionAt: end - entry, horizon: horizon)
                } else {
                    ages.add(lookAt: asOf - entry, horizon: horizon)
                }
            }
        }
        return ages
    }

    /// Whether both ends of the passage's time to `stage` are known, as far as it has any.
    private func isTimed(_ passage: Int, of passages: Passages, to stage: Int) -> Bool {
        guard passages.isTimed(0, in: passage) else { return false }
        let isReached = passages.reachedAt(stage, in: passage).map { $0 < asOf } ?? false
        return !isReached || passages.isTimed(stage, in: passage)
    }
}
