/// How many entrants each variant of a test needs, set before anybody looks.
public enum SampleSize {
    /// The entrants of each of two variants that find a difference of rates with the probability `power`, by a two-sided
    /// test at the level `alpha` (Fleiss, Levin & Paik 2003, formula 4.14, without continuity correction).
    ///
    /// - Parameters:
    ///   - baseline: The rate without a change, a fraction.
    ///   - difference: The smallest difference that matters, a fraction; negative for a fall.
    /// - Returns: `nil` where a rate would not lie strictly between 0 and 1, where there is no difference, or where power
    ///   or level are no probabilities.
    public static func perVariant(
        baseline: Double,
        difference: Double,
        power: Double,
        alpha: Double = 0.05
    ) -> Int? {
        let changed = baseline + difference
        let fractions = [baseline, changed, power, alpha]
        guard difference != 0, fractions.allSatisfy({ $0 > 0 && $0 < 1 }) else { return nil }
        let middle = (baseline + changed) / 2
        let underNull = NormalDistribution.quantile(1 - alpha / 2) * (2 * middle * (1 - middle)).squareRoot()
        let variance = baseline * (1 - baseline) + changed * (1 - changed)
        let underChange = NormalDistribution.quantile(power) * variance.squareRoot()
        let size = (underNull + underChange) * (underNull + underChange) / (difference * difference)
        return size < 1e15 ? max(1, Int((size - 1e-9).rounded(.up))) : nil
    }
}
