internal import Calendars
internal import Funnel
internal import JSONText
internal import Settings

extension Report {
    /// The tables of one week beside its counts, of all funnels, only those that hold anything.
    ///
    /// - `weeks/2026-W46/trends`: for each step with a signal, the newest of the weeks that it was held against; two funnels
    ///   with the same step and numbers have it once;
    /// - `…/what-if`: what each step would bring at its target and at its best rates;
    /// - `…/mix`: changes of rates, taken apart into rates and mix of each dimension's values;
    /// - `…/shares`: of which channels the entrants of the newest twelve weeks came, of the funnel that the week's page
    ///   breaks down;
    /// - `…/touch`: entrants by first and by last touch, of the 13 matured weeks up to this one.
    func sheets(beside week: Week) -> [DataSheet] {
        let tables: [(String, [JSON])] = [
            ("trends", trends(of: week)), ("what-if", funnels.flatMap { $0.whatIf(upTo: week) }),
            ("mix", funnels.flatMap { $0.mixes(of: week) }), ("shares", funnels.first?.shares(upTo: week) ?? []),
            ("touch", funnels.flatMap { $0.touches(upTo: week) }),
        ]
        return tables.filter { !$0.1.isEmpty }.map { DataSheet("weeks/\(week)/\($0.0)", of: $0.1) }
    }

    private func trends(of week: Week) -> [JSON] {
        var told: [(stage: String, trend: [StageJudgement.Point])] = []
        return funnels.flatMap { funnel in
            funnel.signalled(in: week).flatMap { stage, judgement -> [JSON] in
                let id = funnel.settings.definition.countedStages[stage].id
                guard !told.contains(where: { $0.stage == id && $0.trend == judgement.trend }) else { return [] }
                told.append((id, judgement.trend))
                return funnel.trend(of: id, judgement)
            }
        }
    }
}

extension FunnelReport {
    private var id: JSON { .string(settings.definition.id) }

    private func stage(_ index: Int) -> JSON { .string(settings.definition.countedStages[index].id) }

    /// The steps of a week whose rate is a signal.
    fileprivate func signalled(in week: Week) -> [(stage: Int, judgement: StageJudgement)] {
        let judgements = metrics?.weeks.first { $0.week == week }?.judgements ?? []
        return judgements.enumerated().filter { $1.number == .rate && $1.signal?.isProvisional == false }
            .map { (stage: $0.offset, judgement: $0.element) }
    }

    fileprivate func trend(of stage: String, _ judgement: StageJudgement) -> [JSON] {
        judgement.trend.suffix(13).map { point in
            .members([
                "funnel": id, "stage": .string(stage),
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

    fileprivate func whatIf(upTo week: Week) -> [JSON] {
        guard let metrics, let own = metrics.weeks.first(where: { $0.week == week }) else { return [] }
        return metrics.whatIf(upTo: week).flatMap { step in
            step.cases.map { one in
                let verdict = own.gains.first { $0.stage == step.stage }?.verdict
                return JSON.object(one.members).preceded(by: [
                    "funnel": id, "stage": stage(step.stage), "now": .optional(step.rate.rate, JSON.number),
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
