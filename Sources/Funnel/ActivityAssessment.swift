public import Calendars

extension FunnelMetrics {
    /// Turns passages into what happened in every week, whoever it happened to: the activity view.
    ///
    /// A stage's count is of those who reached it in the week. Rates set the week's counts against each other; there is
    /// none where more came than reached the stage before. Numbers have matured when the week is over. An entity that
    /// `cohort: every` counts in two weeks is one here. Under `touch: last` the value is the one that it had when it
    /// reached the stage. There are neither times to convert nor expected rates.
    ///
    /// - Parameters:
    ///   - asOf: The position before which passages were counted.
    ///   - breakdowns: Indices of the funnel's dimensions; several in one list are crossed. `nil`: each by itself.
    ///   - threads: How many count at a time; it makes no difference to the numbers.
    public init(
        activityOf funnel: FunnelDefinition,
        from passages: PassageSets,
        on timeline: Timeline,
        before asOf: Int64,
        by breakdowns: [[Int]]? = nil,
        threads: Int = 1
    ) {
        let breakdowns = breakdowns ?? funnel.dimensions.indices.map { [$0] }
        let cut = ActivityCut(of: passages, in: funnel, by: breakdowns, on: timeline, before: asOf)
        let counts = ActivitySums(of: cut, threads: threads)
        self.funnel = funnel
        self.funnel.cohort = passages.cohort
        view = .activity
        self.timeline = timeline
        self.asOf = asOf
        weeks = cut.weekMetrics(by: counts)
        total = counts.metrics(of: cut.weeks, isMatured: cut.weeks.allSatisfy(cut.isOver), isYounger: false)
        totalMatured = counts.metrics(of: cut.weeks.filter(cut.isOver), isMatured: true, isYounger: false)
        if passages.hasAmounts {
            let worths = passages.worths(before: asOf) { _, _, end in timeline.week(at: end) }
            for index in weeks.indices { weeks[index].worth = worths[weeks[index].week] ?? Worth() }
        }
        judge(with: cut.ages(by: counts), threads: threads)
    }
}

/// Passages whose arrivals are counted in the weeks in which they came.
struct ActivityCut: Sendable {
    let passages: PassageSets
    let funnel: FunnelDefinition
    let breakdowns: [[Int]]
    let timeline: Timeline
    let asOf: Int64
    /// From the first week in which anybody came to a stage to the one that `asOf` ends or cuts.
    let weeks: [Week]

    init(
        of passages: PassageSets,
        in funnel: FunnelDefinition,
        by breakdowns: [[Int]],
        on timeline: Timeline,
        before asOf: Int64
    ) {
        self.passages = passages
        self.funnel = funnel
        self.breakdowns = breakdowns
        self.timeline = timeline
        self.asOf = asOf
        let first = passages.firstPosition.flatMap { $0 < asOf ? timeline.week(at: $0) : nil }
        weeks = timeline.weeks(from: first, before: asOf)
    }

    /// Seven days before the end of data.
    var youngerAsOf: Int64 { timeline.shift(asOf, days: -7) }

    /// For each week, the day of the week on which the data end.
    var youngCuts: [Int64] {
        weeks.indices.map { timeline.shift(asOf, days: -7 * (weeks.count - 1 - $0)) }
    }

    func isOver(_ week: Week) -> Bool { timeline.end(of: week) <= asOf }

    /// Every week with its numbers; the week before as it stood seven days earlier.
    func weekMetrics(by counts: ActivitySums) -> [WeekMetrics] {
        weeks.indices.map { index in
            let week = weeks[index]
            let last = week.advanced(by: -1)
            let wasOver = timeline.end(of: last) <= youngerAsOf
            return WeekMetrics(
                week: week,
                ageDays: timeline.date(at: asOf).dayNumber - week.monday.dayNumber,
                isComplete: isOver(week),
                cohort: counts.metrics(of: [week], isMatured: isOver(week), isYounger: false),
                before: index == 0 ? nil : counts.metrics(of: [last], isMatured: wasOver, isYounger: true),
                maturedUntilHere: StageSums(
                    counts.counts(of: weeks[...index].filter(isOver)),
                    of: funnel
                ).metrics { _ in true }
            )
        }
    }

    /// Every week as it is, and cut at the day of the week on which the data end.
    func ages(by counts: ActivitySums) -> ActivityAges {
        ActivityAges(
            weeks: weeks,
            funnel: funnel,
            counts: weeks.map { counts.counts(of: [$0]) },
            young: weeks.map(counts.youngCounts)
        )
    }
}
