import Calendars
import Funnel
import Records
import Testing

/// What the weeks say of records.
@Suite struct RecordMetricsTests {
    private let timeline = Timeline.localDays(.utc)
    private let monday = Timeline.localDays(.utc).start(of: Week(number: 10))

    private func metrics(
        _ rows: [(entity: Int, days: [Int64?])],
        maturesAfterDays: Int64? = 14,
        cohort: CohortRule = .first,
        untilDay: Int64
    ) -> FunnelMetrics {
        let table = RecordTable(
            rows.map { row in
                RecordRow(entity: row.entity, stages: row.days.map { $0.map { .at(monday + $0 * day) } ?? .no })
            }
        )
        var funnel = FunnelDefinition.lettered(rows[0].days.count, cohort: cohort)
        funnel.maturesAfterSeconds = maturesAfterDays.map { $0 * 86_400 }
        let asOf = monday + untilDay * day
        let passages = RecordCounter(funnel, in: table, on: timeline, before: asOf).count().passages
        return FunnelMetrics(of: funnel, from: PassageSets(passages), on: timeline, before: asOf)
    }

    @Test func weeksCountRoundsWhateverTheCohortRule() {
        let rows: [(Int, [Int64?])] = [(0, [0, 1]), (0, [1, nil]), (0, [8, 9]), (1, [2, nil])]
        for cohort in CohortRule.allCases {
            let found = metrics(rows, cohort: cohort, untilDay: 14)
            #expect(found.weeks.map { $0.cohort.stages.map(\.count) } == [[3, 1], [1, 1]])
            #expect(found.total.stages.map(\.count) == [4, 2])
            #expect(found.funnel.cohort == .first)
            #expect(found.view == .cohort)
        }
    }

    @Test func theWeekBeforeIsAsOldAsTheWeek() throws {
        var rows: [(Int, [Int64?])] = []
        for week in 0..<6 {
            for person in 0..<10 { rows.append((person, [Int64(week * 7), person < 4 ? Int64(week * 7 + 10) : nil])) }
        }
        for untilDay in 28...42 as ClosedRange<Int64> {
            for week in metrics(rows, untilDay: untilDay).weeks.dropFirst() where week.isComplete {
                let before = try #require(week.before)
                #expect(before.stages.map(\.count) == week.cohort.stages.map(\.count), "day \(untilDay), \(week.week)")
                #expect(before.stages.map(\.isMatured) == week.cohort.stages.map(\.isMatured))
            }
        }
    }

    @Test func expectedRatesKeepRoundsWhoseTimesAreUnknown() {
        // Half of each week's rounds convert; their first dates are missing, so that no waiting time is known.
        var rows: [(Int, [Int64?])] = []
        for week in 0..<4 {
            for person in 0..<10 {
                rows.append((person, person < 5 ? [nil, Int64(week * 7)] : [Int64(week * 7), nil]))
            }
        }
        let found = metrics(rows, untilDay: 28)
        #expect(found.weeks[3].cohort.stages[1].fromFirst?.rate == 0.5)
        #expect(found.weeks[3].cohort.stages[1].expectedFromFirst?.rate == 0.5)
        #expect(found.total.stages[1].timeFromFirst == nil)
    }

    @Test func waitingTimesAreThoseOfDatesAlone() {
        var rows = (0..<40).map { person -> (Int, [Int64?]) in (person, [0, Int64(person / 4), nil]) }
        let dated = metrics(rows, untilDay: 21).total.stages[1].timeFromFirst
        #expect(dated?.conversions == 40 && dated?.medianSeconds == 4 * 86_400)
        // Forty more with a date before the entry's, and forty that passed the stage without a date of it.
        rows += (40..<80).map { ($0, [5, 1, nil]) } + (80..<120).map { ($0, [0, nil, 6]) }
        let mixed = metrics(rows, untilDay: 21)
        #expect(mixed.total.stages[1].timeFromFirst == dated)
        #expect(mixed.total.stages[2].timeFromFirst?.conversions == 40)
        #expect(mixed.total.stages.map(\.count) == [120, 120, 40])
    }

    @Test func aLateRoundDoesNotMakeAnEarlierWeekMatured() {
        let found = metrics([(0, [0, 1]), (1, [7, nil])], untilDay: 21)
        #expect(found.weeks.map { $0.cohort.stages[1].isMatured } == [true, false, false])
        #expect(found.totalMatured.stages.map(\.count) == [1, 1])
    }
}
