import Calendars
import Funnel
import Records
import Testing

/// Counts by entry week, from which gains are easy to see.
@Suite struct GainTests {
    /// One week's counts, of value `x` and, if given, of `y`.
    typealias WeekOfCounts = (x: [Int], y: [Int]?)

    private func metrics(
        _ weeks: [WeekOfCounts],
        targets: [StageTarget] = [],
        cohort: CohortRule = .first,
        optional: [Int] = []
    ) -> FunnelMetrics {
        var events: [(entity: Int32, time: Int64, stage: Int, value: String)] = []
        var entity: Int32 = 0
        let monday = StableProcess.monday
        for (week, counts) in weeks.enumerated() {
            for (value, own) in [("x", counts.x), ("y", counts.y ?? [0])] {
                for person in 0..<own[0] {
                    for stage in own.indices where person < own[stage] {
                        events.append((entity, monday + Int64(7 * week + stage) * day, stage, value))
                    }
                    entity += 1
                }
            }
        }
        var funnel = FunnelDefinition.lettered(
            weeks[0].x.count,
            window: 7 * day,
            optional: optional,
            cohort: cohort,
            dimensions: [Dimension(id: "channel", origin: .column("value"), touch: .entry)]
        )
        for (stage, target) in targets.enumerated() { funnel.stages[stage].target = target }
        let table = EventTable(staged: events)
        let asOf = monday + Int64(7 * (weeks.count + 1)) * day
        let passages = EventCounter(funnel, in: table, on: .instants(.utc), before: asOf).count().passages
        return FunnelMetrics(of: funnel, from: PassageSets(passages), on: .instants(.utc), before: asOf)
    }

    private func alike(_ count: Int, _ stages: [Int]) -> [WeekOfCounts] {
        Array(repeating: (stages, nil), count: count)
    }

    @Test func theGainIsBaseTimesShortfallTimesTheLaterRates() throws {
        let targets = [StageTarget(), StageTarget(rate: 0.5), StageTarget()]
        let gain = try #require(metrics(alike(4, [100, 40, 10]), targets: targets).weeks[3].gains.first)
        #expect(gain.rate == ConversionRate(160, of: 400))
        #expect(gain.base == 100)
        #expect(gain.origin == .target)
        #expect(abs((gain.gain?.entities ?? 0) - 100 * 0.1 * 0.25) < 1e-9)
        let interval = try #require(gain.rate.interval)
        let low = try #require(gain.gain?.interval.lowerBound)
        #expect(abs(low - 100 * (0.5 - interval.upperBound) * 0.25) < 1e-9)
        #expect(gain.verdict == .bottleneck)
    }

    @Test func withoutATargetTheUpperQuartileOfTheTwelveWeeksBeforeIsTheReference() throws {
        let before = (0..<12).map { (x: [100, 30 + $0, 10], y: [Int]?.none) }
        let gains = metrics(before + alike(4, [100, 20, 10])).weeks[15].gains
        #expect(gains[0].origin == .quartile(weeks: 12))
        #expect(abs((gains[0].reference ?? 0) - 0.3825) < 1e-9)
        #expect(gains[0].verdict == .bottleneck)
    }

    @Test func fewerThanSixWeeksBeforeMakeNoReference() {
        let gains = metrics(alike(9, [100, 20, 10])).weeks[8].gains
        #expect(gains.allSatisfy { $0.reference == nil && $0.gain == nil })
        #expect(gains.map(\.verdict) == [.largestLoss, nil])
        #expect(metrics(alike(10, [100, 20, 10])).weeks[9].gains[0].reference == 0.2)
    }

    @Test func aReferenceWithinTheIntervalIsNoBottleneck() {
        let targets = [StageTarget(), StageTarget(rate: 0.42), StageTarget()]
        let gains = metrics(alike(4, [100, 40, 10]), targets: targets).weeks[3].gains
        #expect(gains[0].verdict == .largestLoss)
    }

    @Test func theStepWithTheLargestGainIsTheBottleneckNotTheOneThatLosesMost() {
        let targets = [StageTarget(), StageTarget(rate: 0.2), StageTarget(rate: 0.9)]
        let gains = metrics(alike(4, [1000, 200, 100]), targets: targets).weeks[3].gains
        #expect(gains.map(\.verdict) == [nil, .bottleneck])
    }

    @Test func fewerThanThirtyEntrantsHaveNoVerdict() {
        let targets = [StageTarget(), StageTarget(rate: 1), StageTarget(rate: 1)]
        let gains = metrics(alike(4, [7, 2, 1]), targets: targets).weeks[3].gains
        #expect(gains.allSatisfy { $0.verdict == nil })
    }

    @Test func weeksThatStillMatureAreLeftOut() {
        let metrics = metrics(alike(4, [100, 40, 10]))
        #expect(metrics.weeks.map { $0.gains.first?.weeks } == [1, 2, 3, 4, 4])
        #expect(metrics.weeks[4].gains.first?.rate == ConversionRate(160, of: 400))
    }

    @Test func entrantsThatCountTwiceGiveNoGain() {
        #expect(metrics(alike(4, [100, 40, 10]), cohort: .every).weeks.allSatisfy { $0.gains.isEmpty })
        #expect(metrics(alike(4, [100, 40, 10]), cohort: .every).whatIf(upTo: Week(number: 13)).isEmpty)
    }

    @Test func optionalStagesHaveNoGain() {
        let gains = metrics(alike(4, [100, 40, 20, 10]), optional: [1]).weeks[3].gains
        #expect(gains.map(\.stage) == [2, 3])
    }

    @Test func aValueHasItsOwnGains() {
        let targets = [StageTarget(), StageTarget(rate: 0.5)]
        let weeks = Array(repeating: (x: [100, 50], y: [Int]?.some([100, 20])), count: 4)
        let metrics = metrics(weeks, targets: targets)
        let own = metrics.gains(upTo: Week(number: 13), ofValue: ["y"], in: 0)
        #expect(own[0].rate == ConversionRate(80, of: 400))
        #expect(own[0].verdict == .bottleneck)
        #expect(metrics.gains(upTo: Week(number: 13), ofValue: ["x"], in: 0)[0].gain?.entities == 0)
    }

    @Test func whatIfHasTargetBestQuarterAndBestChannel() throws {
        let good = Array(repeating: (x: [100, 60], y: [Int]?.some([100, 20])), count: 13)
        let now = Array(repeating: (x: [100, 40], y: [Int]?.some([100, 20])), count: 4)
        let targets = [StageTarget(), StageTarget(rate: 0.5)]
        let metrics = metrics(good + now, targets: targets)
        let step = try #require(metrics.whatIf(upTo: Week(number: 26)).first)
        #expect(step.rate == ConversionRate(240, of: 800))
        #expect(
            step.cases.map(\.origin) == [
                .target, .bestQuarter(Week(number: 10), Week(number: 22)), .bestValue("x", of: "channel"),
            ]
        )
        for (found, expected) in zip(step.cases.map(\.rate), [0.5, 0.4, 0.4]) { #expect(abs(found - expected) < 1e-9) }
        for (found, expected) in zip(step.cases.compactMap { $0.gain?.entities }, [40.0, 20, 20]) {
            #expect(abs(found - expected) < 1e-9)
        }
    }

    /// Of the second value so few come to the last stage that they are hidden.
    @Test func whereALaterStageIsHiddenAStepHasARateAndAReferenceButNoGain() throws {
        let process = StableProcess(weeks: 24, rates: [0.8, 0.25], shares: [0.6, 0.3])
        var metrics = [process.metrics(seed: 3, daysAfter: 14)]
        let week = try #require(metrics[0].newestCompleteWeek?.week)
        #expect(metrics[0].gains(upTo: week, ofValue: ["v1"], in: 0).map(\.stage) == [1, 2])
        metrics.suppress(below: 5)
        let gains = metrics[0].gains(upTo: week, ofValue: ["v1"], in: 0)
        #expect(gains.map(\.stage) == [1])
        #expect(gains.allSatisfy { $0.isHidden && $0.gain == nil && $0.verdict == nil && $0.reference != nil })
    }
}

extension EventTable {
    /// Rows that each match one lettered stage and have one value.
    fileprivate init(staged rows: [(entity: Int32, time: Int64, stage: Int, value: String)]) {
        self.init(
            rows.map {
                OracleRow(entity: Int($0.entity), time: $0.time, stages: 1 << UInt32($0.stage), value: $0.value)
            }
        )
    }
}
