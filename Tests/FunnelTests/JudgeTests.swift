import Calendars
import Funnel
import Records
import Testing

@Suite struct JudgeTests {
    private let timeline = Timeline.instants(.utc)
    private let monday = StableProcess.monday

    /// Ten enter each week on its Monday, the last week `last`; of each week so many sign up on the tenth day after.
    private func metrics(
        signups: [Int],
        entrants: Int = 40,
        untilDay: Int64,
        cohort: CohortRule = .first,
        target: StageTarget = StageTarget(),
        window: Int64? = 14 * day
    ) -> FunnelMetrics {
        var rows: [OracleRow] = []
        for (week, count) in signups.enumerated() {
            for person in 0..<entrants {
                let entry = monday + Int64(week * 7) * day
                rows.append(OracleRow(entity: week * entrants + person, time: entry, stages: 1))
                if person < count {
                    rows.append(OracleRow(entity: week * entrants + person, time: entry + 10 * day, stages: 2))
                }
            }
        }
        var funnel = FunnelDefinition.lettered(2, window: window, cohort: cohort)
        funnel.stages[1].target = target
        let asOf = monday + untilDay * day
        let passages = EventCounter(funnel, in: EventTable(rows), on: timeline, before: asOf).count().passages
        return FunnelMetrics(of: funnel, from: PassageSets(passages), on: timeline, before: asOf)
    }

    @Test func aYoungWeekIsHeldAgainstWeeksOfItsAge() throws {
        let metrics = metrics(signups: Array(repeating: 20, count: 12), untilDay: 84)
        let young = try #require(metrics.weeks.last?.judgements[1])
        #expect(young.ageDays == 7)
        #expect(young.trend.map(\.value) == Array(repeating: 0, count: 12))
        #expect(young.change == 0)
        #expect(young.signal == nil)
        let older = metrics.weeks[10].judgements[1]
        #expect(older.ageDays == 14)
        #expect(older.trend.map(\.value) == Array(repeating: 0.5, count: 11))
        let matured = metrics.weeks[9].judgements[1]
        #expect(matured.ageDays == nil)
        #expect(matured.trend.count == 10)
    }

    @Test func entrantsOfARunningWeekAreHeldAgainstThoseOfTheSameDay() throws {
        let metrics = metrics(signups: Array(repeating: 20, count: 12), untilDay: 80)
        let running = try #require(metrics.weeks.last)
        #expect(!running.isComplete)
        #expect(running.judgements[0].ageDays == 3)
        #expect(running.judgements[0].change == 0)
        #expect(running.judgements[0].range?.mean == 40)
    }

    @Test func changeOfARateIsInPointsAndOfACountInPercent() throws {
        let metrics = metrics(signups: [20, 10], untilDay: 40)
        let judged = metrics.weeks[1].judgements
        #expect(judged[0].number == .count)
        #expect(judged[0].change == 0)
        #expect(judged[1].number == .rate)
        #expect(judged[1].change == -0.25)
        #expect(judged[1].countChange == -0.5)
        #expect(judged[1].before == 0.5)
        #expect(metrics.weeks[0].judgements[1].change == nil)
    }

    @Test func aDropOfFinalRatesIsASignalOfItsWeekAndStaysIt() {
        let metrics = metrics(signups: [20, 21, 20, 19, 20, 21, 20, 19, 20, 5, 20, 20, 20], untilDay: 13 * 7 + 20)
        let signals = metrics.weeks.prefix(13).map { $0.judgements[1].signal }
        #expect(signals[9] == Signal(direction: .down, kind: .beyond, isProvisional: false))
        #expect(metrics.weeks[12].judgements[1].trend[9].signal == signals[9])
    }

    @Test func aTargetIsCrossedByFinalNumbersAlone() {
        let target = StageTarget(rate: 0.4, count: 18)
        let metrics = metrics(signups: [20, 10, 20, 20], untilDay: 28, target: target)
        let states = metrics.weeks.map { $0.judgements[1].rateTarget }
        #expect(states.map { $0?.isReached } == [true, false, nil, nil])
        #expect(states.map { $0?.crossed } == [nil, .down, nil, nil])
        #expect(metrics.weeks.map { $0.judgements[1].countTarget?.isReached } == [true, false, true, nil])
        #expect(metrics.weeks[0].judgements[0].rateTarget == nil)
    }

    @Test func weeksOfPersonsAreOnlyHeldAgainstWeeksOfTheirAge() {
        let metrics = metrics(signups: Array(repeating: 20, count: 12), untilDay: 120, cohort: .person)
        #expect(metrics.weeks.prefix(12).allSatisfy { $0.judgements[1].ageDays == $0.ageDays })
        #expect(metrics.weeks.prefix(12).allSatisfy { $0.judgements[0].ageDays == nil })
    }

    @Test func withoutAnEndOfMaturingEveryWeekIsHeldAgainstWeeksOfItsAge() {
        let metrics = metrics(signups: Array(repeating: 20, count: 12), untilDay: 91, window: nil)
        #expect(metrics.weeks.map { $0.judgements[1].ageDays } == metrics.weeks.map(\.ageDays))
        #expect(metrics.weeks.allSatisfy { ($0.judgements[1].change ?? 0) == 0 })
    }

    @Test func arrivalsAreCountedByWeeksAfterEntry() {
        let metrics = metrics(signups: [20, 10, 5], untilDay: 24)
        #expect(metrics.weeks.map { $0.reachedByAge[0] } == [[40, 40, 40, 40], [40, 40, 40], [40, 40], [0]])
        #expect(metrics.weeks.map { $0.reachedByAge[1] } == [[0, 20, 20, 20], [0, 10, 10], [0, 0], [0]])
    }

    /// The same of each value, whichever row gives it.
    @Test func valuesAreHeldAgainstThemselvesAtTheSameAge() {
        let process = StableProcess(weeks: 9, entrants: 60, spread: 10, shares: [0.5, 0.3], isFickle: true)
        for (days, cohort, touch) in [(0, CohortRule.first, Touch.entry), (3, .every, .last), (5, .person, .last)] {
            func metrics(_ days: Int) -> FunnelMetrics {
                process.metrics(seed: 3, daysAfter: days, cohort: cohort, touch: touch)
            }
            var now = metrics(days)
            now.judgeValues(toldFrom: nil)
            let then = metrics(days - 7)
            var looked = 0
            for (last, week) in zip(now.weeks, now.weeks.dropFirst()) {
                let old = then.weeks.first { $0.week == last.week }?.cohort.breakdowns[0].values ?? []
                for value in week.cohort.breakdowns[0].values {
                    for (stage, judgement) in value.judgements.enumerated() where judgement.ageDays != nil {
                        let before = old.first { $0.values == value.values }?.stages[stage]
                        let number = stage == 0 ? before.map { Double($0.count ?? 0) } : before?.fromPrevious?.rate
                        #expect(judgement.before == number ?? (stage == 0 ? 0 : nil), "\(week.week) \(value.values)")
                        looked += 1
                    }
                }
            }
            #expect(looked > 3)
        }
    }

    @Test func oneOfManyIsJudgedMoreStrictly() {
        #expect(ChartRule.value(among: 1).sigmas(from: 25) == 3)
        // By `scipy.stats.t.isf(t.sf(3, 0.62 r) / m, 0.62 r)`, of which the program's way is an approximation.
        let exact = [(2, 7, 3.7019), (5, 7, 4.7718), (5, 25, 3.7747), (20, 25, 4.4475)]
        for (values, ranges, sigmas) in exact {
            #expect(abs(ChartRule.value(among: values).sigmas(from: ranges) / sigmas - 1) < 0.012)
        }
        #expect([1, 2, 3, 4, 5, 8, 20].map { ChartRule.value(among: $0).runLength } == [8, 10, 11, 11, 12, 12, 14])
    }

    /// Every count at every age, found the slow way: by counting again with less data.
    @Test func numbersOfTheSameAgeAreThoseOfACountWithTheDataOfThen() {
        let process = StableProcess(weeks: 9, entrants: 30, spread: 10)
        for (days, cohort) in [(0, CohortRule.first), (3, .every), (5, .person), (13, .first)] {
            let now = process.metrics(seed: 7, daysAfter: days, cohort: cohort)
            for (index, week) in now.weeks.enumerated() {
                for (stage, judgement) in week.judgements.enumerated() where judgement.ageDays != nil {
                    for (place, point) in judgement.trend.enumerated() {
                        let then = process.metrics(seed: 7, daysAfter: days - 7 * (index - place), cohort: cohort)
                        let old = then.weeks.first { $0.week == point.week }?.cohort.stages[stage]
                        let value = stage == 0 ? old?.count.map(Double.init) : old?.fromPrevious?.rate
                        #expect(point.value == value ?? (stage == 0 ? 0 : nil), "\(week.week) \(point.week) \(stage)")
                    }
                }
            }
        }
    }
}
