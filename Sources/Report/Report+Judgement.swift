internal import Calendars
internal import Funnel
internal import JSONText

extension StageJudgement {
    /// What is added to a stage of a week.
    var members: [(key: String, value: JSON)] {
        let targets = [("rate", rateTarget), ("count", countTarget)].compactMap { name, state in
            state.map { (key: name, value: $0.json) }
        }
        return [
            ("judged", .string(number.rawValue)),
            ("change", .optional(change, JSON.number)),
            ("count_change", .optional(countChange, JSON.number)),
            ("compared_at_days", .optional(ageDays, JSON.integer)),
            ("range", .optional(range, \.json)),
            ("signal", .optional(signal, \.json)),
        ] + (targets.isEmpty ? [] : [("target", .object(targets))])
    }
}

extension NormalRange {
    var json: JSON {
        .members([
            "mean": .number(mean), "low": .number(low), "high": .number(high), "weeks": .integer(weeks),
            "method": .string(method.rawValue), "provisional": .bool(isProvisional),
        ])
    }
}

extension Signal {
    var json: JSON {
        .members([
            "direction": .string(direction.rawValue), "kind": .string(kind.rawValue),
            "provisional": .bool(isProvisional),
        ])
    }

    /// An arrow, with a question mark where it is provisional.
    var mark: String { (direction == .up ? "↑" : "↓") + (isProvisional ? "?" : "") }
}

extension TargetState {
    fileprivate var json: JSON {
        .members([
            "goal": .number(goal), "reached": .optional(isReached, JSON.bool),
            "crossed": .optional(crossed) { .string($0.rawValue) },
        ])
    }
}

extension StepGain {
    /// What the step would bring at its reference.
    var json: JSON {
        var members: [(key: String, value: JSON)] = [
            ("weeks", .integer(weeks)), ("base", .number(base)), ("lost", .number(lost)),
            ("rate", .optional(rate.rate, JSON.number)),
            ("low", .optional(rate.interval?.lowerBound, JSON.number)),
            ("high", .optional(rate.interval?.upperBound, JSON.number)),
            ("reference", .optional(reference, JSON.number)), ("reference_is", .optional(origin, \.json)),
        ]
        members += gain?.members ?? [("entities", isHidden ? .string(StageMetrics.suppressedText) : .null)]
        return .object(members + [("verdict", .optional(verdict) { .string($0.rawValue) })])
    }
}

extension StepGain.Origin {
    fileprivate var json: JSON {
        switch self {
        case .target: .string("target")
        case .quartile: .string("upper_quartile")
        }
    }
}

extension Gain {
    fileprivate var members: [(key: String, value: JSON)] {
        let own: [(key: String, value: JSON)] = [
            ("entities", .number(entities)), ("entities_low", .number(interval.lowerBound)),
            ("entities_high", .number(interval.upperBound)),
        ]
        guard let value, let range = valueInterval else { return own }
        return own + [
            ("value", .number(value)), ("value_low", .number(range.lowerBound)),
            ("value_high", .number(range.upperBound)),
        ]
    }
}

extension WhatIf {
    /// What would happen if.
    func json(_ stages: [Stage]) -> JSON {
        .members([
            "id": .string(stages[stage].id), "weeks": .integer(weeks), "rate": .optional(rate.rate, JSON.number),
            "cases": .array(cases.map { .object($0.members) }),
        ])
    }
}

extension WhatIf.Case {
    var members: [(key: String, value: JSON)] {
        let name: [(key: String, value: JSON)]
        switch origin {
        case .target: name = [("at", .string("target"))]
        case .bestQuarter(let first, let last):
            name = [("at", .string("best_quarter")), ("from", .string("\(first)")), ("to", .string("\(last)"))]
        case .bestValue(let value, let dimension):
            name = [("at", .string("best_value")), ("dimension", .string(dimension)), ("value", .string(value))]
        }
        return name + [("rate", .number(rate))] + (gain?.members ?? [("entities", .null)])
    }
}

extension MixEffect {
    /// The change of a step's rate, taken apart.
    func json(of stage: Stage) -> JSON {
        .members([
            "id": .string(stage.id), "change": .number(change), "rate_effect": .number(rateEffect),
            "mix_effect": .number(mixEffect), "verdict": .optional(verdict) { .string($0.rawValue) },
        ])
    }
}

extension SignalMix {
    /// A rate beyond its range, held against the usual mix.
    func json(_ stages: [Stage]) -> JSON {
        .members([
            "id": .string(stages[stage].id), "by": .string(dimension),
            "usual": .optional(effect.before.rate, JSON.number),
            "mix_effect": .number(effect.mixEffect), "rate_effect": .number(effect.rateEffect),
            "rate_of_usual_mix": .number(rateOfUsualMix), "mix_alone": .bool(isMixAlone),
        ])
    }
}

extension TouchComparison {
    /// The values of some weeks.
    func json(_ weeks: [Week]) -> JSON { .array(members(weeks)) }

    /// One a value.
    func members(_ weeks: [Week]) -> [JSON] {
        values(in: weeks).map { value in
            .members(["value": .string(value.value), "first": value.first.counts, "last": value.last.counts])
        }
    }
}

extension ConversionRate {
    fileprivate var counts: JSON {
        .members([
            "entered": .integer(denominator), "reached_last": .integer(numerator), "rate": .optional(rate, JSON.number),
        ])
    }
}
