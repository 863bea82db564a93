/// Finds out what an expression's parts are, before any data are read.
struct TypeCheck {
    let vocabulary: StageVocabulary

    static let signals = ["up", "down", "none"]

    /// - Throws: The first fault, from the left.
    func checkCondition(_ expression: Expression) throws(ExpressionError) {
        let kind = try kind(of: expression)
        guard kind == .truth else {
            throw ExpressionError(.notCondition(kind), at: expression.range.lowerBound)
        }
    }

    private func kind(of expression: Expression) throws(ExpressionError) -> ValueKind {
        switch expression.node {
        case .literal(let literal): return literal.kind
        case .text: return .text
        case .value(let value): return vocabulary.kind(of: value)
        case .negated(let inner):
            let kind = try kind(of: inner)
            guard kind != .text, kind != .truth else {
                throw ExpressionError(.noArithmetic(kind), at: inner.range.lowerBound)
            }
            return kind
        case .arithmetic(let one, let operation, let other):
            return try kind(of: one, operation, other)
        case .comparison(let one, let comparison, let other):
            try check(one, comparison, other)
            return .truth
        case .not(let inner):
            try checkCondition(inner)
            return .truth
        case .and(let one, let other), .or(let one, let other):
            try checkCondition(one)
            try checkCondition(other)
            return .truth
        }
    }

    private func kind(
        of one: Expression,
        _ operation: Expression.Arithmetic,
        _ other: Expression
    ) throws(ExpressionError) -> ValueKind {
        let kinds = (try kind(of: one), try kind(of: other))
        for (kind, part) in [(kinds.0, one), (kinds.1, other)] where kind == .text || kind == .truth {
            throw ExpressionError(.noArithmetic(kind), at: part.range.lowerBound)
        }
        let result: ValueKind?
        switch operation {
        case .plus, .minus: result = try sum(kinds, of: one, other, isDifference: operation == .minus)
        case .times: result = Self.product(kinds)
        case .over: result = kinds.0 == kinds.1 ? .number : kinds.1 == .number ? kinds.0 : nil
        }
        guard let result else {
            throw ExpressionError(.mismatch(kinds.0, kinds.1), at: other.range.lowerBound)
        }
        return result
    }

    /// Beside a plain number a sum keeps the other's kind; two rates differ by points.
    private func sum(
        _ kinds: (ValueKind, ValueKind),
        of one: Expression,
        _ other: Expression,
        isDifference: Bool
    ) throws(ExpressionError) -> ValueKind? {
        switch kinds {
        case (.rate, .rate): return isDifference ? .points : .rate
        case (.rate, .points): return .rate
        case (.points, .rate): return isDifference ? nil : .rate
        case (.rate, .number), (.points, .number):
            if let number = other.plainNumber, number != 0 {
                throw ExpressionError(.barePoints(number), at: other.range.lowerBound)
            }
            return kinds.0
        case (.number, .rate), (.number, .points): return one.plainNumber == nil ? kinds.1 : nil
        case (.number, let kind), (let kind, .number): return kind
        default: return kinds.0 == kinds.1 ? kinds.0 : nil
        }
    }

    private static func product(_ kinds: (ValueKind, ValueKind)) -> ValueKind? {
        switch kinds {
        case (.number, let kind), (let kind, .number), (.rate, let kind), (let kind, .rate): kind
        case (.points, .count), (.count, .points): .count
        default: nil
        }
    }

    private func check(
        _ one: Expression,
        _ comparison: Expression.Comparison,
        _ other: Expression
    ) throws(ExpressionError) {
        let kinds = (try kind(of: one), try kind(of: other))
        guard kinds.0 != .truth, kinds.1 != .truth else {
            throw ExpressionError(.mismatch(kinds.0, kinds.1), at: other.range.lowerBound)
        }
        if kinds.0 == .text || kinds.1 == .text { return try checkTexts(one, comparison, other, kinds) }
        try checkNumber(one, beside: kinds.1, itself: kinds.0)
        try checkNumber(other, beside: kinds.0, itself: kinds.1)
        guard kinds.0 == kinds.1 || kinds.0 == .number || kinds.1 == .number else {
            throw ExpressionError(.mismatch(kinds.0, kinds.1), at: other.range.lowerBound)
        }
    }

    private func checkNumber(
        _ part: Expression,
        beside kind: ValueKind,
        itself: ValueKind
    ) throws(ExpressionError) {
        guard itself == .number, let number = part.plainNumber else { return }
        if kind == .rate, !(0...1).contains(number) {
            throw ExpressionError(.rateOutOfRange(number), at: part.range.lowerBound)
        }
        if kind == .points, number != 0 { throw ExpressionError(.barePoints(number), at: part.range.lowerBound) }
    }

    private func checkTexts(
        _ one: Expression,
        _ comparison: Expression.Comparison,
        _ other: Expression,
        _ kinds: (ValueKind, ValueKind)
    ) throws(ExpressionError) {
        guard kinds.0 == kinds.1 else {
            throw ExpressionError(.mismatch(kinds.0, kinds.1), at: other.range.lowerBound)
        }
        guard comparison == .equal || comparison == .notEqual else {
            throw ExpressionError(.noOrder(.text), at: other.range.lowerBound)
        }
        for part in [one, other] {
            if case .text(let text) = part.node, !Self.signals.contains(text) {
                throw ExpressionError(.unknownText(text, known: Self.signals), at: part.range.lowerBound + 1)
            }
        }
    }
}

extension Expression {
    /// The value of a number written without unit, reckoned with such numbers alone; `nil` for all else.
    var plainNumber: Double? {
        switch node {
        case .literal(let literal): literal.unit == .none ? literal.value : nil
        case .negated(let inner): inner.plainNumber.map { -$0 }
        case .arithmetic(let one, let operation, let other):
            one.plainNumber.flatMap { one in other.plainNumber.map { operation.result(one, $0) } }
        default: nil
        }
    }
}

extension Expression.Arithmetic {
    func result(_ one: Double, _ other: Double) -> Double {
        switch self {
        case .plus: one + other
        case .minus: one - other
        case .times: one * other
        case .over: one / other
        }
    }
}
