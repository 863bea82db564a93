/// The rounds that were handed back to marketing, and what became of them: how the entity's next round stands.
public struct RecycledRounds: Hashable, Sendable {
    /// Those handed back, of all rounds.
    public var share: ConversionRate
    /// Those who have not come again.
    public var notBack = 0
    /// Those whose next round is open.
    public var open = 0
    /// Those whose next round was won.
    public var won = 0
    /// Those whose next round ended, one number an outcome; handed back once more among them.
    public var endings: [Int]

    /// How many were handed back.
    public var count: Int { share.numerator }

    init(of rounds: [RoundHistory], in cut: PipelineCut) {
        let recycled = cut.outcomes.firstIndex(of: "recycled")
        share = ConversionRate(rounds.count { $0.outcome != nil && $0.outcome == recycled }, of: rounds.count)
        endings = cut.outcomes.map { _ in 0 }
        guard let recycled else { return }
        for own in Dictionary(grouping: rounds, by: \.entity).values {
            let ordered = own.sorted { ($0.reachedAt.first ?? .min, $0.index) < ($1.reachedAt.first ?? .min, $1.index) }
            for (place, round) in ordered.enumerated() where round.outcome == recycled {
                guard place + 1 < ordered.count else {
                    notBack += 1
                    continue
                }
                switch ordered[place + 1].standing {
                case .open: open += 1
                case .won: won += 1
                case .ended(let outcome): endings[outcome] += 1
                }
            }
        }
    }
}
