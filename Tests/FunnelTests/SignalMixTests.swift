import Calendars
import Funnel
import Records
import Testing

/// A rate that is unusual only because other people came must be called that.
@Suite struct SignalMixTests {
    /// By value, entrants and how many of them go on, week by week; a few more and less go on from week to week.
    private func metrics(_ weeks: [[String: (Int, Int)]]) -> FunnelMetrics {
        let funnel = FunnelDefinition(
            id: "counts",
            stages: ["a", "b"].map { Stage(id: $0, condition: .all([])) },
            dimensions: [Dimension(id: "value", origin: .column("value"), touch: .entry)]
        )
        let rows = weeks.enumerated().flatMap { week, values in
            values.sorted { $0.key < $1.key }.map { (week: week, value: $0.key, counts: $0.value) }
        }
        let table = CountTable(
            stages: ["a", "b"],
            isWeekly: true,
            days: rows.map { Week(number: 10 + $0.week).monday },
            counts: [rows.map(\.counts.0), rows.map(\.counts.1)],
            columns: ["value": CodedColumn(rows.map(\.value))]
        )
        let timeline = Timeline.localDays(.utc)
        let asOf = timeline.start(of: Week(number: 10 + weeks.count).monday)
        var metrics = FunnelMetrics(counts: table, of: funnel, on: timeline, before: asOf)
        metrics.judgeValues(toldFrom: nil)
        return metrics
    }

    private var usual: [[String: (Int, Int)]] {
        (0..<12).map { ["ads": (400, 40 + $0 % 3), "mail": (400, 160 - $0 % 2)] }
    }

    @Test func whereOnlyTheMixMovedTheSignalIsCalledThat() throws {
        let week = try #require(metrics(usual + [["ads": (700, 70), "mail": (100, 40)]]).weeks.last)
        #expect(week.judgements[1].signal?.direction == .down)
        let mix = try #require(week.signalMixes.first)
        #expect(mix.isMixAlone)
        #expect(abs(mix.rateOfUsualMix - 0.25) < 0.01)
        let judged = week.cohort.breakdowns[0].values.map { $0.judgements[1].signal }
        #expect(judged == [nil, nil])
    }

    @Test func whereTheRatesFellItIsNot() throws {
        let week = try #require(metrics(usual + [["ads": (400, 15), "mail": (400, 120)]]).weeks.last)
        #expect(week.judgements[1].signal?.direction == .down)
        let mix = try #require(week.signalMixes.first)
        #expect(!mix.isMixAlone)
        #expect(week.cohort.breakdowns[0].values.map { $0.judgements[1].signal?.direction } == [.down, .down])
    }

    /// A small move of the mix does not excuse a large fall.
    @Test func whereTheMixIsTheSmallerPartItIsNot() throws {
        let week = try #require(metrics(usual + [["ads": (420, 25), "mail": (380, 135)]]).weeks.last)
        let mix = try #require(week.signalMixes.first)
        #expect(mix.effect.mixEffect < 0 && !mix.isMixAlone)
    }

    @Test func withoutASignalNothingIsSaid() throws {
        #expect(metrics(usual).weeks.allSatisfy { $0.signalMixes.isEmpty })
    }
}
