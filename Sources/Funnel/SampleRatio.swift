/// Whether the variants of a test got their shares of the entrants: Pearson's chi-square test of fit. A mismatch means
/// that something sorted the entrants, and that their rates cannot be compared.
public struct SampleRatio: Hashable, Sendable {
    /// Pearson's sum of (seen − expected)² ÷ expected.
    public let chiSquare: Double
    /// The variants less one.
    public let degreesOfFreedom: Int
    /// The probability of at least such a mismatch by chance.
    public let pValue: Double

    /// Below this probability the shares count as wrong; so low, because it is looked at again and again (Fabijan et al.
    /// 2019).
    public static let mismatchLevel = 0.001

    /// Whether the shares cannot be chance.
    public var isMismatch: Bool { pValue < Self.mismatchLevel }

    /// - Parameters:
    ///   - counts: The entrants of each variant.
    ///   - shares: The weights by which they were to be dealt out, in the same order; `nil`: evenly.
    /// - Returns: `nil` with fewer than two variants, without any entrants, or where a weight is not positive.
    public init?(_ counts: [Int], shares: [Double]? = nil) {
        let weights = shares ?? counts.map { _ in 1 }
        let (total, weight) = (Double(counts.reduce(0, +)), weights.reduce(0, +))
        guard counts.count > 1, weights.count == counts.count, total > 0, weights.allSatisfy({ $0 > 0 }) else {
            return nil
        }
        chiSquare = zip(counts, weights).reduce(0) { sum, part in
            let expected = total * part.1 / weight
            return sum + (Double(part.0) - expected) * (Double(part.0) - expected) / expected
        }
        degreesOfFreedom = counts.count - 1
        pValue = ChiSquareDistribution.upperTail(chiSquare, degreesOfFreedom: degreesOfFreedom)
    }
}
