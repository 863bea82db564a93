internal import Calendars

/// The rounds that are open in one stage at the end of data.
public struct OpenDeals: Sendable {
    /// The first day of each age group, in days in the present stage; the last has no end.
    public static let ageGroups = [0, 8, 31, 61]

    /// How many there are.
    public var count: Int
    /// What they are worth.
    public var value: Money
    /// The chance of winning from here: the one stated, else the share of matured rounds that came here and were won;
    /// `nil` where neither is known.
    public var probability: Double?
    /// Whether the chance is stated and not learned.
    public var isProbabilityStated: Bool
    /// By days in the stage, one number an age group.
    public var ageing: [Int]
    /// What those are worth.
    public var ageingValue: [Money]
    /// Those of whom nothing says since when they are here.
    public var withoutAge: Int
    /// Four of five won rounds had left the stage by this age; `nil` below 30.
    public var staleAfterSeconds: Int64?
    /// Those who have been here longer than that; `nil` where nobody can say.
    public var stale: Money?
    /// Those whose expected day of closing is over; `nil` where records do not say when that is.
    public var overdue: Money?
    /// Those of each age group; zeros where nobody can say.
    public var staleAgeing: [Int]

    /// Value times chance; `nil` where no chance is known.
    public var weighted: Double? { probability.map { $0 * value.amount } }

    init(in stage: Int, of rounds: [RoundHistory], worth: StageWorth, in cut: PipelineCut) {
        let open = rounds.filter { $0.isOpen && $0.deepest == stage }
        count = open.count
        value = Money(open.map(\.amount))
        isProbabilityStated = cut.questions.probabilities[stage] != nil
        probability = cut.questions.probabilities[stage] ?? worth.winRate.rate
        ageing = Self.ageGroups.map { _ in 0 }
        ageingValue = Self.ageGroups.map { _ in Money() }
        staleAgeing = ageing
        let limit = Self.staleAfter(stage, rounds)
        staleAfterSeconds = limit.map { $0 / 1_000_000 }
        stale = limit.map { _ in Money() }
        let today = cut.timeline.date(at: cut.asOf - 1).dayNumber
        if cut.hasPlans {
            overdue = Money(open.filter { $0.expected.map { cut.day(of: $0) <= today } ?? false }.map(\.amount))
        }
        for round in open {
            guard let since = round.time(at: stage) else { continue }
            let days = max(0, today - cut.timeline.date(at: since).dayNumber)
            guard let group = Self.ageGroups.lastIndex(where: { $0 <= days }) else { continue }
            ageing[group] += 1
            ageingValue[group].add(round.amount)
            guard let limit, cut.asOf - since > limit else { continue }
            staleAgeing[group] += 1
            stale?.add(round.amount)
        }
        withoutAge = count - ageing.reduce(0, +)
    }

    /// The 80th percentile of won rounds' time in a stage, in microseconds; `nil` below 30.
    private static func staleAfter(_ stage: Int, _ rounds: [RoundHistory]) -> Int64? {
        let stays = rounds.filter(\.isWon).compactMap { round in
            round.leaving(stage).flatMap { end in round.time(at: stage).map { end - $0 } }
        }
        return stays.count >= 30 ? stays.sorted().quantile(numerator: 4, denominator: 5) : nil
    }
}
