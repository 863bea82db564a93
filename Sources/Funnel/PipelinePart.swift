public import Calendars

/// The rounds that have one value of a property: of one owner, team, region, type of deal.
public struct PipelinePart: Sendable {
    /// How many were accepted in a week.
    public struct AcceptedInWeek: Hashable, Sendable {
        /// The week.
        public var week: Week
        /// How many; `nil` where it is not told.
        public var count: Int?
    }

    /// The value.
    public var value: String
    /// All rounds.
    public var rounds: Int
    /// Where on the timeline the first of them was created; `nil` where no date says.
    public var since: Int64?
    /// Rounds that sales took on: that came to the stage behind the hand-off. Without one: all.
    public var accepted: Int
    /// Those of them whose acceptance is dated, in each week of the pipeline; empty where the value has a page with weeks.
    public var acceptedByWeek: [AcceptedInWeek] = []
    /// Of those, rounds that somebody has moved since: they went on, were won, or ended.
    public var worked: Int
    /// Rounds that were won, and what they are worth.
    public var won: Money
    /// Rounds that were lost.
    public var lost: Int
    /// Rounds that are open, and what they are worth.
    public var open: Money
    /// Won, of won and lost.
    public var closedWinRate: ConversionRate
    /// Won, of those created in weeks that have matured.
    public var createdWinRate: ConversionRate
    /// From creation to winning.
    public var cycle: CensoredDurations
    /// What it brings a day.
    public var velocity: SalesVelocity
    /// From the hand-off to the first answer; without one, from creation to the first change.
    public var firstAction: CensoredDurations

    init(_ value: String, of rounds: [RoundHistory], in cut: PipelineCut) {
        let offer = cut.questions.handOff
        let accepting = offer.map { $0 + 1 } ?? 0
        let accepted = rounds.filter { $0.level > accepting }
        self.value = value
        self.rounds = rounds.count
        since = rounds.compactMap(\.reachedAt.first).min()
        self.accepted = accepted.count
        worked = accepted.count { $0.hasLeft(accepting) || $0.isWon }
        won = Money(rounds.filter(\.isWon).map(\.amount))
        lost = rounds.count(where: cut.isLost)
        open = Money(rounds.filter(\.isOpen).map(\.amount))
        closedWinRate = cut.closedWinRate(rounds)
        createdWinRate = cut.createdWinRate(rounds.filter(cut.isMatured))
        cycle = cut.cycle(of: rounds)
        velocity = SalesVelocity(of: rounds, in: cut)
        firstAction = cut.answerTime(of: rounds.filter { $0.level > offer ?? 0 }, in: offer ?? 0)
    }

    /// Counts in which of `weeks` the rounds were accepted.
    mutating func countWeeks(_ weeks: [Week], of rounds: [RoundHistory], in cut: PipelineCut) {
        let accepting = cut.questions.handOff.map { $0 + 1 } ?? 0
        let dated = rounds.filter { $0.level > accepting }.compactMap { $0.time(at: accepting) }
        let counts = dated.reduce(into: [:]) { $0[cut.timeline.week(at: $1), default: 0] += 1 }
        acceptedByWeek = weeks.map { AcceptedInWeek(week: $0, count: counts[$0] ?? 0) }
    }
}

/// A pipeline's figures by the values of one property.
public struct PipelineBreakdown: Sendable {
    /// The property's id.
    public var id: String
    /// Whether the values are people.
    public var isPeople: Bool
    /// Only values that occur, in the order of their bytes.
    public var parts: [PipelinePart]

    /// The parts of a property, by its values.
    public init(id: String, isPeople: Bool, parts: [PipelinePart]) {
        self.id = id
        self.isPeople = isPeople
        self.parts = parts
    }
}

extension PipelineCut {
    /// From creation to winning; those who ended otherwise stay as if under way, and never win. Deals may take longer than
    /// weeks mature, so that the horizon is the greatest age that anybody could be watched to.
    func cycle(of rounds: [RoundHistory]) -> CensoredDurations {
        CensoredDurations(
            rounds.map { round in
                if round.isWon { return round.cycle.map { ($0, true) } }
                return round.time(at: 0).map { (asOf - $0, false) }
            },
            horizon: nil
        )
    }
}
