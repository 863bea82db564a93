import Calendars
import Foundation
import Funnel
import Records
import Testing

/// What the rules make of processes of which we know that nothing changed, or what did, in every form of data.
///
/// With `HUNI_LONG` 1,000 seeds; without it so few that everyday runs stay short.
@Suite struct JudgementSimulationTests {
    private static let isThorough = ProcessInfo.processInfo.environment["HUNI_LONG"] != nil
    private static func seeds(_ few: UInt64) -> UInt64 { isThorough ? 1000 : few }

    @Test(arguments: StableProcess.Form.allCases)
    func aProcessWithoutNoiseShowsNoChangeAtAnyDayOfAMonth(_ form: StableProcess.Form) {
        let people = StableProcess.noiseFree(weeks: 26)
        for window in [14 * day, nil] {
            for days in 0...31 {
                let asOf = StableProcess.monday + Int64(7 * 20 + days) * day
                var metrics = StableProcess.metrics(of: people, before: asOf, window: window, as: form)
                metrics.judgeValues(toldFrom: nil)
                for week in metrics.weeks.dropFirst() {
                    let values = week.cohort.breakdowns[0].values.flatMap(\.judgements)
                    #expect(
                        (week.judgements + values).allSatisfy { $0.signal == nil && ($0.change ?? 0) == 0 },
                        "\(week.week), day \(days)"
                    )
                    #expect(week.judgements[0].change == 0)
                }
            }
        }
    }

    /// The share of numbers without any change in them that the rules call a signal, with at least 26 weeks before them.
    @Test(arguments: StableProcess.Form.allCases)
    func theShareOfFalseAlarmsIsTheOneThatIsPublished(_ form: StableProcess.Form) {
        var (tests, alarms) = (0, 0)
        for seed in 0..<Self.seeds(form == .events ? 12 : 6) {
            let metrics = StableProcess(weeks: 40).metrics(seed: seed, daysAfter: Int(seed % 31), as: form)
            for judgement in metrics.weeks.filter(\.isComplete).dropFirst(26).flatMap(\.judgements) {
                tests += 1
                alarms += judgement.signal == nil ? 0 : 1
            }
        }
        let share = Double(alarms) / Double(tests)
        print("false alarms, \(form): \(alarms) of \(tests), \(share)")
        #expect(share <= (Self.isThorough ? 0.02 : 0.035))
        if form == .events {
            #expect(abs(share - ControlChart.falseAlarmShare) < (Self.isThorough ? 0.0005 : 0.012))
        }
    }

    @Test(arguments: StableProcess.Form.allCases)
    func aDropOfFiveStandardErrorsIsFoundInItsFirstWeek(_ form: StableProcess.Form) {
        var process = StableProcess(entrants: 400, spread: 20)
        // Of those who pass in a week, some entered in it, and others, who are not among its entrants, in the one before.
        let (soon, late) = (StableProcess.shareAtEndOfWeek, 1 - StableProcess.shareAtEndOfWeek)
        let shares = (form == .counts ? [soon, late] : [soon]).map { process.rates[0] * $0 }
        let error = (shares.map { $0 * (1 - $0) }.reduce(0, +) / Double(process.entrants)).squareRoot()
        process.lastRate = process.rates[0] - 5 * error / StableProcess.shareAtEndOfWeek
        let seeds = Self.seeds(form == .events ? 12 : 6)
        let found = (0..<seeds).count { seed in
            let metrics = process.metrics(seed: seed, daysAfter: 0, as: form)
            return metrics.weeks.last { $0.isComplete }?.judgements[1].signal?.direction == .down
        }
        print("found, \(form): \(found) of \(seeds)")
        #expect(Double(found) >= (Self.isThorough ? 0.95 : 0.8) * Double(seeds))
    }

    /// All values of a dimension together err at a step as often as one number.
    @Test func fiveValuesTogetherGiveNoMoreFalseAlarmsThanOneNumberMay() {
        let process = StableProcess(weeks: 36, entrants: 700, spread: 40, shares: [0.35, 0.25, 0.18, 0.14])
        var (tests, alarms) = (0, 0)
        for seed in 0..<(Self.isThorough ? 1000 : 6) {
            var metrics = process.metrics(seed: UInt64(seed), daysAfter: seed % 31)
            metrics.judgeValues(toldFrom: nil)
            for week in metrics.weeks.filter(\.isComplete).dropFirst(26) {
                let values = week.cohort.breakdowns[0].values
                #expect(values.count == 5 && values.allSatisfy { $0.judgements.count == 3 })
                for stage in 0..<3 {
                    tests += 1
                    alarms += values.contains { $0.judgements[stage].signal != nil } ? 1 : 0
                }
            }
        }
        let share = Double(alarms) / Double(tests)
        print("false alarms of five values: \(alarms) of \(tests), \(share)")
        #expect(share <= (Self.isThorough ? 0.02 : 0.05))
        #expect(abs(share - ControlChart.falseAlarmShareOfValues) < (Self.isThorough ? 0.0005 : 0.03))
    }
}
