public import Calendars
internal import Funnel
public import JSONText
internal import Records
internal import Settings

extension Report {
    /// The numbers in their stable form, schema 1.
    ///
    /// - Parameter week: Only this week; `nil`: all.
    public func json(week: Week? = nil) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("schema", .integer(1)),
            ("as_of", .optional(asOf) { .string(zone.timestamp($0)) }),
            ("sources", .object(sources.map { ($0.id, $0.json) })),
            ("funnels", .array(funnels.map { $0.json(week: week, zone: zone) })),
        ]
        if !measures.isEmpty { members.append(("measures", .array(measures.map(\.json)))) }
        return .object(members)
    }
}

extension SourceAccount {
    fileprivate var json: JSON {
        .members([
            "read": .integer(tally.read), "used": .integer(use.used), "other": .integer(use.other),
            "after_as_of": .integer(use.afterAsOf), "rejected": .integer(tally.rejected),
        ])
    }
}

extension FunnelReport {
    fileprivate func json(week: Week?, zone: Zone) -> JSON {
        let definition = settings.definition
        let weeks = (metrics?.weeks ?? []).filter { week == nil || $0.week == week }
        let stages = definition.countedStages
        var members: [(key: String, value: JSON)] = [
            ("id", .string(definition.id)),
            ("view", .string((metrics?.view ?? .cohort).rawValue)),
            ("cohort", .string(definition.cohort.rawValue)),
            ("order", .string(definition.order.rawValue)),
            ("window_seconds", .optional(definition.windowSeconds) { .integer(Int($0)) }),
            ("as_of", .optional(metrics) { .string(zone.timestamp($0.timeline.instant(at: $0.asOf))) }),
            ("rows", use.json),
            (
                "weeks",
                .array(weeks.map { $0.json(stages, restated: restatement(of: $0.week)?.json(stages, zone: zone)) })
            ),
            ("total", .optional(metrics) { .object($0.total.members(stages)) }),
            ("total_matured", .optional(metrics) { .object($0.totalMatured.members(stages)) }),
        ]
        if let pipeline {
            let figures = figures?.members(stages.map(\.id), pipeline.outcomes, week: week) ?? []
            members.append(("pipeline", .object(pipeline.members(zone: zone) + figures)))
        }
        if let handOff { members.append(("hand_off", handOff.json(definition.stages.map(\.id)))) }
        return .object(members)
    }
}

extension RowUse {
    fileprivate var json: JSON {
        .members(["used": .integer(used), "other": .integer(other), "after_as_of": .integer(afterAsOf)])
    }
}

extension WeekMetrics {
    fileprivate func json(_ stages: [Stage], restated: JSON?) -> JSON {
        let members = [("week", .string("\(week)")), ("age_days", .integer(ageDays))] + cohort.members(stages)
        return .object(members + (restated.map { [("restated", $0)] } ?? []))
    }
}

extension CohortMetrics {
    fileprivate func members(_ stages: [Stage]) -> [(key: String, value: JSON)] {
        [
            ("stages", .array(zip(stages, self.stages).map { $1.json(of: $0) })),
            ("by", .object(breakdowns.map { ($0.dimensions.joined(separator: ","), $0.json(stages)) })),
        ]
    }
}

extension BreakdownMetrics {
    fileprivate func json(_ stages: [Stage]) -> JSON {
        .array(
            values.map { part in
                let value = part.values.count == 1 ? .string(part.values[0]) : JSON.array(part.values.map(JSON.string))
                return .members(["value": value, "stages": .array(zip(stages, part.stages).map { $1.json(of: $0) })])
            }
        )
    }
}

extension StageMetrics {
    fileprivate func json(of stage: Stage) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("id", .string(stage.id)), ("count", .optional(count, JSON.integer)), ("matured", .bool(isMatured)),
            ("from_previous", .optional(fromPrevious, \.json)), ("from_first", .optional(fromFirst, \.json)),
        ]
        if stage.isOptional { members.append(("optional", .bool(true))) }
        if let timeFromFirst { members.append(("time_from_first", timeFromFirst.json)) }
        if let expected = expectedFromFirst {
            members.append(("expected_from_first", rateJSON(expected.rate, expected.interval)))
        }
        return .object(members)
    }
}

extension ConversionRate {
    var json: JSON {
        guard let rate, let interval else { return .null }
        return rateJSON(rate, interval)
    }
}

extension TimeToConvert {
    var json: JSON {
        .members([
            "n": .integer(conversions), "median_seconds": .integer(Int(medianSeconds)),
            "p80_seconds": .integer(Int(p80Seconds)),
        ])
    }
}

private func rateJSON(_ rate: Double, _ interval: ClosedRange<Double>) -> JSON {
    .members([
        "rate": .number(rate), "low": .number(interval.lowerBound), "high": .number(interval.upperBound),
    ])
}
