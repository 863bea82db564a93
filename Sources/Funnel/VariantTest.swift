/// Variants compared on their way through a funnel: how much each differs from the control, at which stage, and whether
/// anything may be said yet.
public struct VariantTest: Sendable {
    /// What was set before anybody looked.
    public struct Plan: Hashable, Sendable {
        /// The index of the stage that the variants are to move, not the first.
        public var stage: Int
        /// The rate from the first stage that is expected without a change; `nil` where it is not said.
        public var baseline: Double?
        /// The smallest difference that matters; `nil` where it is not said.
        public var detect: Double?
        /// The probability of finding it.
        public var power: Double
        /// By variant, the weights by which entrants were to be dealt out; empty: evenly.
        public var split: [String: Double]

        /// What was set.
        public init(stage: Int, baseline: Double?, detect: Double?, power: Double, split: [String: Double] = [:]) {
            self.stage = stage
            self.baseline = baseline
            self.detect = detect
            self.power = power
            self.split = split
        }

        /// The entrants that each variant needs, the larger number of a rise and a fall where both are possible; with
        /// several comparisons each at its part of the level of 5 %, so that Holm's correction costs no power. `nil` where
        /// baseline or difference are not set.
        public func entrantsNeeded(comparisons: Int) -> Int? {
            guard let baseline, let detect, comparisons > 0 else { return nil }
            let alpha = 0.05 / Double(comparisons)
            return [detect, -detect].compactMap { difference in
                SampleSize.perVariant(baseline: baseline, difference: difference, power: power, alpha: alpha)
            }.max()
        }
    }

    /// What keeps a test from a verdict, or that nothing does.
    public enum State: String, Sendable {
        /// The set sample is not reached.
        case running
        /// No sample was set, so that there is no moment at which one may look.
        case unplanned
        /// The variants did not get their shares of the entrants; their rates cannot be compared.
        case mismatch
        /// The set sample is reached.
        case complete
    }

    /// What may be said of a variant at the stage that it was to move.
    public enum Verdict: String, Sendable {
        /// Nothing yet.
        case none
        /// No difference was found.
        case open
        /// More came than of the control.
        case better
        /// Fewer came than of the control.
        case worse
    }

    /// One variant.
    public struct Variant: Sendable {
        /// Its name in the data.
        public var value: String
        /// Those who entered, matured or not.
        public var entrants: Int
        /// Its matured numbers, one a stage.
        public var stages: [StageMetrics]
        /// The differences of its rates from the first stage, one a stage; `nil` for the first stage and for the control.
        public var fromFirst: [Comparison?]
        /// The same of the rates from the stage before: where a difference arises.
        public var fromPrevious: [Comparison?]
        /// What may be said of it.
        public var verdict: Verdict
    }

    /// A difference from the control.
    public struct Comparison: Hashable, Sendable {
        /// Variant less control, with its interval.
        public var difference: RateDifference
        /// The probability of such a difference by chance, corrected by Holm: at the stage to be moved for the number of
        /// variants, else for all variants and stages together.
        public var adjustedP: Double

        /// Whether it is a difference: neither chance nor correction explain it.
        public var isFound: Bool { adjustedP < 0.05 && !difference.interval.contains(0) }
    }

    /// What was set.
    public var plan: Plan
    /// The entrants that each variant needs; `nil` where no sample was set.
    public var needed: Int?
    /// Whether entrants were dealt out as set; `nil` with a single variant or without entrants.
    public var sampleRatio: SampleRatio?
    /// Whether there may be a verdict.
    public var state: State
    /// The control first, then the others in the order of their bytes.
    public var variants: [Variant]

    /// The variant that the others are compared with.
    public var control: Variant? { variants.first }
}
