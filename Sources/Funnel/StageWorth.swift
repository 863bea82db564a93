/// What it is worth that somebody comes to a stage.
public struct StageWorth: Hashable, Sendable {
    /// Won, of the rounds that came here and were created in weeks that have matured.
    public var winRate: ConversionRate
    /// What the won ones of those were worth.
    public var won: Money

    /// The amount that one round here is worth on average: win rate × mean won amount. `nil` where either is unknown;
    /// 0 where nothing was won.
    public var perRound: Double? {
        guard let rate = winRate.rate else { return nil }
        return rate == 0 ? 0 : won.mean.map { rate * $0 }
    }

    init(of stage: Int, in rounds: [RoundHistory], _ cut: PipelineCut) {
        let reached = rounds.filter { $0.level > stage && cut.isMatured($0) }
        winRate = cut.createdWinRate(reached)
        won = Money(reached.filter(\.isWon).map(\.amount))
    }
}
