internal import Foundation

/// The chi-square distribution.
public enum ChiSquareDistribution {
    /// The probability of a value of at least `x` with so many degrees of freedom.
    ///
    /// By the finite sums of Abramowitz & Stegun (1964), 26.4.4 for odd and 26.4.5 for even degrees.
    /// - Precondition: At least one degree of freedom, and `x` not negative.
    public static func upperTail(_ x: Double, degreesOfFreedom: Int) -> Double {
        precondition(degreesOfFreedom > 0 && x >= 0, "no such distribution")
        let isEven = degreesOfFreedom % 2 == 0
        var term = isEven ? exp(-x / 2) : 2 * x.squareRoot() * exp(-x / 2) / (2 * Double.pi).squareRoot()
        var sum = isEven ? term : 2 * NormalDistribution.upperTail(x.squareRoot()) + (degreesOfFreedom > 1 ? term : 0)
        var step = isEven ? 2 : 3
        while step < degreesOfFreedom {
            term *= x / Double(step)
            sum += term
            step += 2
        }
        return min(1, sum)
    }
}
