/// Works out a condition over observed values.
struct Evaluation {
    private typealias Outcome = PlayCondition.Outcome

    private let observed: [StageValue: Observation]

    init(_ observed: [StageValue: Observation]) {
        self.observed = observed
    }

    func outcome(of condition: Expression) -> PlayCondition.Outcome {
        var outcome = judge(condition)
        var seen: Set<StageValue> = []
        outcome.evidence = outcome.evidence.filter { seen.insert($0.value).inserted }
        return outcome
    }

    private func judge(_ condition: Expression) -> Outcome {
        switch condition.node {
        case .comparison(let one, let comparison, let other):
            return compare(one, comparison, other)
        case .not(let inner):
            let outcome = judge(inner)
            return Outcome(holds: outcome.holds.map { !$0 }, evidence: outcome.evidence)
        case .and(let one, let other):
            return join(judge(one), judge(other), decisive: false)
        case .or(let one, let other):
            return join(judge(one), judge(other), decisive: true)
        case .literal, .text, .value, .negated, .arithmetic:
            return Outcome(holds: nil, evidence: [])
        }
    }

    /// One part that comes to `decisive` decides the whole, and gives its evidence alone.
    private func join(_ one: Outcome, _ other: Outcome, decisive: Bool) -> Outcome {
        let deciding = [one, other].filter { $0.holds == decisive }
        if !deciding.isEmpty { return Outcome(holds: decisive, evidence: deciding.flatMap(\.evidence)) }
        let isKnown = one.holds != nil && other.holds != nil
        return Outcome(holds: isKnown ? !decisive : nil, evidence: one.evidence + other.evidence)
    }

    private func compare(_ one: Expression, _ comparison: Expression.Comparison, _ other: Expression) -> Outcome {
        let evidence = (one.values + other.values).compactMap { value in
            observed[value].map { Evidence(value: value, observation: $0) }
        }
        let holds: Bool?
        if let left = text(one), let right = text(other) {
            holds = comparison == .equal ? left == right : left != right
        } else if let left = number(one), let right = number(other), left.isFinite, right.isFinite {
            holds = comparison.holds(left, right)
        } else {
            holds = nil
        }
        return Outcome(holds: holds, evidence: evidence)
    }

    private func text(_ expression: Expression) -> String? {
        switch expression.node {
        case .text(let text): return text
        case .value(let value):
            guard case .text(let text) = observed[value]?.content else { return nil }
            return text
        default: return nil
        }
    }

    private func number(_ expression: Expression) -> Double? {
        switch expression.node {
        case .literal(let literal): return literal.value
        case .value(let value):
            guard case .number(let number) = observed[value]?.content else { return nil }
            return number
        case .negated(let inner): return number(inner).map { -$0 }
        case .arithmetic(let one, let operation, let other):
            guard let left = number(one), let right = number(other) else { return nil }
            return operation.result(left, right)
        default: return nil
        }
    }
}
