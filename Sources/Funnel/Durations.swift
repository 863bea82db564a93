/// How long things took, as far as they are over: the plain quantiles that CRMs show.
public struct Durations: Hashable, Sendable {
    /// How many were over.
    public var count: Int
    /// Half of them had taken no longer.
    public var medianSeconds: Int64
    /// Four of five had taken no longer.
    public var p80Seconds: Int64

    /// Of lengths in microseconds, in any order; `nil` without any.
    public init?(_ microseconds: [Int64]) {
        guard !microseconds.isEmpty else { return nil }
        let sorted = microseconds.sorted()
        count = sorted.count
        medianSeconds = sorted.quantile(numerator: 1, denominator: 2) / 1_000_000
        p80Seconds = sorted.quantile(numerator: 4, denominator: 5) / 1_000_000
    }
}

extension [Int64] {
    /// The smallest of these that is not less than that fraction of them.
    /// - Precondition: They ascend, and there is one.
    func quantile(numerator: Int, denominator: Int) -> Int64 {
        self[(count * numerator + denominator - 1) / denominator - 1]
    }
}
