internal import Calendars
internal import Funnel
internal import JSONText

extension StageAnswers {
    /// How rounds that wait in a stage are answered, in its stable form.
    func json(_ names: PipelineNames, week: Week?) -> JSON {
        let to = names.stages.indices.contains(stage + 1) ? JSON.string(names.stages[stage + 1]) : .null
        return .members([
            "stage": .string(names.stages[stage]), "to": to, "acceptance": acceptance.countedJSON,
            "matured_acceptance": maturedAcceptance.countedJSON, "refused": names.json(refused),
            "waiting": .integer(waiting), "time": time.json,
            "sla_seconds": .optional(slaSeconds) { .integer(Int($0)) },
            "within_sla": .optional(withinSLA, \.countedJSON),
            "weeks": .array(weeks.filter { week == nil || $0.week == week }.map(\.json)),
        ])
    }
}

extension StageAnswers.Offers {
    fileprivate var json: JSON {
        .members([
            "week": .string("\(week)"), "acceptance": acceptance.countedJSON, "matured": .bool(isMatured),
            "within_sla": .optional(withinSLA, \.countedJSON),
        ])
    }
}

extension CensoredDurations {
    /// The plain quantiles of what is over, and those corrected for what is under way.
    var json: JSON {
        .members([
            "closed": .optional(closed, \.json), "corrected": .optional(corrected, \.json),
            "without_dates": .integer(withoutDates),
        ])
    }
}

extension Durations {
    var json: JSON {
        .members([
            "n": .integer(count), "median_seconds": .integer(Int(medianSeconds)),
            "p80_seconds": .integer(Int(p80Seconds)),
        ])
    }
}

extension SalesVelocity {
    /// The velocity with its four factors.
    func json(_ names: PipelineNames) -> JSON {
        .members([
            "deals": .integer(winRate.denominator), "win_rate": winRate.countedJSON, "won": names.json(won),
            "average_won_amount": names.hasAmounts ? .optional(won.mean, JSON.number) : .null,
            "median_cycle_seconds": .optional(cycle) { .integer(Int($0.medianSeconds)) },
            "amount_a_day": names.hasAmounts ? .optional(amountADay, JSON.number) : .null,
        ])
    }
}

extension ConversionRate {
    /// Both counts, and the rate with its interval, `null` where there is none.
    var countedJSON: JSON {
        .members([
            "n": .integer(numerator), "of": .integer(denominator), "rate": .optional(rate, JSON.number),
            "low": .optional(interval?.lowerBound, JSON.number), "high": .optional(interval?.upperBound, JSON.number),
        ])
    }
}
