import Calendars
import Funnel
import Records
import Testing

@Suite struct ActivityMetricsTests {
    private let timeline = Timeline.instants(.utc)
    private let monday = Timeline.instants(.utc).start(of: Week(number: 10))

    private func activity(
        _ rows: [(entity: Int, day: Double, stages: UInt32)],
        cohort: CohortRule = .first,
        dimensions: [Dimension] = [],
        values: [String?] = [],
        untilDay: Double
    ) -> FunnelMetrics {
        let table = EventTable(
            rows.enumerated().map { index, row in
                OracleRow(
                    entity: row.entity,
                    time: monday + Int64(row.day * Double(day)),
                    stages: row.stages,
                    value: values.isEmpty ? nil : values[index]
                )
            }
        )
        let funnel = FunnelDefinition.lettered(3, cohort: cohort, dimensions: dimensions)
        let asOf = monday + Int64(untilDay * Double(day))
        let passages = EventCounter(funnel, in: table, on: timeline, before: asOf).count().passages
        return FunnelMetrics(activityOf: funnel, from: PassageSets(passages), on: timeline, before: asOf)
    }

    @Test func aStageCountsInTheWeekItWasReachedIn() {
        let found = activity([(0, 0, 1), (0, 8, 2), (0, 15, 4), (1, 8, 1), (1, 9, 2)], untilDay: 28)
        #expect(found.view == .activity)
        #expect(found.weeks.map { $0.cohort.stages.map(\.count) } == [[1, 0, 0], [1, 2, 0], [0, 0, 1], [0, 0, 0]])
        #expect(found.weeks.map { $0.cohort.stages[1].fromPrevious?.rate } == [0, nil, nil, nil])
        #expect(found.total.stages.map(\.count) == [2, 2, 1])
    }

    @Test func aWeekThatIsOverIsFinal() {
        let found = activity([(0, 0, 1), (0, 8, 2)], untilDay: 9)
        #expect(found.weeks.map { $0.cohort.stages.map(\.isMatured) } == [[true, true, true], [false, false, false]])
        #expect(found.totalMatured.stages.map(\.count) == [1, 0, 0])
        #expect(found.weeks.map { $0.maturedUntilHere.map(\.count) } == [[1, 0, 0], [1, 0, 0]])
        #expect(found.total.stages.map(\.isMatured) == [false, false, false])
    }

    @Test func aRunningWeekIsSetAgainstTheSameDaysOfTheWeekBefore() {
        let found = activity([(0, 0, 1), (1, 1.5, 1), (2, 2.5, 1), (3, 7, 1)], untilDay: 9)
        #expect(found.weeks[1].before?.stages.map(\.count) == [2, 0, 0])
        #expect(found.weeks[1].before?.stages.map(\.isMatured) == [false, false, false])
        #expect(found.weeks[0].before == nil)
    }

    @Test func oneConversionOfTwoCohortsHappensOnce() {
        let rows: [(Int, Double, UInt32)] = [(0, 6, 1), (0, 7, 1), (0, 8, 2)]
        let found = activity(rows, cohort: .every, untilDay: 14)
        #expect(found.weeks.map { $0.cohort.stages.map(\.count) } == [[1, 0, 0], [1, 1, 0]])
        #expect(found.total.stages.map(\.count) == [1, 1, 0])
        #expect(found.weeks.last?.maturedUntilHere.map(\.count) == [1, 1, 0])
    }

    @Test func theLastTouchIsTheOneAtTheStage() {
        let last = Dimension(id: "value", origin: .column("value"), touch: .last)
        let found = activity(
            [(0, 0, 1), (0, 1, 2), (0, 2, 4)],
            dimensions: [last],
            values: ["ads", "mail", "shop"],
            untilDay: 7
        )
        let values = found.total.breakdowns[0].values.map { "\($0.values[0]) \($0.stages.map { $0.count ?? -1 })" }
        #expect(values == ["ads [1, 0, 0]", "mail [0, 1, 0]", "shop [0, 0, 1]"])
    }

    @Test(arguments: [CohortRule.first, .person])
    func bothViewsHaveTheSameTotal(cohort: CohortRule) {
        var numbers = SeededNumbers(state: 4)
        for _ in 0..<500 {
            let rows = (0..<12).map { _ -> OracleRow in
                OracleRow(
                    entity: Int.random(in: 0...3, using: &numbers),
                    time: monday + Int64.random(in: 0...40, using: &numbers) * 12 * hour,
                    stages: 1 << UInt32.random(in: 0...2, using: &numbers),
                    value: ["x", "y"].randomElement(using: &numbers)
                )
            }
            let dimension = Dimension(id: "value", origin: .column("value"), touch: .entry)
            let funnel = FunnelDefinition.lettered(3, cohort: cohort, dimensions: [dimension])
            let asOf = monday + Int64.random(in: 5...20, using: &numbers) * day
            let passages = EventCounter(funnel, in: EventTable(rows), on: timeline, before: asOf).count().passages
            let activity = FunnelMetrics(activityOf: funnel, from: PassageSets(passages), on: timeline, before: asOf)
            let cohorts = FunnelMetrics(of: funnel, from: PassageSets(passages), on: timeline, before: asOf)
            #expect(activity.total.stages.map(\.count) == cohorts.total.stages.map(\.count))
            #expect(activity.weeks.map(\.week) == cohorts.weeks.map(\.week))
            let values = [activity, cohorts].map { metrics in
                metrics.total.breakdowns[0].values.map { "\($0.values) \($0.stages.map(\.count))" }
            }
            #expect(values[0] == values[1])
        }
    }

    @Test(arguments: CohortRule.allCases)
    func whatHappenedInAWeekThatIsOverStaysAsItIs(cohort: CohortRule) {
        var numbers = SeededNumbers(state: 6)
        let last = Dimension(id: "value", origin: .column("value"), touch: .last)
        let funnel = FunnelDefinition.lettered(3, window: 9 * day, cohort: cohort, dimensions: [last])
        func weeks(_ rows: [OracleRow], before asOf: Int64) -> [String] {
            let passages = EventCounter(funnel, in: EventTable(rows), on: timeline, before: asOf).count().passages
            let activity = FunnelMetrics(activityOf: funnel, from: PassageSets(passages), on: timeline, before: asOf)
            return activity.weeks.filter(\.isComplete).map { week in
                let values = week.cohort.breakdowns[0].values.map { "\($0.values) \($0.stages.map(\.count))" }
                return "\(week.week) \(week.cohort.stages.map(\.count)) \(values)"
            }
        }
        for _ in 0..<500 {
            let rows = (0..<9).map { _ -> OracleRow in
                OracleRow(
                    entity: Int.random(in: 0...2, using: &numbers),
                    time: monday + Int64.random(in: 0...40, using: &numbers) * 12 * hour,
                    stages: 1 << UInt32.random(in: 0...2, using: &numbers),
                    value: ["x", "y"].randomElement(using: &numbers)
                )
            }
            let asOf = monday + Int64.random(in: 5...20, using: &numbers) * day
            let then = weeks(rows, before: asOf)
            #expect(Array(weeks(rows, before: asOf + 10 * day).prefix(then.count)) == then)
        }
    }
}
