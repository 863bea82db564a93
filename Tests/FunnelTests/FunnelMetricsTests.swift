import Calendars
import Funnel
import Records
import Testing

@Suite struct FunnelMetricsTests {
    private let timeline = Timeline.instants(.utc)
    private let monday = Timeline.instants(.utc).start(of: Week(number: 10))

    private func metrics(
        _ rows: [(entity: Int, day: Double, stages: UInt32)],
        window: Int64? = 7 * day,
        cohort: CohortRule = .first,
        untilDay: Int64
    ) -> FunnelMetrics {
        let table = EventTable(
            rows.map { OracleRow(entity: $0.entity, time: monday + Int64($0.day * Double(day)), stages: $0.stages) }
        )
        let funnel = FunnelDefinition.lettered(3, window: window, cohort: cohort)
        let asOf = monday + untilDay * day
        let passages = EventCounter(funnel, in: table, on: timeline, before: asOf).count().passages
        return FunnelMetrics(of: funnel, from: PassageSets(passages), on: timeline, before: asOf)
    }

    @Test func aStageHasMaturedWhenTheWeekAndTheWindowAreOver() {
        let rows: [(Int, Double, UInt32)] = [(0, 0, 1)]
        #expect(metrics(rows, untilDay: 14).weeks[0].cohort.stages.map(\.isMatured) == [true, true, true])
        #expect(metrics(rows, untilDay: 13).weeks[0].cohort.stages.map(\.isMatured) == [true, false, false])
        #expect(metrics(rows, untilDay: 6).weeks[0].cohort.stages.map(\.isMatured) == [false, false, false])
    }

    @Test func withoutWindowAndHorizonNothingButTheEntryMatures() {
        let weeks = metrics([(0, 0, 1)], window: nil, untilDay: 700).weeks
        #expect(weeks[0].cohort.stages.map(\.isMatured) == [true, false, false])
    }

    @Test func ageCountsFromTheBeginningOfTheWeek() {
        #expect(metrics([(0, 0, 1)], untilDay: 14).weeks.map(\.ageDays) == [14, 7])
    }

    /// A stable process: every week the same, signups on the tenth day after the entry.
    @Test func theWeekBeforeIsAsOldAsTheWeek() throws {
        var rows: [(Int, Double, UInt32)] = []
        for week in 0..<6 {
            for person in 0..<10 {
                rows.append((week * 10 + person, Double(week * 7), 1))
                if person < 4 { rows.append((week * 10 + person, Double(week * 7 + 10), 2)) }
            }
        }
        for untilDay in 28...42 as ClosedRange<Int64> {
            let weeks = metrics(rows, window: 14 * day, untilDay: untilDay).weeks
            for week in weeks.dropFirst() where week.isComplete {
                let before = try #require(week.before)
                #expect(before.stages.map(\.count) == week.cohort.stages.map(\.count), "day \(untilDay), \(week.week)")
                #expect(before.stages.map(\.isMatured) == week.cohort.stages.map(\.isMatured))
            }
        }
    }

    @Test func totalsCountAnEntityOnceAtItsHighestLevel() {
        let rows: [(Int, Double, UInt32)] = [(0, 0, 1), (0, 7, 1), (0, 8, 2), (1, 7, 1)]
        let every = metrics(rows, cohort: .every, untilDay: 28)
        #expect(every.weeks.map { $0.cohort.stages[0].count } == [1, 2, 0, 0])
        #expect(every.total.stages.map(\.count) == [2, 1, 0])
        #expect(every.weeks.last?.maturedUntilHere.map(\.count) == [2, 1, 0])
        let first = metrics(rows, cohort: .first, untilDay: 28)
        #expect(first.total.stages.map(\.count) == [2, 0, 0])
    }

    @Test func totalMaturedLeavesOutWeeksStillMaturing() {
        let rows: [(Int, Double, UInt32)] = [(0, 0, 1), (0, 1, 2), (1, 7, 1), (2, 14, 1), (2, 15, 2)]
        let found = metrics(rows, untilDay: 21)
        #expect(found.totalMatured.stages.map(\.count) == [2, 1, 0])
        #expect(found.total.stages.map(\.count) == [3, 2, 0])
        #expect(found.totalMatured.stages.map(\.isMatured) == [true, true, true])
        #expect(found.total.stages.map(\.isMatured) == [true, false, false])
    }

    @Test func expectedRatesNeedACohortThatWasWatchedToTheHorizon() {
        var rows: [(Int, Double, UInt32)] = []
        for week in 0..<3 {
            for person in 0..<10 {
                rows.append((week * 10 + person, Double(week * 7), 1))
                if person < 5 { rows.append((week * 10 + person, Double(week * 7) + 3, 2)) }
            }
        }
        let young = metrics(rows, window: 14 * day, untilDay: 20).weeks
        #expect(young.allSatisfy { $0.cohort.stages[1].expectedFromFirst == nil })
        let older = metrics(rows, window: 14 * day, untilDay: 21).weeks
        #expect(older[0].cohort.stages[1].expectedFromFirst == nil)
        #expect(older[2].cohort.stages[1].expectedFromFirst?.rate == 0.5)
        let person = metrics(rows, window: 14 * day, cohort: .person, untilDay: 21).weeks
        #expect(person.allSatisfy { $0.cohort.stages[1].expectedFromFirst == nil })
    }

    @Test func timeToConvertNeedsThirtyConversionsAndAMaturedWeek() {
        let rows = (0..<40).flatMap { person -> [(Int, Double, UInt32)] in
            [(person, 0, 1), (person, Double(person + 1) / 10, 2)]
        }
        #expect(metrics(rows, untilDay: 14).weeks[0].cohort.stages[1].timeFromFirst?.medianSeconds == 172_800)
        #expect(metrics(rows, untilDay: 14).weeks[0].cohort.stages[1].timeFromFirst?.p80Seconds == 276_480)
        #expect(metrics(rows, untilDay: 13).weeks[0].cohort.stages[1].timeFromFirst == nil)
        #expect(metrics(Array(rows.prefix(58)), untilDay: 14).weeks[0].cohort.stages[1].timeFromFirst == nil)
    }

    @Test func rowsAfterTheEndOfDataAreCountedApart() {
        let table = EventTable([
            OracleRow(entity: 0, time: 0, stages: 1), OracleRow(entity: 0, time: day, stages: 0),
            OracleRow(entity: 0, time: 2 * day, stages: 2),
        ])
        let (passages, use) = EventCounter(.lettered(2), in: table, on: timeline, before: 2 * day).count()
        #expect([use.used, use.other, use.afterAsOf] == [1, 1, 1])
        #expect(passages.reachedAt(1, in: 0) == nil)
    }

    private func optionalMetrics(_ rows: [OracleRow], cohort: CohortRule = .first) -> FunnelMetrics {
        let funnel = FunnelDefinition.lettered(4, window: 7 * day, optional: [1], cohort: cohort)
        let asOf = monday + 28 * day
        let passages = EventCounter(funnel, in: EventTable(rows), on: timeline, before: asOf).count().passages
        return FunnelMetrics(of: funnel, from: PassageSets(passages), on: timeline, before: asOf)
    }

    private func row(_ entity: Int, _ dayOfRow: Int64, _ stages: UInt32) -> OracleRow {
        OracleRow(entity: entity, time: monday + dayOfRow * day, stages: stages)
    }

    @Test func aStageBehindAnOptionalOneHasTheRateFromTheLastMandatoryOne() {
        let rows = [
            row(0, 0, 1), row(0, 1, 2), row(0, 2, 4), row(1, 0, 1), row(1, 2, 4), row(1, 3, 8), row(2, 0, 1),
            row(2, 1, 4), row(3, 0, 1),
        ]
        let stages = optionalMetrics(rows).total.stages
        #expect(stages.map(\.count) == [4, 1, 3, 1])
        #expect(stages.map(\.fromPrevious) == [nil, .init(1, of: 4), .init(3, of: 4), .init(1, of: 3)])
        #expect(stages.map(\.fromFirst) == [nil, .init(1, of: 4), .init(3, of: 4), .init(1, of: 4)])
    }

    @Test func aTotalCountsAnEntityInEachStageThatItReachedInAnyWeek() {
        let rows = [row(0, 0, 1), row(0, 1, 4), row(0, 7, 1), row(0, 8, 2)]
        let metrics = optionalMetrics(rows, cohort: .every)
        #expect(metrics.weeks.prefix(2).map { $0.cohort.stages.map(\.count) } == [[1, 0, 1, 0], [1, 1, 0, 0]])
        #expect(metrics.total.stages.map(\.count) == [1, 1, 1, 0])
        #expect(metrics.weeks.last?.maturedUntilHere.map(\.count) == [1, 1, 1, 0])
    }

    @Test func stagesThatShareRowsAreNamedWithTheNumberOfRows() {
        let rows = [row(0, 0, 0b110), row(1, 1, 0b111), row(2, 2, 0b1), row(3, 9, 0b111)]
        func shared(before asOf: Int64) -> SharedRows? {
            EventCounter(.lettered(3, order: .any), in: EventTable(rows), on: timeline, before: monday + asOf * day)
                .sharedRows
        }
        #expect(shared(before: 0) == nil)
        let first = shared(before: 1)
        #expect([first?.first, first?.second, first?.count] == [1, 2, 1])
        let all = shared(before: 9)
        #expect([all?.first, all?.second, all?.count] == [0, 1, 1])
    }

    @Test func rowsThatTheFunnelExcludesAreUsed() {
        let rows = [
            row(0, 0, 1), row(0, 1, 0), OracleRow(entity: 0, time: monday + 2 * day, stages: 0, isExcluded: true),
        ]
        let funnel = FunnelDefinition.lettered(2, excludes: true)
        let use = EventCounter(funnel, in: EventTable(rows), on: timeline, before: .max).count().use
        #expect([use.used, use.other, use.afterAsOf] == [2, 1, 0])
        #expect(funnel.columns == ["a", "b", "excluded"])
    }
}
