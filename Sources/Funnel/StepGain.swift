/// What a step would bring if it were as good as its reference: further final entities a week.
public struct StepGain: Hashable, Sendable {
    /// What the step is held against.
    public enum Origin: Hashable, Sendable {
        /// The target of the site's settings.
        case target
        /// The upper quartile of so many matured weeks before those that were taken together.
        case quartile(weeks: Int)
    }

    /// What is said of a step.
    public enum Verdict: String, Sendable {
        /// It has the largest gain, and its reference lies above its rate's interval.
        case bottleneck
        /// It has the largest gain, or where none has any the largest loss; more cannot be said.
        case largestLoss = "largest_loss"
    }

    /// The stage that the step leads to.
    public var stage: Int
    /// How many matured weeks were taken together, at most 4.
    public var weeks: Int
    /// Those weeks' rate; its denominator is of all of them.
    public var rate: ConversionRate
    /// What it is held against, a fraction; `nil` where there is no target, and too few weeks before.
    public var reference: Double?
    /// Where the reference comes from.
    public var origin: Origin?
    /// Further final entities a week; `nil` where there is no reference, or a later step has no rate.
    public var gain: Gain?
    /// Whether the gain is not told, because a later step's numbers are not.
    public var isHidden = false
    /// Of all steps, the one that matters most.
    public var verdict: Verdict?

    /// A step's rate in so many weeks, and what it is held against.
    public init(
        stage: Int,
        weeks: Int,
        rate: ConversionRate,
        reference: Double? = nil,
        origin: Origin? = nil,
        gain: Gain? = nil,
        verdict: Verdict? = nil
    ) {
        self.stage = stage
        self.weeks = weeks
        self.rate = rate
        self.reference = reference
        self.origin = origin
        self.gain = gain
        self.verdict = verdict
    }

    /// The same where not all steps' gains are told.
    func withoutVerdict(isHidden: Bool) -> StepGain {
        var gain = self
        gain.verdict = nil
        if isHidden { (gain.gain, gain.isHidden) = (nil, true) }
        return gain
    }

    /// Those who came to the step, a week.
    public var base: Double { Double(rate.denominator) / Double(max(1, weeks)) }
    /// Those who did not take it, a week.
    public var lost: Double { Double(rate.denominator - rate.numerator) / Double(max(1, weeks)) }
}

/// What an improvement is worth, a week.
public struct Gain: Hashable, Sendable {
    /// Further final entities.
    public var entities: Double
    /// The same at the ends of the rate's interval.
    public var interval: ClosedRange<Double>
    /// The average amount of a final entity; `nil` without amounts.
    public var amount: Double?

    /// So many further entities, each worth `amount` on average.
    public init(entities: Double, interval: ClosedRange<Double>, amount: Double? = nil) {
        self.entities = entities
        self.interval = interval
        self.amount = amount
    }

    /// Their amount; `nil` without amounts.
    public var value: Double? { amount.map { $0 * entities } }
    /// The same at the ends of the rate's interval; `nil` without amounts.
    public var valueInterval: ClosedRange<Double>? {
        amount.map { amount in
            let ends = [interval.lowerBound * amount, interval.upperBound * amount].sorted()
            return ends[0]...ends[1]
        }
    }
}
