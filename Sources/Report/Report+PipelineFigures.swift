internal import Calendars
internal import Funnel
internal import JSONText

extension PipelineFigures {
    /// The figures in their stable form, to stand beside the counts under `pipeline`.
    /// - Parameters:
    ///   - stages: The stages' ids.
    ///   - outcomes: The outcomes' ids.
    ///   - week: Only this week; `nil`: all.
    func members(_ stages: [String], _ outcomes: [String], week: Week?) -> [(key: String, value: JSON)] {
        let names = PipelineNames(
            stages: stages,
            outcomes: outcomes,
            hasAmounts: hasAmounts,
            knowsLosses: knowsLosses
        )
        return [
            (
                "weeks",
                .array(weeks.filter { week == nil || $0.week == week }.map { $0.json(names, target: targetAmount) })
            ),
            ("win_rate", .members(["closed": names.closed(closedWinRate), "created": createdWinRate.countedJSON])),
            ("cycle", cycle.json), ("velocity", velocity.json(names)),
            ("open", openJSON(names)),
            ("value_per_stage", .array(zip(stages, worth).map { $1.json($0, names) })),
            ("reasons", .array(reasons.all.map { $0.json(names) })),
            ("recycled", recycled.json(names)),
            ("hand_off", .optional(handOff) { $0.json(names, week: week) }),
            ("answers", .array(answers.map { $0.json(names, week: week) })),
            ("target_amount", .optional(targetAmount, JSON.number)),
            ("by", .object(breakdowns.map { ($0.id, .array($0.parts.map { $0.json(names) })) })),
        ]
    }

    private func openJSON(_ names: PipelineNames) -> JSON {
        .members([
            "count": .integer(open.map(\.count).reduce(0, +)), "value": names.json(openValue),
            "weighted_value": names.hasAmounts ? .optional(weightedValue, JSON.number) : .null,
            "stages": .array(zip(names.stages, open).map { $1.json($0, names) }),
        ])
    }
}

/// What a pipeline's JSON needs to know of it.
struct PipelineNames {
    let stages: [String]
    let outcomes: [String]
    let hasAmounts: Bool
    let knowsLosses: Bool

    /// A win rate on the closed basis, `null` where the source tells of no losses.
    func closed(_ rate: ConversionRate) -> JSON { knowsLosses ? rate.countedJSON : .null }

    /// By outcome, in their order.
    func json(_ counts: [Int]) -> JSON { .object(zip(outcomes, counts).map { ($0, .integer($1)) }) }

    /// The sum, `null` where the source has no amounts, and how many have one.
    func json(_ money: Money) -> JSON {
        func told(_ number: JSON) -> JSON { money.isHidden ? .string(StageMetrics.suppressedText) : number }
        return .members([
            "amount": told(hasAmounts ? .number(money.amount) : .null),
            "n": told(.integer(hasAmounts ? money.count : 0)), "without_amount": told(.integer(money.withoutAmount)),
        ])
    }
}

extension PipelineFigures.OneWeek {
    func json(_ names: PipelineNames, target: Double?) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("week", .string("\(week)")), ("complete", .bool(isComplete)),
            ("stages", .array(zip(names.stages, flows).map { $1.json($0, names) })),
            ("created", created.countedJSON), ("matured", .bool(isMatured)), ("closed", names.closed(closed)),
            ("won", names.json(won)),
        ]
        if let target { members.append(("of_target", .number(won.amount / target))) }
        return .object(members)
    }
}

extension StageFlow {
    func json(_ stage: String, _ names: PipelineNames) -> JSON {
        .members([
            "id": .string(stage), "open_at_start": .integer(openAtStart), "entered": .integer(entered),
            "advanced": .integer(advanced), "outcomes": names.json(endings), "open_at_end": .integer(openAtEnd),
        ])
    }
}

extension OpenDeals {
    func json(_ stage: String, _ names: PipelineNames) -> JSON {
        .members([
            "id": .string(stage), "count": .integer(count), "value": names.json(value),
            "probability": .optional(probability, JSON.number), "stated": .bool(isProbabilityStated),
            "weighted_value": names.hasAmounts ? .optional(weighted, JSON.number) : .null,
            "ageing": .array(ages(names)),
            "without_age": .integer(withoutAge),
            "stale_after_seconds": .optional(staleAfterSeconds) { .integer(Int($0)) },
            "stale": .optional(stale, names.json), "overdue": .optional(overdue, names.json),
        ])
    }
}

extension OpenDeals {
    /// One an age group.
    func ages(_ names: PipelineNames) -> [JSON] {
        zip(Self.ageGroups, zip(ageing, ageingValue)).map { group, found in
            .members(["from_days": .integer(group), "count": .integer(found.0), "value": names.json(found.1)])
        }
    }
}

extension StageWorth {
    func json(_ stage: String, _ names: PipelineNames) -> JSON {
        .members([
            "id": .string(stage), "win_rate": winRate.countedJSON, "won": names.json(won),
            "per_round": names.hasAmounts ? .optional(perRound, JSON.number) : .null,
        ])
    }
}

extension EndingReason {
    func json(_ names: PipelineNames) -> JSON {
        .members([
            "stage": .string(names.stages[stage]), "outcome": .string(names.outcomes[outcome]),
            "reason": .optional(reason, JSON.string), "count": .integer(count),
            "last_13_weeks": recent.map(JSON.integer) ?? .string(StageMetrics.suppressedText),
            "value": names.json(value),
        ])
    }
}

extension RecycledRounds {
    func json(_ names: PipelineNames) -> JSON {
        .members([
            "share": share.countedJSON, "not_back": .integer(notBack), "open": .integer(open), "won": .integer(won),
            "outcomes": names.json(endings),
        ])
    }
}

extension PipelinePart {
    func json(_ names: PipelineNames) -> JSON {
        let weeks = acceptedByWeek.isEmpty ? [] : [("accepted_by_week", JSON.array(weeksJSON))]
        return .object(members(names) + weeks)
    }

    /// A row a week.
    var weeksJSON: [JSON] {
        acceptedByWeek.map { week in
            .members([
                "week": .string("\(week.week)"),
                "accepted": week.count.map(JSON.integer) ?? .string(StageMetrics.suppressedText),
            ])
        }
    }

    private func members(_ names: PipelineNames) -> [(key: String, value: JSON)] {
        [
            ("value", .string(value)), ("rounds", .integer(rounds)), ("accepted", .integer(accepted)),
            ("worked", .integer(worked)), ("won", names.json(won)), ("won_count", .integer(won.rounds)),
            ("lost", .integer(lost)), ("open", names.json(open)), ("open_count", .integer(open.rounds)),
            ("win_rate", .members(["closed": names.closed(closedWinRate), "created": createdWinRate.countedJSON])),
            ("cycle", cycle.json), ("velocity", velocity.json(names)), ("first_action", firstAction.json),
        ]
    }
}
