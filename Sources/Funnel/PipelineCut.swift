internal import Calendars
internal import Records

/// A pipeline at one instant: by what rules its rounds are judged.
struct PipelineCut {
    let funnel: FunnelDefinition
    let outcomes: [String]
    let hasAmounts: Bool
    /// Whether records say when they are expected to close.
    let hasPlans: Bool
    let questions: PipelineQuestions
    let timeline: Timeline
    let asOf: Int64

    /// Thirteen weeks before the end of data: the population of what is called recent.
    var recentStart: Int64 { timeline.shift(asOf, days: -91) }

    var lastStage: Int { funnel.stages.count - 1 }

    /// Whether what became of those who came in `week` is final.
    func isMatured(_ week: Week) -> Bool { funnel.isMatured(lastStage, in: week, on: timeline, before: asOf) }

    /// Whether a round was created in a week that has matured.
    func isMatured(_ round: RoundHistory) -> Bool {
        round.reachedAt.first.map { isMatured(timeline.week(at: $0)) } ?? false
    }

    func isLost(_ round: RoundHistory) -> Bool { round.outcome.map { outcomes[$0].countsAsLost } ?? false }

    /// Whether it was won or ended in the last thirteen weeks.
    func isRecentlyClosed(_ round: RoundHistory) -> Bool { round.closedAt.map { $0 >= recentStart } ?? false }

    /// The number of the local day on which an instant lies, microseconds since 1970 UTC.
    func day(of time: Int64) -> Int {
        timeline.date(at: timeline.position(of: Instant(microseconds: time))).dayNumber
    }

    /// Won, of won and lost.
    func closedWinRate(_ rounds: [RoundHistory]) -> ConversionRate {
        let won = rounds.count(where: \.isWon)
        return ConversionRate(won, of: won + rounds.count(where: isLost))
    }

    /// Won, of all.
    func createdWinRate(_ rounds: [RoundHistory]) -> ConversionRate {
        ConversionRate(rounds.count(where: \.isWon), of: rounds.count)
    }
}

extension PipelineCut {
    /// Of the records' side of a joined funnel.
    init(asking sales: SalesQuestions, of records: RecordTable, on timeline: Timeline, before asOf: Int64) {
        funnel = sales.funnel
        outcomes = records.outcomes
        hasAmounts = !records.amounts.isEmpty
        hasPlans = !records.expected.isEmpty
        questions = sales.questions
        self.timeline = timeline
        self.asOf = asOf
    }
}
