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
        if !tests.isEmpty { members.append(("tests", .array(tests.map(\.json)))) }
        if !measures.isEmpty { members.append(("measures", .array(measures.map(\.json)))) }
        members.append(("quality", .object(sources.map { ($0.id, $0.quality) })))
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

    fileprivate var quality: JSON {
        .members([
            "duplicates": .integer(duplicates),
            "gaps": .optional(volume) { .array($0.gaps.map(\.json)) },
            "jumps": .optional(volume) { .array($0.jumps.map(\.json)) },
            "looked_at": .optional(volume) { .string("\($0.unit.rawValue) a \($0.everyDays == 7 ? "week" : "day")") },
        ])
    }
}

extension VolumeCheck.Span {
    fileprivate var json: JSON { .members(["from": .string("\(first)"), "to": .string("\(last)")]) }
}

extension VolumeCheck.Jump {
    fileprivate var json: JSON {
        .members([
            "from": .string("\(days.first)"), "to": .string("\(days.last)"), "rows_a_day": .number(rowsADay),
            "usual": .number(usual),
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
            ("weeks", .array(weeks.map { json(of: $0, stages, zone: zone) })),
            ("total", .optional(metrics) { .object($0.total.members(stages)) }),
            (
                "total_matured",
                .optional(metrics) { .object($0.totalMatured.members(stages) { gains(ofValue: $0, in: $1) }) }
            ),
            ("what_if", .array(whatIf(week).map { $0.json(stages) })),
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

extension FunnelReport {
    fileprivate func json(of week: WeekMetrics, _ stages: [Stage], zone: Zone) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("week", .string("\(week.week)")), ("age_days", .integer(week.ageDays)),
        ]
        members += week.cohort.members(stages, judged: week)
        let mixes = mixes(of: week, stages)
        if !mixes.isEmpty { members.append(("mix", .object(mixes))) }
        if !week.signalMixes.isEmpty {
            members.append(("signal_mix", .array(week.signalMixes.map { $0.json(stages) })))
        }
        if let recommended = recommendations[week.week] { members.append(("recommendations", recommended)) }
        if !touches.isEmpty {
            members.append(("touch", .object(touches.map { ($0.dimension, $0.json([week.week])) })))
        }
        if let restated = restatement(of: week.week) { members.append(("restated", restated.json(stages, zone: zone))) }
        return .object(members)
    }

    /// The changes of the steps' rates, taken apart by each breakdown whose values share no entrants.
    private func mixes(of week: WeekMetrics, _ stages: [Stage]) -> [(key: String, value: JSON)] {
        week.cohort.breakdowns.indices.compactMap { index in
            let dimensions = week.cohort.breakdowns[index].dimensions
            guard !dimensions.contains(BreakdownPlan.segments) else { return nil }
            let effects = stages.indices.dropFirst().compactMap { stage in
                week.mixEffect(on: stage, by: index).map { $0.json(of: stages[stage]) }
            }
            return effects.isEmpty ? nil : (dimensions.joined(separator: ","), .array(effects))
        }
    }

    /// Of the given week, else of the newest that is over.
    private func whatIf(_ week: Week?) -> [WhatIf] {
        guard let metrics, let until = week ?? metrics.newestCompleteWeek?.week else { return [] }
        return metrics.whatIf(upTo: until)
    }

    /// What each step would bring among those with one value, in the newest matured weeks.
    private func gains(ofValue value: [String], in breakdown: Int) -> [StepGain] {
        guard let metrics, let until = metrics.newestCompleteWeek?.week else { return [] }
        return metrics.gains(upTo: until, ofValue: value, in: breakdown)
    }
}

extension CohortMetrics {
    /// - Parameters:
    ///   - week: The week that these are the numbers of, with what is judged of them; `nil` for several weeks together.
    ///   - gains: Gives the gains of one value of a breakdown.
    fileprivate func members(
        _ stages: [Stage],
        judged week: WeekMetrics? = nil,
        gains: ([String], Int) -> [StepGain] = { _, _ in [] }
    ) -> [(key: String, value: JSON)] {
        let own = stages.indices.map { index in
            self.stages[index].json(
                of: stages[index],
                judgement: week?.judgements[index],
                gain: week?.gains.first { $0.stage == index }
            )
        }
        let by = breakdowns.enumerated().map { index, breakdown in
            (breakdown.dimensions.joined(separator: ","), breakdown.json(stages) { gains($0, index) })
        }
        return [("stages", .array(own)), ("by", .object(by))]
    }
}

extension BreakdownMetrics {
    fileprivate func json(_ stages: [Stage], gains: ([String]) -> [StepGain]) -> JSON {
        .array(
            values.map { part in
                let value = part.values.count == 1 ? .string(part.values[0]) : JSON.array(part.values.map(JSON.string))
                let gains = gains(part.values)
                let own = stages.indices.map { index in
                    part.stages[index].json(
                        of: stages[index],
                        judgement: part.judgements.isEmpty ? nil : part.judgements[index],
                        gain: gains.first { $0.stage == index }
                    )
                }
                return .members(["value": value, "stages": .array(own)])
            }
        )
    }
}

extension StageMetrics {
    fileprivate func json(of stage: Stage, judgement: StageJudgement? = nil, gain: StepGain? = nil) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("id", .string(stage.id)), ("count", told(.count, .optional(count, JSON.integer))),
            ("matured", .bool(isMatured)),
            ("from_previous", told(.fromPrevious, .optional(fromPrevious, \.json))),
            ("from_first", told(.fromFirst, .optional(fromFirst, \.json))),
        ]
        if stage.isOptional { members.append(("optional", .bool(true))) }
        if let timeFromFirst { members.append(("time_from_first", timeFromFirst.json)) }
        if let expected = expectedFromFirst {
            members.append(("expected_from_first", rateJSON(expected.rate, expected.interval)))
        }
        if let judgement { members += judgement.members }
        if let gain { members.append(("gain", gain.json)) }
        return .object(members)
    }
}

extension StageMetrics {
    /// What stands in the place of a number that is not told.
    static let suppressedText = "suppressed"

    private func told(_ number: Suppressed, _ json: JSON) -> JSON {
        suppressed.contains(number) ? .string(Self.suppressedText) : json
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
