internal import Funnel
internal import JSONText
internal import Settings

extension TestReport {
    /// The test in its stable form.
    var json: JSON {
        let plan = comparison.plan
        return .members([
            "id": .string(settings.id), "source": .string(settings.source), "funnel": .string(funnel),
            "stage": .string(settings.stage), "state": .string(comparison.state.rawValue),
            "control": .optional(comparison.control) { .string($0.value) },
            "sample": .members([
                "baseline": .optional(plan.baseline, JSON.number), "detect": .optional(plan.detect, JSON.number),
                "power": .number(plan.power), "needed": .optional(comparison.needed, JSON.integer),
                "reached": .array(
                    comparison.variants.map { .integer($0.stages[plan.stage].fromFirst?.denominator ?? 0) }
                ),
            ]),
            "sample_ratio": .optional(comparison.sampleRatio, \.json),
            "variants": .array(comparison.variants.map { $0.json(stages.map(\.id)) }),
        ])
    }
}

extension SampleRatio {
    fileprivate var json: JSON {
        .members(["chi_square": .number(chiSquare), "p": .number(pValue), "mismatch": .bool(isMismatch)])
    }
}

extension VariantTest.Variant {
    fileprivate func json(_ stages: [String]) -> JSON {
        .members([
            "value": .string(value), "entrants": .integer(entrants), "verdict": .string(verdict.rawValue),
            "stages": .array(stageMembers(stages)),
        ])
    }

    /// One a stage.
    func stageMembers(_ stages: [String]) -> [JSON] {
        self.stages.indices.map { index in
            .members([
                "id": .string(stages[index]), "count": .optional(self.stages[index].count, JSON.integer),
                "from_previous": .optional(self.stages[index].fromPrevious, \.countedJSON),
                "from_first": .optional(self.stages[index].fromFirst, \.countedJSON),
                "difference_from_previous": .optional(fromPrevious[index], \.json),
                "difference_from_first": .optional(fromFirst[index], \.json),
            ])
        }
    }
}

extension VariantTest.Comparison {
    fileprivate var json: JSON {
        .members([
            "difference": .number(difference.value), "low": .number(difference.interval.lowerBound),
            "high": .number(difference.interval.upperBound), "p": .number(difference.pValue),
            "p_adjusted": .number(adjustedP), "found": .bool(isFound),
        ])
    }
}
