internal import Funnel
internal import Report

/// What the pipeline's figures say, in the order of the page.
extension PipelineStory {
    private var figures: PipelineFigures? { say.funnel.figures }

    /// The three things to know; none without figures.
    var facts: [[String: TemplateValue]] {
        figures.map { PipelineFacts(say: say, figures: $0).values } ?? []
    }

    /// Weeks, what is open, answers, reasons, and the parts.
    var blocks: [PageBlock] {
        guard let figures else { return [] }
        let outcomes = pipeline.outcomes
        return OpenDealsBlocks(say: say, figures: figures).blocks
            + PipelineWeeksBlocks(say: say, figures: figures, outcomes: outcomes).blocks + answers(figures)
            + EndingBlocks(say: say, figures: figures, outcomes: outcomes).blocks
            + PipelinePartBlocks(say: say, figures: figures).blocks
    }

    private func answers(_ figures: PipelineFigures) -> [PageBlock] {
        figures.answers.filter { $0.acceptance.denominator > 0 }.map { answers in
            AnswerBlocks(
                say: say,
                answers: answers,
                isHandOff: answers.stage == figures.handOffStage,
                reasons: figures.reasons,
                outcomes: pipeline.outcomes
            ).block
        }
    }
}
