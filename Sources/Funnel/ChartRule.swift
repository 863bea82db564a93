internal import Foundation

/// How strictly a number is judged: the more numbers are looked at side by side, the more of them would be called signals
/// by chance.
///
/// The values of a dimension share, at each step, the false alarms of one number: with m of them the limits lie where a
/// number falls as rarely as one mth of beyond three standard deviations (Bonferroni), and a run is longer by the binary
/// logarithm of m. Both allow for few weeks: how rare a number is goes by Student's distribution, as the standard deviation
/// is learned, and a run is longer by one week more, as the mean is. A value must also have enough cases for limits that are
/// even on both sides.
public struct ChartRule: Hashable, Sendable {
    /// So many numbers are looked at side by side.
    private let count: Int
    /// So many in a row on one side of the mean are a signal.
    public let runLength: Int
    private let needsCases: Bool

    /// A number that is looked at alone.
    public static let alone = ChartRule(count: 1, runLength: ControlChart.runLength, needsCases: false)

    /// One value of so many, at least 1, that have enough cases.
    public static func value(among count: Int) -> ChartRule {
        let logarithm = count.isPowerOfTwo ? count.trailingZeroBitCount : Int(log2(Double(count))) + 1
        let longer = count > 1 ? logarithm + 1 : 0
        return ChartRule(count: count, runLength: ControlChart.runLength + longer, needsCases: true)
    }

    /// How many standard deviations the limits lie from the mean, at least three.
    ///
    /// - Parameter ranges: How many moving ranges the standard deviation was learned from, at least 1.
    public func sigmas(from ranges: Int) -> Double {
        guard Self.known.indices.contains(count - 1), ranges < ControlChart.mostWeeks else {
            return Self.sigmas(of: count, from: ranges)
        }
        return Self.known[count - 1][ranges - 1]
    }

    /// By how many numbers there are, then by ranges.
    private static let known = (1...ValueMerging.mostValues).map { count in
        (1..<ControlChart.mostWeeks).map { sigmas(of: count, from: $0) }
    }

    private static func sigmas(of count: Int, from ranges: Int) -> Double {
        guard count > 1 else { return 3 }
        let student = StudentDistribution(degreesOfFreedom: Self.freedomOfRange * Double(ranges))
        let tail = NormalDistribution.upperTail(student.normal(at: 3)) / Double(count)
        return student.value(at: -NormalDistribution.quantile(tail))
    }

    /// The mean of overlapping moving ranges tells as much as so many independent squares each would (Wheeler 1995, table of
    /// degrees of freedom).
    private static let freedomOfRange = 0.62

    /// So many of the entrants should usually pass, and so many not, for the binomial distribution to be near the normal.
    private static let (fewestEitherWay, fewestCounted) = (5.0, 10.0)

    /// Whether the number stands on enough cases for a verdict.
    func isEnough(_ point: ControlChart.Point, usual range: NormalRange?) -> Bool {
        guard let base = point.base else { return !needsCases || (range?.mean ?? 0) >= Self.fewestCounted }
        guard base >= ControlChart.smallestBase else { return false }
        guard needsCases, let mean = range?.mean else { return true }
        return Double(base) * min(mean, 1 - mean) >= Self.fewestEitherWay
    }
}

extension Int {
    fileprivate var isPowerOfTwo: Bool { nonzeroBitCount == 1 }
}
