public import Calendars
public import Funnel

/// A play that the numbers call for, with what called for it.
public struct Recommendation: Sendable {
    /// The play.
    public var play: Play
    /// The values that made its condition hold, in the order of the text; not empty.
    public var evidence: [Evidence]
    /// The week whose final numbers they are.
    public var week: Week
    /// What its step would bring at its reference; `nil` where that cannot be told, and at a first stage.
    public var gain: StepGain?

    /// Further final entities a week for each unit of effort; 0 where no gain is known.
    public var merit: Double { max(0, gain?.gain?.entities ?? 0) / Double(max(1, play.effort)) }
}

/// What a week's report says to do at one stage of one funnel.
public struct StageAdvice: Sendable {
    /// The stage's index.
    public var stage: Int
    /// The plays that the numbers call for, best first.
    public var recommendations: [Recommendation]
    /// Plays without condition, by weight: advice that always stands.
    public var standing: [Play]
    /// Plays whose condition does not hold, or is open, by weight.
    public var resting: [Play]

    /// At most so many are shown at once.
    public static let shown = 3
}

extension StageAdvice {
    /// Sorts the stage's plays by what the numbers say.
    ///
    /// Recommendations are ordered by gain over effort, then by weight, then by name.
    public init(_ plays: [Play], for numbers: StageNumbers) {
        stage = numbers.stage
        let gains = numbers.metrics.weeks.last { $0.week <= numbers.reportWeek }?.gains ?? []
        let gain = gains.first { $0.stage == numbers.stage }
        recommendations = []
        standing = []
        resting = []
        for play in plays.sorted(by: Play.isBefore) {
            guard let condition = play.condition else {
                standing.append(play)
                continue
            }
            let outcome = condition.outcome(numbers.observe)
            if outcome.holds == true, let week = numbers.week {
                recommendations.append(
                    Recommendation(play: play, evidence: outcome.evidence, week: week, gain: gain)
                )
            } else {
                resting.append(play)
            }
        }
        let merits = recommendations.enumerated().sorted { one, other in
            (other.element.merit, one.offset) < (one.element.merit, other.offset)
        }
        recommendations = merits.map(\.element)
    }
}
