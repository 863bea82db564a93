internal import Calendars

/// What counts say of each week's stages, and said of them when the week was younger.
struct CountAges: AgedWeeks {
    let weeks: [Week]
    /// One list of stages a week.
    let now: [[AgedStage]]
    /// By the week's index and by how many weeks earlier; without those that nobody can tell.
    let aged: [[Int]: [AgedStage]]

    func stage(_ stage: Int, ofWeekAt index: Int, weeksEarlier: Int) -> AgedStage {
        weeksEarlier == 0 ? now[index][stage] : aged[[index, weeksEarlier]]?[stage] ?? .unknown
    }
}
