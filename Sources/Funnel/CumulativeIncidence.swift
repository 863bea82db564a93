/// The share that has converted by each age, corrected for those who could not be watched to the end
/// (Kaplan & Meier 1958), with Greenwood's variance (1926).
///
/// The clock runs from the entry row. Those who are lost stay at risk and never convert.
public struct CumulativeIncidence: Hashable, Sendable {
    /// The curve after all conversions at one age.
    struct Point: Hashable, Sendable {
        var age: Int64
        var survival: Double
        /// Greenwood's sum of d ÷ (n (n − d)); infinite once everybody at risk has converted.
        var greenwoodSum: Double

        var share: (rate: Double, interval: ClosedRange<Double>) {
            let rate = 1 - survival
            let variance = survival > 0 ? survival * survival * greenwoodSum : 0
            let half = normalQuantile975 * variance.squareRoot()
            return (rate, max(0, rate - half)...min(1, rate + half))
        }
    }

    /// A share that falls short by no more than this is reached: it was rounded.
    static let tolerance = 1e-12

    private let points: [Point]
    /// How many conversions were seen.
    public let conversions: Int

    /// The curve of `observations`, in any order.
    /// - Parameter observations: Ages in microseconds: at conversion, or at the last look without one. A conversion
    ///   and a last look at the same age: the conversion came first.
    /// - Complexity: O(n log n).
    public init(_ observations: [(age: Int64, converted: Bool)]) {
        let ages = observations.sorted { $0.age < $1.age }
        var points: [Point] = []
        var (survival, sum, conversions) = (1.0, 0.0, 0)
        var index = 0
        while index < ages.count {
            let (age, atRisk) = (ages[index].age, ages.count - index)
            var converted = 0
            while index < ages.count, ages[index].age == age {
                converted += ages[index].converted ? 1 : 0
                index += 1
            }
            guard converted > 0 else { continue }
            conversions += converted
            survival *= 1 - Double(converted) / Double(atRisk)
            sum += Double(converted) / (Double(atRisk) * Double(atRisk - converted))
            points.append(Point(age: age, survival: survival, greenwoodSum: sum))
        }
        self.points = points
        self.conversions = conversions
    }

    /// The share that has converted by `age`, and its 95 % interval by Greenwood's variance, kept within 0…1.
    public func share(by age: Int64) -> (rate: Double, interval: ClosedRange<Double>) {
        points.last { $0.age <= age }?.share ?? (0, 0...0)
    }

    /// The age by which the fraction `q` of those who convert by `horizon` has converted.
    /// - Returns: The smallest age t with F(t) ≥ q · F(horizon); `nil` with fewer than 30 conversions by then.
    public func quantile(_ q: Double, horizon: Int64) -> Int64? {
        guard conversions >= 30 else { return nil }
        let goal = q * share(by: horizon).rate
        return points.first { 1 - $0.survival >= goal - Self.tolerance }?.age
    }
}
