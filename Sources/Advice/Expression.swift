// Advice: what the numbers say to do, and what they say first. Metrics and plays in; ranked recommendations, each
// naming its evidence, and the week's finding out. It computes no metric, reads no file, formats nothing.

/// A condition or a part of one, with the bytes that it stands in.
struct Expression: Hashable, Sendable {
    indirect enum Node: Hashable, Sendable {
        case literal(Literal)
        case text(String)
        case value(StageValue)
        case negated(Expression)
        case arithmetic(Expression, Arithmetic, Expression)
        case comparison(Expression, Comparison, Expression)
        case not(Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
    }

    enum Arithmetic: Hashable, Sendable {
        case plus, minus, times, over
    }

    enum Comparison: Hashable, Sendable {
        case equal, notEqual, less, atMost, more, atLeast
    }

    var node: Node
    var range: Range<Int>
}

extension Expression.Comparison {
    init?(_ sign: ExpressionToken.Sign) {
        switch sign {
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .atMost: self = .atMost
        case .more: self = .more
        case .atLeast: self = .atLeast
        default: return nil
        }
    }

    /// What holds where this does not, both sides being known.
    var opposite: Self {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .atLeast
        case .atMost: .more
        case .more: .atMost
        case .atLeast: .less
        }
    }

    /// Whether it holds; fractions that differ by no more than rounding are equal.
    func holds(_ one: Double, _ other: Double) -> Bool {
        let isEqual = abs(one - other) <= 1e-12 * max(1, abs(one), abs(other))
        return switch self {
        case .equal: isEqual
        case .notEqual: !isEqual
        case .less: !isEqual && one < other
        case .atMost: isEqual || one < other
        case .more: !isEqual && one > other
        case .atLeast: isEqual || one > other
        }
    }
}
