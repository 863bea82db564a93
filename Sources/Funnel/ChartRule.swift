internal import Foundation

/// How strictly a number is judged: the more numbers are looked at side by side, the more of them would be called signals
/// by chance.
///
/// The values of a dimension share, at each step, the false alarms of one number: with m of them the limits lie where a
/// normal number falls as rarely as one mth of beyond three standard deviations (Bonferroni), and a run is longer by the
/// binary logarithm of m. A value must also have enough cases for limits that are even on both sides.
public struct ChartRule: Hashable, Sendable {
    /// How many standard deviations the limits lie from the mean.
    public let sigmas: Double
    /// So many in a row on one side of the mean are a signal.
    public let runLength: Int
    private let needsCases: Bool

    /// A number that is looked at alone.
    public static let alone = ChartRule(sigmas: 3, runLength: ControlChart.runLength, needsCases: false)

    /// One value of so many, at least 1, that have enough cases.
    public static func value(among count: Int) -> ChartRule {
        let share = NormalDistribution.upperTail(3) / Double(count)
        let sigmas = count == 1 ? 3 : -NormalDistribution.quantile(share)
        let longer = count.isPowerOfTwo ? count.trailingZeroBitCount : Int(log2(Double(count))) + 1
        return ChartRule(sigmas: sigmas, runLength: ControlChart.runLength + longer, needsCases: true)
    }

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
