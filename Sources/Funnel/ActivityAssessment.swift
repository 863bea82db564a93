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
    public init(
        activityOf funnel: FunnelDefinition,
        from passages: Passages,
        on timeline: Timeline,
        before asOf: Int64,
        by breakdowns: [[Int]]? = nil
    ) {
        let cut = ActivityCut(
            of: passages,
            in: funnel,
            by: breakdowns ?? funnel.dimensions.indices.map { [$0] },
            on: timeline,
            before: asOf
        )
        self.funnel = funnel
        self.funnel.cohort = passages.cohort
        view = .activity
        self.timeline = timeline
        self.asOf = asOf
        weeks = cut.weekMetrics
        total = cut.metrics(of: cut.weeks, isMatured: cut.weeks.allSatisfy(cut.isOver))
        totalMatured = cut.metrics(of: cut.weeks.filter(cut.isOver), isMatured: true)
        for index in weeks.indices { weeks[index].worth = cut.worth(of: weeks[index].week) }
        judge(with: cut.ages)
    }
}

/// What happened in each week, as it stood before one instant.
private struct ActivityCut {
    let weeks: [Week]
    private let passages: Passages
    private let funnel: FunnelDefinition
    private let breakdowns: [[Int]]
    private let timeline: Timeline
    private var asOf: Int64
    private let arrivals: [Week: [Arrival]]

    init(
        of passages: Passages,
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
        var arrivals: [Week: [Arrival]] = [:]
        for passage in 0..<passages.count {
            for stage in 0..<passages.level(of: passage, before: asOf) {
                guard let position = passages.reachedAt(stage, in: passage) else { continue }
                let arrival = Arrival(passage: passage, stage: stage, position: position)
                arrivals[timeline.week(at: position), default: []].append(arrival)
            }
        }
        self.arrivals = arrivals
        weeks = timeline.weeks(from: arrivals.keys.min(), before: asOf)
    }

    func isOver(_ week: Week) -> Bool { timeline.end(of: week) <= asOf }

    /// Every week with its numbers.
    var weekMetrics: [WeekMetrics] {
        var matured = ArrivalCount(in: passages)
        return weeks.map { week in
            if isOver(week) { for arrival in arrivals[week] ?? [] { matured.add(arrival) } }
            return WeekMetrics(
                week: week,
                ageDays: timeline.date(at: asOf).dayNumber - week.monday.dayNumber,
                isComplete: isOver(week),
                cohort: metrics(of: [week], isMatured: isOver(week)),
                before: week == weeks.first ? nil : before(week),
                maturedUntilHere: StageSums(matured.counts, of: funnel).metrics { _ in true }
            )
        }
    }

    /// The week before, as it stood seven days earlier.
    private func before(_ week: Week) -> CohortMetrics {
        var younger = self
        younger.asOf = timeline.shift(asOf, days: -7)
        let last = week.advanced(by: -1)
        return younger.metrics(of: [last], isMatured: younger.isOver(last))
    }

    /// Every week as it is, and cut at the day of the week on which the data end.
    var ages: ActivityAges {
        func counts(_ week: Week, before cut: Int64) -> [Int?] {
            var count = ArrivalCount(in: passages)
            for arrival in arrivals[week] ?? [] where arrival.position < cut { count.add(arrival) }
            return count.counts
        }
        return ActivityAges(
            weeks: weeks,
            funnel: funnel,
            counts: weeks.map { counts($0, before: asOf) },
            young: weeks.indices.map { index in
                counts(weeks[index], before: timeline.shift(asOf, days: -7 * (weeks.count - 1 - index)))
            }
        )
    }

    /// The amounts of those who came to the last stage in `week`.
    func worth(of week: Week) -> Worth? {
        let final = (arrivals[week] ?? []).filter { $0.stage == passages.stageCount - 1 }
        return passages.worth(of: final.map(\.passage), before: asOf)
    }

    /// The numbers of several weeks together.
    func metrics(of weeks: [Week], isMatured: Bool) -> CohortMetrics {
        let arrivals = weeks.flatMap { self.arrivals[$0] ?? [] }.filter { $0.position < asOf }
        return CohortMetrics(
            stages: stages(of: arrivals, isMatured),
            breakdowns: breakdowns.map { dimensions in
                BreakdownMetrics(
                    of: arrivals,
                    by: dimensions.map { funnel.dimensions[$0].id },
                    values: { arrival in
                        dimensions.map { passages.value(in: $0, of: arrival.passage, level: arrival.stage + 1) }
                    },
                    stages: { stages(of: $0, isMatured) }
                )
            }
        )
    }

    private func stages(of arrivals: [Arrival], _ isMatured: Bool) -> [StageMetrics] {
        var count = ArrivalCount(in: passages)
        for arrival in arrivals { count.add(arrival) }
        return StageSums(count.counts, of: funnel).metrics { _ in isMatured }
    }
}

/// A passage reaches a stage.
private struct Arrival {
    var passage: Int
    var stage: Int
    var position: Int64
}

/// Counts arrivals stage by stage; under `cohort: every`, where an entity has several passages, each entity once.
private struct ArrivalCount {
    private(set) var counts: [Int]
    private var entities: [Set<Int32>]
    private let passages: Passages

    init(in passages: Passages) {
        self.passages = passages
        counts = Array(repeating: 0, count: passages.stageCount)
        entities = Array(repeating: [], count: passages.stageCount)
    }

    mutating func add(_ arrival: Arrival) {
        if passages.cohort == .every, !entities[arrival.stage].insert(passages.entity(of: arrival.passage)).inserted {
            return
        }
        counts[arrival.stage] += 1
    }
}
