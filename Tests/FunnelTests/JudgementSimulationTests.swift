import Calendars
import Foundation
import Funnel
import Records
import Testing

/// What the rules make of processes of which we know that nothing changed, or what did.
///
/// With `HUNI_LONG` 1,000 seeds; without it so few that everyday runs stay short.
@Suite struct JudgementSimulationTests {
    private static let isThorough = ProcessInfo.processInfo.environment["HUNI_LONG"] != nil
    private static let seeds: UInt64 = isThorough ? 1000 : 12

    @Test func aProcessWithoutNoiseShowsNoChangeAtAnyDayOfAMonth() {
        let rows = StableProcess.noiseFree(weeks: 26)
        for window in [14 * day, nil] {
            for days in 0...31 {
                let asOf = StableProcess.monday + Int64(7 * 20 + days) * day
                let funnel = FunnelDefinition.lettered(3, window: window)
                let timeline = StableProcess.timeline
                let passages = EventCounter(funnel, in: EventTable(rows), on: timeline, before: asOf).count().passages
                let metrics = FunnelMetrics(of: funnel, from: passages, on: timeline, before: asOf)
                for week in metrics.weeks.dropFirst() {
                    let judged = week.judgements
                    #expect(
                        judged.allSatisfy { $0.signal == nil && ($0.change ?? 0) == 0 },
                        "\(week.week), day \(days)"
                    )
                    #expect(judged[0].change == 0)
                }
            }
        }
    }

    /// The share of numbers without any change in them that the rules call a signal, with at least 26 weeks before them.
    @Test func theShareOfFalseAlarmsIsTheOneThatIsPublished() {
        var (tests, alarms) = (0, 0)
        for seed in 0..<Self.seeds {
            let metrics = StableProcess(weeks: 40).metrics(seed: seed, daysAfter: Int(seed % 31))
            for judgement in metrics.weeks.filter(\.isComplete).dropFirst(26).flatMap(\.judgements) {
                tests += 1
                alarms += judgement.signal == nil ? 0 : 1
            }
        }
        let share = Double(alarms) / Double(tests)
        #expect(share <= (Self.isThorough ? 0.02 : 0.03))
        #expect(abs(share - ControlChart.falseAlarmShare) < (Self.isThorough ? 0.0005 : 0.012))
    }

    @Test func aDropOfFiveStandardErrorsIsFoundInItsFirstWeek() {
        var process = StableProcess(entrants: 400, spread: 20)
        let usual = process.rates[0] * StableProcess.shareAtEndOfWeek
        let error = (usual * (1 - usual) / Double(process.entrants)).squareRoot()
        process.lastRate = (usual - 5 * error) / StableProcess.shareAtEndOfWeek
        let found = (0..<Self.seeds).count { seed in
            let metrics = process.metrics(seed: seed, daysAfter: 0)
            return metrics.weeks.last { $0.isComplete }?.judgements[1].signal?.direction == .down
        }
        #expect(Double(found) >= (Self.isThorough ? 0.95 : 0.8) * Double(Self.seeds))
    }
}
