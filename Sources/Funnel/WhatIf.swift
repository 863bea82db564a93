public import Calendars

/// What a step would bring at rates that it, or a part of its entrants, has really had, or should have.
public struct WhatIf: Hashable, Sendable {
    /// Where a rate comes from.
    public enum Origin: Hashable, Sendable {
        /// The target of the site's settings.
        case target
        /// The best 13 matured weeks in a row, the first and last of them.
        case bestQuarter(Week, Week)
        /// The value with the best rate in the weeks taken together.
        case bestValue(String, of: String)
    }

    /// One rate, and what it would bring.
    public struct Case: Hashable, Sendable {
        /// Where the rate comes from.
        public var origin: Origin
        /// The rate, a fraction.
        public var rate: Double
        /// Further final entities a week; none where the step is better already. `nil` where a later step has no rate.
        public var gain: Gain?
    }

    /// The stage that the step leads to.
    public var stage: Int
    /// How many matured weeks were taken together, at most 4.
    public var weeks: Int
    /// Those weeks' rate.
    public var rate: ConversionRate
    /// Target, best quarter, best value: as many of them as there are.
    public var cases: [Case]
}

extension FunnelMetrics {
    /// What would happen if each mandatory step had its target, the rate of its best quarter, or that of its best channel:
    /// from the matured weeks up to `week`. None under `cohort: every`, and none before a week has matured.
    public func whatIf(upTo week: Week) -> [WhatIf] {
        let settled = settledWeeks(upTo: week)
        guard hasGains, let newest = settled.last else { return [] }
        let finder = finder(over: settled.map(\.cohort.stages), settled)
        let breakdown = channelBreakdown(of: newest)
        return finder.gains.map { step in
            let cases: [(WhatIf.Origin, Double)?] = [
                step.origin == .target ? step.reference.map { (.target, $0) } : nil,
                bestQuarter(of: step.stage, in: settled),
                breakdown.flatMap { bestValue(of: step.stage, in: settled.suffix(step.weeks), breakdown: $0) },
            ]
            return WhatIf(
                stage: step.stage,
                weeks: step.weeks,
                rate: step.rate,
                cases: cases.compactMap(\.self).map { origin, rate in
                    WhatIf.Case(origin: origin, rate: rate, gain: finder.gain(of: step.stage, at: rate))
                }
            )
        }
    }

    /// The best rate of 13 matured weeks in a row, of equal ones the earliest.
    private func bestQuarter(of stage: Int, in settled: [WeekMetrics]) -> (WhatIf.Origin, Double)? {
        guard settled.count >= Self.weeksOfQuarter, view == .activity || funnel.cohort != .person else { return nil }
        var best: (WhatIf.Origin, Double)?
        for first in 0...(settled.count - Self.weeksOfQuarter) {
            let quarter = settled[first..<(first + Self.weeksOfQuarter)]
            let rate = GainFinder.rate(of: stage, in: quarter.map(\.cohort.stages))
            guard rate.denominator >= ControlChart.smallestBase, let share = rate.rate, share > best?.1 ?? -1 else {
                continue
            }
            best = (.bestQuarter(settled[first].week, settled[first + Self.weeksOfQuarter - 1].week), share)
        }
        return best
    }

    /// The breakdown by `channel`, else the first by one column; none of segments, which overlap.
    private func channelBreakdown(of week: WeekMetrics) -> Int? {
        let single = week.cohort.breakdowns.indices.filter { index in
            let dimensions = week.cohort.breakdowns[index].dimensions
            return dimensions.count == 1 && isColumn(dimensions[0])
        }
        return single.first { week.cohort.breakdowns[$0].dimensions == ["channel"] } ?? single.first
    }

    private func isColumn(_ dimension: String) -> Bool {
        if case .column = funnel.dimensions.first(where: { $0.id == dimension })?.origin { return true }
        return false
    }

    /// The best of the values that have at least 30 entrants in the weeks together; none where only one has. A missing value
    /// is no example to follow, nor is one of which something is not told.
    private func bestValue(
        of stage: Int,
        in weeks: ArraySlice<WeekMetrics>,
        breakdown: Int
    ) -> (WhatIf.Origin, Double)? {
        let values = weeks.flatMap { $0.cohort.breakdowns[breakdown].values }
        let rates = Dictionary(grouping: values) { $0.values[0] }
            .filter { $0.value.allSatisfy { !$0.stages[stage].suppressed.contains(.fromPrevious) } }
            .map { value, parts in (value: value, rate: GainFinder.rate(of: stage, in: parts.map(\.stages))) }
            .filter { $0.rate.denominator >= ControlChart.smallestBase && $0.rate.rate != nil }
            .sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
        guard rates.count > 1 else { return nil }
        var best: (value: String, share: Double)?
        for (value, rate) in rates where value != Dimension.missingValue {
            if let share = rate.rate, share > best?.share ?? -1 { best = (value, share) }
        }
        let dimension = weeks.last?.cohort.breakdowns[breakdown].dimensions[0] ?? ""
        return best.map { (.bestValue($0.value, of: dimension), $0.share) }
    }
}
