internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// A step of a week whose rate may be a signal, and whether another funnel has told of it already.
struct SignalledStep {
    private let story: WeekStory
    /// Where the step leads to, not the first stage.
    private let stage: Int

    init(of stage: Int, in story: WeekStory) {
        self.story = story
        self.stage = stage
    }

    private var judgement: StageJudgement { story.week.judgements[stage] }
    private var isSignalled: Bool { judgement.number == .rate && judgement.firmSignal != nil }

    /// Whether `other` tells of a signal of a step of the same name, whose weeks have the same numbers.
    func isTold(by other: WeekStory) -> Bool {
        isSignalled
            && other.say.stages.indices.dropFirst().contains { place in
                let step = SignalledStep(of: place, in: other)
                return step.isSignalled && step.judgement.trend == judgement.trend
                    && step.judgement.ageDays == judgement.ageDays
                    && other.say.step(to: place) == story.say.step(to: stage)
            }
    }

    /// The step's trend; `nil` without a signal.
    /// - Parameter files: Files with its numbers.
    func figure(_ files: DataTable.Downloads) -> String? {
        let id = "\(story.say.funnel.settings.definition.id)-trend-\(story.say.stages[stage].id)"
        var maker = RateTrendMaker(say: story.say, stage: stage, id: id)
        maker.downloads = files
        return maker.signal(of: story.week)?.html()
    }
}
