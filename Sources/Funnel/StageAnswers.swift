public import Calendars

/// How rounds that wait in a stage are answered: taken on to the next one, or ended. At the hand-off that is sales'
/// answer to marketing.
public struct StageAnswers: Sendable {
    /// The rounds that came to the stage in one week.
    public struct Offers: Hashable, Sendable {
        /// The week in which they came.
        public var week: Week
        /// Those who were taken on, of all who came.
        public var acceptance: ConversionRate
        /// Those answered within the agreed time, of those whose time is over; `nil` where nothing is agreed.
        public var withinSLA: ConversionRate?
        /// Whether the week has matured.
        public var isMatured: Bool
    }

    /// The index of the stage in which they wait.
    public var stage: Int
    /// Those who were taken on, of all who came.
    public var acceptance: ConversionRate
    /// The same of the weeks that have matured.
    public var maturedAcceptance: ConversionRate
    /// Rounds that ended here, one number an outcome.
    public var refused: [Int]
    /// Rounds that wait for an answer.
    public var waiting: Int
    /// The time from coming to the first answer, whatever it is.
    public var time: CensoredDurations
    /// What is agreed; `nil` for nothing.
    public var slaSeconds: Int64?
    /// Those answered within it, of those whose time is over and whose dates are known; `nil` where nothing is agreed.
    public var withinSLA: ConversionRate?
    /// By the week of coming, those without a date left out; every week from the first to the end of data.
    public var weeks: [Offers]
}

extension StageAnswers {
    /// - Parameter rounds: Those of a pipeline; only those that came to `stage` count.
    init(at stage: Int, of rounds: [RoundHistory], in cut: PipelineCut) {
        let offered = rounds.filter { $0.level > stage }
        let sla = cut.questions.slaSeconds[stage]
        self.stage = stage
        acceptance = Self.acceptance(offered, stage)
        refused = cut.outcomes.indices.map { outcome in
            offered.count { $0.deepest == stage && $0.outcome == outcome }
        }
        waiting = offered.count { !$0.hasLeft(stage) && !$0.isWon }
        time = cut.answerTime(of: offered, in: stage)
        slaSeconds = sla
        withinSLA = sla.map { cut.within($0, offered, stage) }
        let byWeek = Dictionary(grouping: offered.filter { $0.time(at: stage) != nil }) {
            cut.timeline.week(at: $0.reachedAt[stage])
        }
        weeks = cut.timeline.weeks(from: byWeek.keys.min(), before: cut.asOf).map { week in
            let own = byWeek[week] ?? []
            return Offers(
                week: week,
                acceptance: Self.acceptance(own, stage),
                withinSLA: sla.map { cut.within($0, own, stage) },
                isMatured: cut.isMatured(week)
            )
        }
        maturedAcceptance =
            ConversionRate(sumOf: weeks.filter(\.isMatured).map(\.acceptance)) ?? ConversionRate(0, of: 0)
    }

    private static func acceptance(_ offered: [RoundHistory], _ stage: Int) -> ConversionRate {
        ConversionRate(offered.count { $0.level > stage + 1 }, of: offered.count)
    }
}

extension PipelineCut {
    /// The time from coming to `stage` to leaving it.
    /// - Parameter rounds: Those that came to it.
    func answerTime(of rounds: [RoundHistory], in stage: Int) -> CensoredDurations {
        CensoredDurations(rounds.map { wait($0, in: stage) }, horizon: nil)
    }

    /// How long a round waited, or has waited until now, in a stage that it came to; `nil` where that is not known.
    private func wait(_ round: RoundHistory, in stage: Int) -> (age: Int64, isOver: Bool)? {
        guard let start = round.time(at: stage) else { return nil }
        guard round.hasLeft(stage) else { return (asOf - start, false) }
        return round.leaving(stage).map { ($0 - start, true) }
    }

    /// Those answered in time, of those whose time is over.
    fileprivate func within(_ seconds: Int64, _ rounds: [RoundHistory], _ stage: Int) -> ConversionRate {
        let limit = seconds * 1_000_000
        let waits = rounds.compactMap { round -> (age: Int64, isOver: Bool)? in
            guard let start = round.time(at: stage), asOf - start > limit else { return nil }
            return wait(round, in: stage)
        }
        return ConversionRate(waits.count { $0.isOver && $0.age <= limit }, of: waits.count)
    }
}
