internal import Calendars
internal import Funnel
internal import JSONText
internal import Settings

extension FunnelReport {
    /// What is said beside the counts of one week, the given one or the newest that is over, as lines of text: what each step
    /// would bring, what is expected of young weeks, what moved in the mix, and first and last touch. Empty where there is
    /// nothing to say.
    func judgementTable(week: Week?) -> String {
        guard let metrics, let newest = week ?? metrics.newestCompleteWeek?.week,
            let own = metrics.weeks.first(where: { $0.week == newest })
        else { return "" }
        let blocks =
            [gains(of: own), whatIf(upTo: newest, metrics), expected(metrics, week), mix(of: own)] + touches(of: newest)
        return blocks.filter { $0.count > 1 }.map { aligned($0) + "\n" }.joined()
    }

    private func id(_ stage: Int) -> String { settings.definition.countedStages[stage].id }

    private func gains(of week: WeekMetrics) -> [[String]] {
        let header = ["gain \(week.week)", "", "%", "low", "high", "reference", "a week", "from", "to"]
        return [header]
            + week.gains.map { gain -> [String] in
                let interval = gain.rate.interval
                let worth = gain.gain
                return [id(gain.stage), gain.verdict?.rawValue ?? ""]
                    + [gain.rate.rate, interval?.lowerBound, interval?.upperBound, gain.reference].map { percent($0) }
                    + [worth?.entities, worth?.interval.lowerBound, worth?.interval.upperBound].map { decimal($0) }
            }
    }

    private func whatIf(upTo week: Week, _ metrics: FunnelMetrics) -> [[String]] {
        let rows = metrics.whatIf(upTo: week).flatMap { step in
            step.cases.map { one -> [String] in
                [id(step.stage), one.origin.words, percent(one.rate), decimal(one.gain?.entities)]
            }
        }
        return [["what if", "at", "%", "a week"]] + rows
    }

    /// Of the weeks that are not final.
    private func expected(_ metrics: FunnelMetrics, _ week: Week?) -> [[String]] {
        let weeks = metrics.weeks.filter { week == nil || $0.week == week }
        let rows = weeks.flatMap { own in
            own.cohort.stages.indices.compactMap { stage -> [String]? in
                guard let expected = own.cohort.stages[stage].expectedFromFirst else { return nil }
                let ends = [expected.interval.lowerBound, expected.interval.upperBound]
                return ["\(own.week)", id(stage)] + ([expected.rate] + ends).map { percent($0) }
            }
        }
        return [["expected of all entrants", "", "%", "low", "high"]] + rows
    }

    private func mix(of week: WeekMetrics) -> [[String]] {
        let rows = week.cohort.breakdowns.indices.flatMap { index -> [[String]] in
            let dimensions = week.cohort.breakdowns[index].dimensions
            guard !dimensions.contains(BreakdownPlan.segments) else { return [] }
            return settings.definition.countedStages.indices.dropFirst().compactMap { stage in
                guard let effect = week.mixEffect(on: stage, by: index) else { return nil }
                let parts = [effect.change, effect.rateEffect, effect.mixEffect]
                return [dimensions.joined(separator: ","), id(stage)] + parts.map { percent($0) }
            }
        }
        return [["change since the week before, by", "", "points", "rates", "mix"]] + rows
    }

    private func touches(of week: Week) -> [[[String]]] {
        touches.map { touch in
            let rows = touch.values(in: [week]).map { value -> [String] in
                let counts = [value.first, value.last].flatMap { [$0.denominator, $0.numerator] }
                return [value.value] + counts.map(String.init)
            }
            return [["\(touch.dimension) \(week)", "first touch", "came through", "last touch", "came through"]] + rows
        }
    }
}

extension WhatIf.Origin {
    fileprivate var words: String {
        switch self {
        case .target: "target"
        case .bestQuarter(let first, let last): "\(first) to \(last)"
        case .bestValue(let value, let dimension): "\(dimension) \(value)"
        }
    }
}

/// With one decimal, without a sign of its unit; `nil` is a dash.
private func percent(_ fraction: Double?) -> String { decimal(fraction.map { $0 * 100 }) }

private func decimal(_ number: Double?) -> String {
    number.map { JSON.number(($0 * 10).rounded() / 10).text() } ?? "—"
}
