import Calendars
import Testing

@testable import Advice
@testable import Funnel

@Suite("What happened since a play began")
struct FollowUpTests {
    private let weeks = Weeks(
        counts: Array(repeating: [500, 150, 60], count: 10) + Array(repeating: [500, 200, 60], count: 3) + [
            [500, 9, 1]
        ],
        young: 1
    )

    private func numbers(of stage: Int = 1, upTo index: Int = 13) -> StageNumbers {
        StageNumbers(of: stage, in: weeks.metrics, upTo: weeks.week(index), measures: [:])
    }

    @Test func eightFinalWeeksBeforeAreHeldAgainstThoseSince() throws {
        let since = try #require(FollowUp(since: weeks.week(10), in: numbers()))
        #expect(since.before == FollowUp.Period(weeks: 8, rate: ConversionRate(1200, of: 4000)))
        #expect(since.after == FollowUp.Period(weeks: 3, rate: ConversionRate(600, of: 1500)))
        #expect(abs(since.difference.value - 0.1) < 1e-12)
        #expect(!since.isOpen)
    }

    @Test func anIntervalWithZeroLeavesItOpen() throws {
        #expect(try #require(FollowUp(since: weeks.week(5), in: numbers(upTo: 9))).isOpen)
    }

    @Test func laterWeeksDoNotCountForAnEarlierReport() throws {
        #expect(try #require(FollowUp(since: weeks.week(10), in: numbers(upTo: 11))).after.weeks == 2)
    }

    @Test func withoutAFinalWeekOnBothSidesThereIsNothingToSay() {
        #expect(FollowUp(since: weeks.week(13), in: numbers()) == nil)
        #expect(FollowUp(since: weeks.week(0), in: numbers()) == nil)
        #expect(FollowUp(since: weeks.week(10), in: numbers(of: 0)) == nil)
    }

    @Test func aSignalSinceThenIsNamed() throws {
        var weeks = weeks
        var judgement = StageJudgement(number: .rate, trend: [])
        judgement.signal = Signal(direction: .up, kind: .beyond, isProvisional: false)
        let quiet = StageJudgement(number: .rate, trend: [])
        weeks.judgements = [3: [quiet, judgement], 11: [quiet, judgement]]
        let numbers = StageNumbers(of: 1, in: weeks.metrics, upTo: weeks.week(13), measures: [:])
        #expect(FollowUp(since: weeks.week(10), in: numbers)?.signal?.direction == .up)
        #expect(FollowUp(since: weeks.week(12), in: numbers)?.signal == nil)
    }
}
