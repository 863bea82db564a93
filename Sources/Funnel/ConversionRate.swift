/// So many of so many: the share that passed, never without its two counts.
public struct ConversionRate: Hashable, Sendable {
    /// Those who passed.
    public var numerator: Int
    /// Those who could have.
    public var denominator: Int

    /// `numerator` of `denominator`.
    public init(_ numerator: Int, of denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// A fraction 0…1; `nil` where nobody could have passed, or where more passed than could have.
    public var rate: Double? {
        guard denominator > 0, (0...denominator).contains(numerator) else { return nil }
        return Double(numerator) / Double(denominator)
    }

    /// The 95 % score interval (Wilson 1927); `nil` where there is no rate.
    public var interval: ClosedRange<Double>? {
        guard let rate else { return nil }
        let n = Double(denominator)
        let z2 = normalQuantile975 * normalQuantile975
        let middle = (rate + z2 / (2 * n)) / (1 + z2 / n)
        let half = normalQuantile975 / (1 + z2 / n) * (rate * (1 - rate) / n + z2 / (4 * n * n)).squareRoot()
        let low = numerator == 0 ? 0 : max(0, middle - half)
        let high = numerator == denominator ? 1 : min(1, middle + half)
        return low...high
    }
}

/// The 97.5 % point of the standard normal distribution, for two-sided 95 % intervals.
let normalQuantile975 = 1.959_963_984_540_054
