import Calendars
import Testing

@testable import Advice
@testable import Funnel

@Suite("A stage's numbers are those of its newest final week")
struct StageNumbersTests {
    private let weeks = Weeks(
        counts: [[400, 160, 80], [500, 150, 60], [600, 90, 3]],
        target: 0.38,
        young: 1,
        ads: [[100, 30, 10], [300, 60, 20], [300, 20, 1]]
    )

    private func numbers(of stage: Int, upTo index: Int = 2, _ weeks: Weeks? = nil) -> StageNumbers {
        let weeks = weeks ?? self.weeks
        return StageNumbers(of: stage, in: weeks.metrics, upTo: weeks.week(index), measures: [:])
    }

    private func number(_ text: String, of stage: Int, upTo index: Int = 2) throws -> Double? {
        let condition = try PlayCondition("\(text) = \(text)", vocabulary: .ofSpec(isFirst: stage == 0))
        guard
            case .number(let number) = try numbers(of: stage, upTo: index).observe(#require(condition.values.first))?
                .content
        else { return nil }
        return number
    }

    @Test func youngNumbersAreLeftAside() throws {
        #expect(numbers(of: 1).week == weeks.week(1))
        #expect(try number("rate", of: 1) == 0.3)
        #expect(try number("count", of: 1) == 150)
    }

    @Test func aFirstStageIsFinalWhenItsWeekIsOver() throws {
        #expect(numbers(of: 0).week == weeks.week(2))
        #expect(try number("count", of: 0) == 600)
        #expect(try number("change", of: 0) == 0.2)
    }

    @Test func laterWeeksDoNotCountForAnEarlierReport() throws {
        #expect(try number("rate", of: 1, upTo: 0) == 0.4)
        #expect(try number("previous rate", of: 1, upTo: 0) == nil)
    }

    @Test func previousIsTheWeekBefore() throws {
        #expect(try number("previous rate", of: 1) == 0.4)
        #expect(try number("previous count", of: 1) == 160)
        #expect(try #require(try number("change", of: 1)) < -0.0999)
    }

    @Test func partsAreThoseOfTheSameWeek() throws {
        #expect(try number("rate(channel = \"ads\")", of: 1) == 0.2)
        #expect(try number("share(channel = \"ads\")", of: 1) == 0.4)
        #expect(try number("lost(channel = \"ads\")", of: 1) == 240)
        #expect(try number("previous rate(channel = \"ads\")", of: 1) == 0.3)
        #expect(try number("share(channel = \"post\")", of: 1) == 0)
        #expect(try number("rate(channel = \"post\")", of: 1) == nil)
    }

    @Test func ratesOfFewAreNotRates() throws {
        let few = Weeks(counts: [[29, 10, 2], [30, 10, 2]])
        #expect(numbers(of: 1, upTo: 0, few).observe(StageValue(.stage(.rate))) == nil)
        #expect(numbers(of: 1, upTo: 1, few).observe(StageValue(.stage(.rate)))?.base == 30)
        #expect(numbers(of: 1, upTo: 1, few).observe(StageValue(.stage(.change))) == nil)
    }

    @Test func ratesComeWithTheirBaseAndInterval() throws {
        let rate = try #require(numbers(of: 1).observe(StageValue(.stage(.rate))))
        #expect(rate.base == 500)
        #expect(rate.interval == ConversionRate(150, of: 500).interval)
    }

    @Test func numbersOfAnyStagesAreOfNone() {
        var any = weeks
        any.order = .any
        #expect(numbers(of: 1, upTo: 2, any).observe(StageValue(.stage(.count))) == nil)
    }

    @Test func aFirstStageHasNoRate() throws {
        #expect(try number("rate", of: 0) == nil)
        #expect(try number("lost", of: 0) == nil)
    }

    @Test func aStageWithoutTargetHasNone() throws {
        #expect(try number("target", of: 1) == 0.38)
        #expect(try number("target", of: 2) == nil)
        #expect(try number("target_count", of: 1) == nil)
    }
}

@Suite("Plays stand in the order of what they are worth")
struct StageAdviceTests {
    private func play(_ slug: String, _ when: String?, effort: Int = 2, weight: Int = 100) throws -> Play {
        let condition = try when.map { try PlayCondition($0, vocabulary: .ofSpec()) }
        return Play(slug: slug, stage: "b", condition: condition, effort: effort, weight: weight)
    }

    private func advice(_ plays: [Play], gain: Double? = 12) -> StageAdvice {
        var weeks = Weeks(counts: [[400, 160, 80], [500, 150, 60]], target: 0.38)
        let worth = gain.map { Gain(entities: $0, interval: ($0 / 2)...($0 * 2), amount: nil) }
        weeks.gains = [
            StepGain(
                stage: 1,
                weeks: 2,
                rate: ConversionRate(310, of: 900),
                reference: 0.38,
                origin: .target,
                gain: worth
            )
        ]
        return StageAdvice(plays, for: StageNumbers(of: 1, in: weeks.metrics, upTo: weeks.week(1), measures: [:]))
    }

    @Test func lessEffortForTheSameGainStandsFirst() throws {
        let advice = advice([
            try play("hard", "rate < target", effort: 3, weight: 1),
            try play("easy", "rate < target", effort: 1, weight: 9),
            try play("middle", "rate < target", effort: 2, weight: 5),
        ])
        #expect(advice.recommendations.map(\.play.slug) == ["easy", "middle", "hard"])
        #expect(advice.recommendations.map(\.merit) == [12, 6, 4])
    }

    @Test func weightThenNameDecideBetweenEqualOnes() throws {
        let advice = advice([
            try play("b", "rate < target"), try play("a", "rate < target"), try play("c", "rate < target", weight: 1),
        ])
        #expect(advice.recommendations.map(\.play.slug) == ["c", "a", "b"])
    }

    @Test func withoutAGainWeightAloneDecides() throws {
        let plays = [
            try play("a", "rate < target", effort: 1, weight: 2), try play("b", "rate < target", effort: 3, weight: 1),
        ]
        #expect(advice(plays, gain: nil).recommendations.map(\.play.slug) == ["b", "a"])
        #expect(advice(plays, gain: 0).recommendations.map(\.play.slug) == ["b", "a"])
    }

    @Test func whatDoesNotHoldRestsAndWhatHasNoConditionStands() throws {
        let advice = advice([
            try play("calm", "rate > target"), try play("open", "signal = \"down\""), try play("always", nil),
        ])
        #expect(advice.recommendations.isEmpty)
        #expect(advice.resting.map(\.slug) == ["calm", "open"])
        #expect(advice.standing.map(\.slug) == ["always"])
    }

    @Test func aRecommendationNamesItsEvidenceAndItsWeek() throws {
        let recommendation = try #require(advice([try play("p", "rate < target and change < 0")]).recommendations.first)
        #expect(recommendation.evidence.map { "\($0.value)" } == ["rate", "target", "change"])
        #expect(recommendation.week == Weeks.first.advanced(by: 1))
        #expect(recommendation.gain?.stage == 1)
    }

    @Test func theWorstWeekIsTheFinalOneWithTheLowestRate() {
        let weeks = Weeks(
            counts: [[400, 160, 80], [500, 150, 60], [20, 1, 0], [500, 150, 90], [600, 3, 0]],
            young: 1
        )
        #expect(weeks.metrics.worstWeek(of: 1) == weeks.week(3))
        #expect(weeks.metrics.worstWeek(of: 0) == weeks.week(2))
        #expect(Weeks(counts: [[5, 1, 0]]).metrics.worstWeek(of: 1) == nil)
        #expect(Weeks(counts: [[5, 1, 0]]).metrics.worstWeek(of: 0) == nil)
    }
}
