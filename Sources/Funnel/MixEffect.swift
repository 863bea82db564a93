/// A change of a rate, taken apart: what came of the rates of its parts, and what of the mix of entrants (Kitagawa 1955).
///
/// rate effect = Σ ½ (w₀ + w₁) (r₁ − r₀), mix effect = Σ ½ (r₀ + r₁) (w₁ − w₀), over the parts with their shares w of the
/// entrants and their rates r; the two add up to the change. A part without entrants on one side has the rate of the other.
public struct MixEffect: Hashable, Sendable {
    /// What the change can be put down to beyond chance.
    public enum Verdict: String, Sendable {
        /// The mix moved; the parts' rates did not in this direction.
        case mix
        /// The parts' rates moved; the mix did not in this direction.
        case rate
        /// Both did.
        case both
    }

    /// One part's share in it.
    public struct Part: Hashable, Sendable {
        /// The value of the dimension.
        public var value: String
        /// Its rate then.
        public var before: ConversionRate
        /// Its rate now.
        public var now: ConversionRate
        /// What its rate adds to the change.
        public var rateEffect: Double
        /// What its share of the entrants adds to the change.
        public var mixEffect: Double
    }

    /// The values, in the order of their bytes.
    public let parts: [Part]
    /// The rate of all then.
    public let before: ConversionRate
    /// The rate of all now.
    public let now: ConversionRate

    /// The change of the rate, a fraction.
    public var change: Double { (now.rate ?? 0) - (before.rate ?? 0) }
    /// What the parts' rates add to it.
    public var rateEffect: Double { parts.reduce(0) { $0 + $1.rateEffect } }
    /// What the mix adds to it.
    public var mixEffect: Double { parts.reduce(0) { $0 + $1.mixEffect } }

    /// - Parameter values: The parts' rates then and now, disjoint, together all entrants.
    /// - Returns: `nil` where one of the sides, or a part of it, has no rate for want of entrants or because more came than
    ///   were there before; where there are fewer than two parts.
    public init?(_ values: [(value: String, before: ConversionRate, now: ConversionRate)]) {
        guard values.count > 1, let before = ConversionRate(sumOf: values.map(\.before)),
            let now = ConversionRate(sumOf: values.map(\.now)), before.rate != nil, now.rate != nil,
            values.allSatisfy({ $0.before.isShare && $0.now.isShare })
        else { return nil }
        (self.before, self.now) = (before, now)
        parts = values.map { value, first, second in
            let (w0, w1) = (first.weight(in: before), second.weight(in: now))
            let r0 = first.rate ?? second.rate ?? 0
            let r1 = second.rate ?? first.rate ?? 0
            return Part(
                value: value,
                before: first,
                now: second,
                rateEffect: (w0 + w1) / 2 * (r1 - r0),
                mixEffect: (r0 + r1) / 2 * (w1 - w0)
            )
        }
    }

    /// `nil` where neither effect goes in the direction of the change by more than chance would give, at 95 %.
    public var verdict: Verdict? {
        func tells(_ effect: Double, _ variance: Double) -> Bool {
            effect * change > 0 && abs(effect) > normalQuantile975 * variance.squareRoot()
        }
        return switch (tells(mixEffect, mixVariance), tells(rateEffect, rateVariance)) {
        case (true, false): .mix
        case (false, true): .rate
        case (true, true): .both
        case (false, false): nil
        }
    }

    /// Of the rate effect, the parts' rates being binomial.
    private var rateVariance: Double {
        parts.reduce(0) { sum, part in
            let weight = (part.before.weight(in: before) + part.now.weight(in: now)) / 2
            return sum + weight * weight * (part.before.variance + part.now.variance)
        }
    }

    /// Of the mix effect, the parts' shares being multinomial.
    private var mixVariance: Double {
        func variance(_ all: ConversionRate, _ own: (Part) -> ConversionRate) -> Double {
            var (mean, square) = (0.0, 0.0)
            for part in parts {
                let middle = ((part.before.rate ?? part.now.rate ?? 0) + (part.now.rate ?? part.before.rate ?? 0)) / 2
                let weight = own(part).weight(in: all)
                mean += weight * middle
                square += weight * middle * middle
            }
            return max(0, square - mean * mean) / Double(all.denominator)
        }
        return variance(before, \.before) + variance(now, \.now)
    }
}

extension ConversionRate {
    fileprivate var isShare: Bool { denominator == 0 && numerator == 0 || rate != nil }

    fileprivate func weight(in all: ConversionRate) -> Double { Double(denominator) / Double(all.denominator) }

    fileprivate var variance: Double { rate.map { $0 * (1 - $0) / Double(denominator) } ?? 0 }
}
