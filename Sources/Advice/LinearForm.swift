/// A sum of multiples of values and a number; products and quotients of values stand in it as values of their own.
struct LinearForm {
    /// By the value's text, so that equal values meet.
    private(set) var factors: [String: Double] = [:]
    private(set) var constant = 0.0
    /// What each value can be.
    private(set) var ranges: [String: ValueRange] = [:]

    /// - Parameter range: What a value can be; `nil` where it is never known.
    /// - Returns: `nil` where the expression asks for something that is never known.
    init?(_ expression: Expression, range: (StageValue) -> ValueRange?) {
        switch expression.node {
        case .literal(let literal): self.init(nil, range: .exactly(literal.value))
        case .value(let value):
            guard let range = range(value) else { return nil }
            self.init(range.low == range.high ? nil : value.description, range: range)
        case .negated(let inner):
            guard let form = LinearForm(inner, range: range) else { return nil }
            self = form.scaled(by: -1)
        case .arithmetic(let one, let operation, let other):
            guard let left = LinearForm(one, range: range), let right = LinearForm(other, range: range) else {
                return nil
            }
            self = Self.combine(left, operation, right, name: "\(one.shape)\(operation)\(other.shape)")
        case .text, .comparison, .not, .and, .or: return nil
        }
    }

    private init(_ name: String?, range: ValueRange) {
        guard let name else {
            constant = range.low
            return
        }
        factors = [name: 1]
        ranges = [name: range]
    }

    /// One minus the other.
    init(_ one: LinearForm, minus other: LinearForm) { self = one.adding(other.scaled(by: -1)) }

    private static func combine(
        _ one: LinearForm,
        _ operation: Expression.Arithmetic,
        _ other: LinearForm,
        name: String
    ) -> LinearForm {
        switch operation {
        case .plus: one.adding(other)
        case .minus: LinearForm(one, minus: other)
        case .times where one.factors.isEmpty: other.scaled(by: one.constant)
        case .times where other.factors.isEmpty: one.scaled(by: other.constant)
        case .times: LinearForm(name, range: one.range * other.range)
        case .over where other.factors.isEmpty && other.constant != 0: one.scaled(by: 1 / other.constant)
        case .over: LinearForm(name, range: one.range.low >= 0 && other.range.low >= 0 ? .notNegative : .anything)
        }
    }

    private func adding(_ other: LinearForm) -> LinearForm {
        var sum = self
        sum.constant += other.constant
        sum.factors.merge(other.factors, uniquingKeysWith: +)
        sum.factors = sum.factors.filter { $0.value != 0 }
        sum.ranges.merge(other.ranges) { first, _ in first }
        return sum
    }

    func scaled(by factor: Double) -> LinearForm {
        var form = self
        form.constant *= factor
        form.factors = factors.mapValues { $0 * factor }.filter { $0.value != 0 }
        return form
    }

    /// The factor of the first value by name; `nil` of a plain number.
    var leadingFactor: Double? { factors.keys.min().flatMap { factors[$0] } }

    /// Everything that it can come to.
    var range: ValueRange { sum(of: ranges) + .exactly(constant) }

    /// The sum of its multiples of values, each within its range.
    func sum(of ranges: [String: ValueRange]) -> ValueRange {
        factors.keys.sorted().reduce(.exactly(0)) { sum, name in
            sum + (factors[name] ?? 0) * (ranges[name] ?? .anything)
        }
    }
}

extension Expression {
    /// Equal for equal expressions, wherever they stand.
    fileprivate var shape: String {
        switch node {
        case .literal(let literal): "\(literal)"
        case .text(let text): "\"\(text)\""
        case .value(let value): "\(value)"
        case .negated(let inner): "-(\(inner.shape))"
        case .not(let inner): "not(\(inner.shape))"
        case .arithmetic(let one, let operation, let other): "(\(one.shape) \(operation) \(other.shape))"
        case .comparison(let one, let comparison, let other): "(\(one.shape) \(comparison) \(other.shape))"
        case .and(let one, let other): "(\(one.shape) and \(other.shape))"
        case .or(let one, let other): "(\(one.shape) or \(other.shape))"
        }
    }
}
