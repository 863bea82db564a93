/// A value axis: what it covers and its round ticks, 3 or more, 1, 2 or 5 × 10ⁿ apart.
public struct ValueAxis: Sendable, Equatable {
    /// A tick with its unit.
    public struct Tick: Sendable, Equatable {
        /// Where it lies.
        public let value: Double
        /// How it is written.
        public let text: String
    }

    /// What the axis covers.
    public let range: ClosedRange<Double>
    /// The ticks, smallest first, all inside ``range``.
    public let ticks: [Tick]

    /// An axis for `values`.
    /// - Parameters:
    ///   - values: What must be seen on it, in any order; none: the axis covers 0 and ``leastSpan``.
    ///   - limits: What no axis of this measure leaves, e.g. 0…1 of a rate. Values beyond are cut off.
    ///   - leastSpan: How much it covers at least, so that noise does not fill the figure.
    ///   - startsAtZero: Whether it begins at 0 whatever the values are; for bars.
    ///   - mostTicks: 5 where the axis goes down, 4 where it goes across, so that words fit on a phone.
    ///   - text: A tick's value and the ticks' distance, to the tick's words.
    public init(
        covering values: [Double],
        within limits: ClosedRange<Double> = -1e15...1e15,
        leastSpan: Double,
        startsAtZero: Bool = false,
        mostTicks: Int = 5,
        text: (_ value: Double, _ step: Double) -> String
    ) {
        let seen = (startsAtZero || values.isEmpty ? values + [0] : values).filter(\.isFinite)
        var low = max(limits.lowerBound, seen.min() ?? 0)
        var high = min(limits.upperBound, seen.max() ?? 0)
        let missing = max(0, leastSpan - (high - low))
        if !startsAtZero { low = max(limits.lowerBound, low - missing / 2) }
        high = min(limits.upperBound, max(high, low + leastSpan))
        low = startsAtZero ? low : max(limits.lowerBound, min(low, high - leastSpan))
        let room = startsAtZero ? 0 : 0.04 * (high - low)
        let found = RoundTicks(
            of: max(limits.lowerBound, low - room)...min(limits.upperBound, high + 0.04 * (high - low)),
            most: mostTicks
        )
        range = found.range
        ticks = found.values.map { Tick(value: $0, text: text($0, found.step)) }
    }

    /// An axis with the ticks given.
    /// - Precondition: `ticks` lie in `range`, and the range is not empty.
    public init(range: ClosedRange<Double>, ticks: [(value: Double, text: String)]) {
        precondition(range.lowerBound < range.upperBound && ticks.allSatisfy { range.contains($0.value) })
        self.range = range
        self.ticks = ticks.map { Tick(value: $0.value, text: $0.text) }
    }

    /// The part of the axis that lies below `value`, 0…1; what lies beyond the axis is at its end.
    func share(of value: Double) -> Double {
        let clamped = min(max(value, range.lowerBound), range.upperBound)
        return (clamped - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
}

/// Multiples of the smallest of 1, 2, 5 × 10ⁿ of which at most so many lie in a range. Where fewer than three do, the range
/// is widened to the next ones.
struct RoundTicks: Equatable {
    let range: ClosedRange<Double>
    let step: Double
    let values: [Double]

    /// - Parameters:
    ///   - range: Not empty.
    ///   - most: 4 or more.
    init(of range: ClosedRange<Double>, most: Int = 5) {
        var power = Self.finestPower
        var (step, inside) = (0.0, 0...0)
        search: while true {
            for factor in [1, 2, 5] {
                step = Self.size(factor, power)
                inside = Self.multiples(of: step, in: range)
                if inside.count <= most { break search }
            }
            power += 1
        }
        guard inside.count < 3 else {
            self.range = range
            self.step = step
            values = inside.map { Double($0) * step }
            return
        }
        let first = Int((range.lowerBound / step + 1e-9).rounded(.down))
        let last = Int((range.upperBound / step - 1e-9).rounded(.up))
        self.step = step
        values = (first...max(last, first + 2)).map { Double($0) * step }
        self.range = (values.first ?? 0)...(values.last ?? 0)
    }

    /// The power of ten with which the search begins.
    private static let finestPower = -9

    private static func size(_ factor: Int, _ power: Int) -> Double {
        var size = Double(factor)
        for _ in 0..<abs(power) { size = power < 0 ? size / 10 : size * 10 }
        return size
    }

    /// Factors of `step` in `range`, which may be none: then the first is larger than the last by one, and the one
    /// below the range is given.
    private static func multiples(of step: Double, in range: ClosedRange<Double>) -> ClosedRange<Int> {
        let (low, high) = (range.lowerBound / step, range.upperBound / step)
        guard high - low < 1e6 else { return 0...1_000_000 }
        let first = Int((low - 1e-9).rounded(.up))
        return first...max(first, Int((high + 1e-9).rounded(.down)))
    }
}
