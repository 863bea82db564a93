internal import Calendars

/// How many came to each stage in each week, and until the day of the week on which the data end.
struct ActivityAges: AgedWeeks {
    let weeks: [Week]
    let funnel: FunnelDefinition
    /// One list of stages a week.
    let counts: [[Int?]]
    /// The same, each week cut where the last one is.
    let young: [[Int?]]

    func stage(_ stage: Int, ofWeekAt index: Int, weeksEarlier: Int) -> AgedStage {
        let counts = weeksEarlier == 0 ? counts[index] : young[index]
        return AgedStage(StageSums(counts, of: funnel), stage)
    }
}

extension AgedStage {
    /// The numbers of one stage.
    init(_ sums: StageSums, _ stage: Int) {
        let metrics = sums.metrics { _ in false }[stage]
        self.init(count: metrics.count, rate: metrics.fromPrevious)
    }
}
