/// A step's rate beyond its normal range, held against the mix of entrants that it usually has.
///
/// The weeks of the range are taken together, each as old as the tested one, and their rate is set against the tested rate
/// as Kitagawa (1955) does; what the mix adds is taken away again.
public struct SignalMix: Hashable, Sendable {
    /// The stage that the step leads to.
    public var stage: Int
    /// The dimension by whose values the mix is told.
    public var dimension: String
    /// The usual weeks and the tested one, taken apart.
    public var effect: MixEffect
    /// The normal range.
    public var range: NormalRange
    /// What the rate is called without looking at the mix.
    public var signal: Signal

    /// The rate that the tested week would have had with the usual mix, a fraction.
    public var rateOfUsualMix: Double { min(1, max(0, (effect.now.rate ?? 0) - effect.mixEffect)) }

    /// Whether the rate is unusual only because the mix moved: with the usual mix it would lie in its range, and the mix
    /// makes at least half of its distance from the usual rate.
    public var isMixAlone: Bool {
        let goesAlong = signal.direction == .up ? effect.mixEffect > 0 : effect.mixEffect < 0
        return goesAlong && (range.low...range.high).contains(rateOfUsualMix)
            && abs(effect.mixEffect) >= abs(effect.change) / 2
    }
}
