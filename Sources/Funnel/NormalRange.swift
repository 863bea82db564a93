/// Between what a number usually lies, learned from the weeks before it.
public struct NormalRange: Hashable, Sendable {
    /// How the limits were found.
    public enum Method: String, Sendable {
        /// Mean ± 2.66 × mean moving range of the weeks' numbers (Wheeler 1993, XmR chart).
        case individuals = "xmr"
        /// Laney's p′ chart (2002), for rates of weeks whose bases differ by more than a factor of two.
        case laney = "p_prime"
    }

    /// The middle; of Laney's chart all weeks' entrants together.
    public var mean: Double
    /// The lower limit, never below 0.
    public var low: Double
    /// The upper limit, of a rate never above 1.
    public var high: Double
    /// How many weeks it was learned from, 6 to 26.
    public var weeks: Int
    /// How it was found.
    public var method: Method

    /// A range.
    public init(mean: Double, low: Double, high: Double, weeks: Int, method: Method = .individuals) {
        self.mean = mean
        self.low = low
        self.high = high
        self.weeks = weeks
        self.method = method
    }

    /// Whether there were fewer than eight weeks, too few for a verdict.
    public var isProvisional: Bool { weeks < ControlChart.weeksForVerdict }
}
