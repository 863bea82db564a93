internal import Calendars
internal import Funnel
internal import JSONText
internal import Settings

extension Report {
    /// The tables of one week beside its counts, of all funnels, only those that hold anything.
    ///
    /// - `weeks/2026-W46/trends`: for each step with a signal, the weeks that it was held against;
    /// - `…/what-if`: what each step would bring at its target and at its best rates;
    /// - `…/mix`: changes of rates, taken apart into rates and mix of each dimension's values;
    /// - `…/shares`: of which channels the entrants of the newest twelve weeks came, of the funnel that the week's page
    ///   breaks down;
    /// - `…/touch`: entrants by first and by last touch, of the 13 matured weeks up to this one.
    func sheets(beside week: Week) -> [DataSheet] {
        let tables: [(String, [JSON])] = [
            ("trends", funnels.flatMap { $0.trends(of: week) }), ("what-if", funnels.flatMap { $0.whatIf(upTo: week) }),
            ("mix", funnels.flatMap { $0.mixes(of: week) }), ("shares", funnels.first?.shares(upTo: week) ?? []),
            ("touch", funnels.flatMap { $0.touches(upTo: week) }),
        ]
        return tables.filter { !$0.1.isEmpty }.map { DataSheet("weeks/\(week)/\($0.0)", of: $0.1) }
    }
}

extension FunnelReport {
    private var id: JSON { .string(settings.definition.id) }

    private func stage(_ index: Int) -> JSON { .string(settings.definition.countedStages[index].id) }

    fileprivate func trends(of week: Week) -> [JSON] {
        guard let own = metrics?.weeks.first(where: { $0.week == week }) else { return [] }
        return own.judgements.indices.flatMap { stage -> [JSON] in
            let judgement = own.judgements[stage]
            guard judgement.number == .rate, judgement.signal?.isProvisional == false else { return [] }
            return judgement.trend.map { point in
                .members([
                    "funnel": id, "stage": self.stage(stage),
                    "compared_at_days": .optional(judgement.ageDays, JSON.integer), "week": .string("\(point.week)"),
                    "passed": .optional(point.rate?.numerator, JSON.integer),
                    "came": .optional(point.rate?.denominator, JSON.integer),
                    "rate": .optional(point.rate?.rate, JSON.number),
                    "low": .optional(point.rate?.interval?.lowerBound, JSON.number),
                    "high": .optional(point.rate?.interval?.upperBound, JSON.number),
                    "signal": .optional(point.signal) { .string($0.direction.rawValue) },
                ])
            }
        }
    }

    fileprivate func whatIf(upTo week: Week) -> [JSON] {
        guard let metrics, let own = metrics.weeks.first(where: { $0.week == week }) else { return [] }
        return metrics.whatIf(upTo: week).flatMap { step in
            step.cases.map { one in
                let verdict = own.gains.first { $0.stage == step.stage }?.verdict
                return JSON.object(one.members).preceded(by: [
                    "funnel": id, "stage": stage(step.stage), "weeks": .integer(step.weeks),
                    "now": step.rate.countedJSON,
                    "verdict": .optional(verdict) { .string($0.rawValue) },
                ])
            }
        }
    }

    fileprivate func mixes(of week: Week) -> [JSON] {
        guard let metrics, let own = metrics.weeks.first(where: { $0.week == week }) else { return [] }
        let stages = settings.definition.countedStages
        return own.cohort.breakdowns.indices.flatMap { index -> [JSON] in
            let dimensions = own.cohort.breakdowns[index].dimensions
            guard !dimensions.contains(BreakdownPlan.segments) else { return [] }
            return stages.indices.dropFirst().compactMap { stage in
                own.mixEffect(on: stage, by: index)?.json(of: stages[stage])
                    .preceded(by: ["funnel": id, "by": .string(dimensions.joined(separator: ","))])
            }
        }
    }

    /// Nothing where a number of entrants is hidden.
    fileprivate func shares(upTo week: Week) -> [JSON] {
        guard let metrics, let last = metrics.weeks.firstIndex(where: { $0.week == week }),
            let place = metrics.total.breakdowns.firstIndex(where: { $0.dimensions == ["channel"] })
        else { return [] }
        let weeks = metrics.weeks[...last].suffix(12)
        let cells = weeks.map { (week: $0.week, values: $0.cohort.breakdowns[place].values) }
        let entries = cells.flatMap { $0.values.map { $0.stages[0] } }
        guard entries.allSatisfy({ !$0.suppressed.contains(.count) }) else { return [] }
        return cells.flatMap { week, values in
            values.map { part in
                .members([
                    "funnel": id, "week": .string("\(week)"), "channel": .string(part.values.joined(separator: ", ")),
                    "entrants": .optional(part.stages[0].count, JSON.integer),
                ])
            }
        }
    }

    fileprivate func touches(upTo week: Week) -> [JSON] {
        guard let metrics, metrics.view == .cohort, metrics.funnel.cohort != .every else { return [] }
        let weeks = metrics.settledWeeks(upTo: week).suffix(13).map(\.week)
        guard !weeks.isEmpty, metrics.weeks.contains(where: { $0.week == week }) else { return [] }
        return touches.flatMap { touch in
            touch.members(weeks).map {
                $0.preceded(by: ["funnel": id, "by": .string(touch.dimension), "weeks": .integer(weeks.count)])
            }
        }
    }
}
