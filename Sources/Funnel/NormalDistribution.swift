internal import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
    /// The probability of a value above `z`; exact to about 15 digits in both tails.
    public static func upperTail(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }

    /// The value below which the fraction `p` lies, by bisection of the tail.
    /// - Precondition: `p` lies strictly between 0 and 1.
    public static func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "no value has this probability below it")
        guard p <= 0.5 else { return -quantile(1 - p) }
        var (low, high) = (-40.0, 0.0)
        for _ in 0..<100 {
            let middle = (low + high) / 2
            if upperTail(-middle) < p { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
