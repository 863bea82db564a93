internal import Foundation

/// Student's t distribution, by the normal value that is as far out.
struct StudentDistribution {
    /// Above 0; need not be whole.
    let degreesOfFreedom: Double

    /// The normal value beyond which as many lie as beyond `t`, 0 or more: Wallace's approximation (1959), within 0.03 from
    /// three degrees of freedom on.
    func normal(at t: Double) -> Double {
        factor * (degreesOfFreedom * log1p(t * t / degreesOfFreedom)).squareRoot()
    }

    /// The value beyond which as many lie as beyond a normal `z`, 0 or more: the inverse.
    func value(at z: Double) -> Double {
        let root = z / factor
        return (degreesOfFreedom * expm1(root * root / degreesOfFreedom)).squareRoot()
    }

    private var factor: Double { (8 * degreesOfFreedom + 1) / (8 * degreesOfFreedom + 3) }
}
