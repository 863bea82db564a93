internal import Advice
internal import Calendars
internal import Funnel
internal import Report
internal import Settings

extension FunnelWords {
    /// What the numbers up to `week` say to do at `stage`; `nil` where there are no numbers, or they are of no stage.
    func advice(_ stage: Int, upTo week: Week) -> StageAdvice? {
        guard let metrics = funnel.metrics, !countsAnyStages else { return nil }
        let plays = edition.maker.library.plays(of: stages[stage].id, in: words.language).compactMap(\.play)
        let numbers = StageNumbers(
            of: stage,
            in: metrics,
            upTo: week,
            measures: edition.report.measuresByID
        )
        return StageAdvice(plays, for: numbers)
    }
}
