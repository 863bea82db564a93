/// All numbers from one to another, either end with or without.
struct ValueRange: Hashable {
    var low: Double
    var high: Double
    var hasLow = true
    var hasHigh = true

    static let anything = ValueRange(low: -.infinity, high: .infinity)
    static let notNegative = ValueRange(low: 0, high: .infinity)
    static let fraction = ValueRange(low: 0, high: 1)

    static func exactly(_ number: Double) -> ValueRange { ValueRange(low: number, high: number) }

    var isEmpty: Bool { low > high || (low == high && !(hasLow && hasHigh)) }

    /// The numbers `x` for which `x comparison bound` holds; `!=` leaves nothing out that a range could show.
    init(_ comparison: Expression.Comparison, _ bound: Double) {
        self = .anything
        switch comparison {
        case .equal: self = .exactly(bound)
        case .notEqual: break
        case .less: (high, hasHigh) = (bound, false)
        case .atMost: high = bound
        case .more: (low, hasLow) = (bound, false)
        case .atLeast: low = bound
        }
    }

    init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    func meeting(_ other: ValueRange) -> ValueRange {
        var result = self
        if other.low > low || (other.low == low && !other.hasLow) {
            (result.low, result.hasLow) = (other.low, other.hasLow)
        }
        if other.high < high || (other.high == high && !other.hasHigh) {
            (result.high, result.hasHigh) = (other.high, other.hasHigh)
        }
        return result
    }

    static func + (one: Self, other: Self) -> Self {
        var sum = ValueRange(low: one.low + other.low, high: one.high + other.high)
        (sum.hasLow, sum.hasHigh) = (one.hasLow && other.hasLow, one.hasHigh && other.hasHigh)
        return sum
    }

    /// Closed, which is never too small.
    static func * (one: Self, other: Self) -> Self {
        func product(_ one: Double, _ other: Double) -> Double { one == 0 || other == 0 ? 0 : one * other }
        let corners = [
            product(one.low, other.low), product(one.low, other.high), product(one.high, other.low),
            product(one.high, other.high),
        ]
        return ValueRange(low: corners.min() ?? -.infinity, high: corners.max() ?? .infinity)
    }

    static func * (factor: Double, range: Self) -> Self {
        guard factor != 0 else { return .exactly(0) }
        var result = ValueRange(low: range.low * factor, high: range.high * factor)
        (result.hasLow, result.hasHigh) = (range.hasLow, range.hasHigh)
        guard factor < 0 else { return result }
        (result.low, result.high) = (result.high, result.low)
        (result.hasLow, result.hasHigh) = (result.hasHigh, result.hasLow)
        return result
    }
}
