/// What a pipeline brings a day: deals × win rate × average won amount ÷ median cycle, all four of the deals that were
/// closed in the last thirteen weeks (won or lost).
public struct SalesVelocity: Hashable, Sendable {
    /// Won, of won and lost: its denominator is the number of deals.
    public var winRate: ConversionRate
    /// What the won ones were worth.
    public var won: Money
    /// How long the won ones took from creation; `nil` where no dates say.
    public var cycle: Durations?

    init(winRate: ConversionRate, won: Money, cycle: Durations?) {
        self.winRate = winRate
        self.won = won
        self.cycle = cycle
    }

    init(of rounds: [RoundHistory], in cut: PipelineCut) {
        let closed = rounds.filter(cut.isRecentlyClosed)
        let won = closed.filter(\.isWon)
        winRate = cut.closedWinRate(closed)
        self.won = Money(won.map(\.amount))
        cycle = Durations(won.compactMap(\.cycle))
    }

    /// In the site's currency; `nil` where nothing was won, no amount is known, or the median cycle is 0.
    public var amountADay: Double? {
        guard let rate = winRate.rate, let amount = won.mean, let cycle, cycle.medianSeconds > 0 else { return nil }
        return Double(winRate.denominator) * rate * amount / (Double(cycle.medianSeconds) / 86_400)
    }
}

extension RoundHistory {
    /// From creation to winning, in microseconds; `nil` where it is not won, or no dates say.
    var cycle: Int64? {
        guard isWon, let start = time(at: 0), let end = closedAt, end >= start else { return nil }
        return end - start
    }
}
