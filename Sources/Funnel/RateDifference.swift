/// The difference of two independent rates: `second` less `first`, in fractions.
public struct RateDifference: Hashable, Sendable {
    /// The rate that is compared with.
    public let first: ConversionRate
    /// The rate that is compared.
    public let second: ConversionRate

    /// `second` less `first`; `nil` where one of the two is no rate.
    public init?(of second: ConversionRate, less first: ConversionRate) {
        guard first.rate != nil, second.rate != nil else { return nil }
        (self.first, self.second) = (first, second)
    }

    /// The difference, −1…1.
    public var value: Double { (second.rate ?? 0) - (first.rate ?? 0) }

    /// The 95 % hybrid score interval (Newcombe 1998, method 10): from the Wilson intervals of both rates.
    public var interval: ClosedRange<Double> {
        guard let one = first.rate, let other = second.rate, let low = first.interval, let high = second.interval else {
            return -1...1
        }
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let below = length(other - high.lowerBound, low.upperBound - one)
        let above = length(high.upperBound - other, one - low.lowerBound)
        return max(-1, value - below)...min(1, value + above)
    }

    /// The probability of at least this difference, up or down, if both rates were the same: the score test of two
    /// proportions, whose square is Pearson's chi-square without correction. 1 where nobody or everybody passed.
    public var pValue: Double {
        let (n1, n2) = (Double(first.denominator), Double(second.denominator))
        let pooled = Double(first.numerator + second.numerator) / (n1 + n2)
        let variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
        guard variance > 0 else { return 1 }
        return min(1, 2 * NormalDistribution.upperTail(abs(value) / variance.squareRoot()))
    }
}
