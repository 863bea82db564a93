public import Calendars

/// A play's `when`, understood: a condition over the numbers of the play's stage.
public struct PlayCondition: Hashable, Sendable {
    let expression: Expression

    /// Reads a condition and checks its types; no data are needed.
    /// - Throws: What is wrong, and at which byte of `text`.
    public init(_ text: String, vocabulary: StageVocabulary) throws(ExpressionError) {
        var parser = try ExpressionParser(text, vocabulary: vocabulary)
        expression = try parser.parse()
        try TypeCheck(vocabulary: vocabulary).checkCondition(expression)
    }

    /// Every value that it asks for, each once, in the order of the text.
    public var values: [StageValue] {
        var seen: Set<StageValue> = []
        return expression.values.filter { seen.insert($0).inserted }
    }

    /// Whether it holds, and the numbers that make it so.
    ///
    /// What compares with an unknown value is unknown: the condition holds only where it holds whatever the unknown
    /// values are (Kleene 1952).
    /// - Parameter observe: Gives a value's observation; `nil` where it is not known.
    public func outcome(_ observe: (StageValue) -> Observation?) -> Outcome {
        let observed = values.compactMap { value in observe(value).map { (value, $0) } }
        return Evaluation(Dictionary(uniqueKeysWithValues: observed)).outcome(of: expression)
    }

    /// What a condition came to.
    public struct Outcome: Hashable, Sendable {
        /// `nil` where unknown values leave it open.
        public var holds: Bool?
        /// The values of the comparisons that decided it, each once, in the order of the text.
        public var evidence: [Evidence]
    }
}

/// A value of a stage as it was observed in matured numbers.
public struct Observation: Hashable, Sendable {
    /// A number, or a word.
    public enum Content: Hashable, Sendable {
        /// A count, a fraction, days, or a measure in its unit.
        case number(Double)
        /// `up`, `down` or `none`.
        case text(String)
    }

    /// The value.
    public var content: Content
    /// How many entities or answers it rests on; `nil` for counts themselves.
    public var base: Int?
    /// Its 95 % interval, where it has one.
    public var interval: ClosedRange<Double>?
    /// The week of a measure, which needs no time to mature; `nil`: the stage's newest matured one.
    public var week: Week?

    /// A value with what it rests on.
    public init(_ content: Content, base: Int? = nil, interval: ClosedRange<Double>? = nil, week: Week? = nil) {
        self.content = content
        self.base = base
        self.interval = interval
        self.week = week
    }
}

/// A value that decided a condition.
public struct Evidence: Hashable, Sendable {
    /// What was asked for.
    public var value: StageValue
    /// What it was.
    public var observation: Observation
}

extension Expression {
    var values: [StageValue] {
        switch node {
        case .literal, .text: []
        case .value(let value): [value]
        case .negated(let inner), .not(let inner): inner.values
        case .arithmetic(let one, _, let other), .comparison(let one, _, let other), .and(let one, let other),
            .or(let one, let other):
            one.values + other.values
        }
    }
}

extension StageValue: CustomStringConvertible {
    /// As an expression writes it.
    public var description: String {
        let name =
            switch quantity {
            case .stage(let number): number.rawValue
            case .measure(let id): "measure(\"\(id)\")"
            }
        let part = selection.map { "(\($0.dimension) = \"\($0.value)\")" } ?? ""
        return (isPrevious ? "previous " : "") + name + part
    }
}
