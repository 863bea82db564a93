internal import Calendars

/// One dimension's numbers by value and week, as far as they are told, now and at the age of each later week that matures.
struct ValueTable {
    let breakdown: Int
    /// The values to judge, those with most entrants first.
    let judged: [[String]]
    private let weeks: [Week]
    private let bases: [Int?]
    /// By value, then week, then stage.
    private let told: [[String]: [[AgedStage]]]
    private let aged: [[String]: any AgedWeeks]
    /// By week, then stage: whether its numbers may be held against those of the weeks before when they were as old.
    private let canLookBack: [[Bool]]

    /// Weeks that a judged one is held against: those of a range, and of a run before them.
    private static let mostWeeks = ControlChart.mostWeeks + 16

    init(_ metrics: FunnelMetrics, breakdown: Int, toldFrom least: Int?) {
        self.breakdown = breakdown
        let stages = metrics.funnel.stages.indices
        let total = metrics.total.breakdowns[breakdown].values
        let sorted = total.enumerated().sorted { one, other in
            (other.element.stages[0].count ?? -1, one.offset) < (one.element.stages[0].count ?? -1, other.offset)
        }
        judged = sorted.map(\.element)
            .filter { $0.values != [Dimension.otherValue] && $0.stages[0].count ?? .max >= ControlChart.smallestBase }
            .prefix(ValueMerging.mostValues).map(\.values)
        weeks = metrics.weeks.map(\.week)
        bases = stages.map(metrics.funnel.base)
        let isUnknown = metrics.valueHistory.absentIsUnknown
        let absent = stages.map { stage in
            isUnknown ? .unknown : AgedStage(count: 0, rate: stage == 0 ? nil : ConversionRate(0, of: 0))
        }
        let byWeek = metrics.weeks.map { week in
            week.cohort.breakdowns[breakdown].values
                .reduce(into: [[String]: [AgedStage]]()) { $0[$1.values] = $1.stages.map(AgedStage.init) }
        }
        let told = total.reduce(into: [[String]: [[AgedStage]]]()) { told, value in
            told[value.values] = byWeek.map { $0[value.values] ?? absent }
        }
        self.told = told
        let hasAges = metrics.valueHistory.aged.indices.contains(breakdown)
        let aged = hasAges ? metrics.valueHistory.aged[breakdown] : [:]
        self.aged = aged
        let bases = bases
        let isPerson = metrics.view == .cohort && metrics.funnel.cohort == .person
        canLookBack = metrics.weeks.indices.map { later in
            stages.map { stage in
                guard let least, !metrics.weeks[later].cohort.stages[stage].isMatured || isPerson else { return true }
                guard !metrics.isOfSegments(breakdown) else { return false }
                let looked = [stage] + [bases[stage]].compactMap(\.self)
                return told.allSatisfy { value, weeks in
                    (max(0, later - Self.mostWeeks)...later).allSatisfy { week in
                        looked.allSatisfy { stage in
                            guard weeks[week][stage].count != nil else { return false }
                            let age = aged[value]?.stage(stage, ofWeekAt: week, weeksEarlier: later - week)
                            return week == later || age?.count ?? 0 >= least
                        }
                    }
                }
            }
        }
    }

    /// How strictly each value is judged: by week, then stage, among those with enough cases.
    var rules: [[ChartRule]] {
        weeks.indices.map { week in
            bases.indices.map { stage in
                let count = judged.count { value in
                    let number = told[value]?[week][stage]
                    let cases = stage == 0 ? number?.count : number?.rate?.denominator
                    return cases ?? 0 >= ControlChart.smallestBase
                }
                return .value(among: max(1, count))
            }
        }
    }

    /// One value's numbers.
    func ages(of value: [String]) -> some AgedWeeks {
        ToldAges(
            weeks: weeks,
            now: told[value] ?? [],
            aged: aged[value],
            canLookBack: canLookBack,
            mostWeeks: Self.mostWeeks
        )
    }

    /// What the mix of entrants has to do with the week's signals; none where a number is not told, or nobody knows it.
    func mixes(of week: WeekMetrics, at index: Int, in metrics: FunnelMetrics) -> [SignalMix] {
        week.judgements.enumerated().compactMap { stage, judgement in
            guard let signal = judgement.signal, signal.kind == .beyond, let range = judgement.range, stage > 0,
                let everybody = judgement.trend.last?.rate
            else { return nil }
            let usual = judgement.trend.dropLast().filter { $0.value != nil }.suffix(range.weeks)
            let places = Set(usual.map(\.week))
            let isFinal = judgement.ageDays == nil
            let looked = weeks.indices.filter { places.contains(weeks[$0]) }
            let parts = told.keys.sorted { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }.map { value in
                let ages = ages(of: value)
                let before = looked.map { ages.stage(stage, ofWeekAt: $0, weeksEarlier: isFinal ? 0 : index - $0).rate }
                let now = told[value]?[index][stage].rate
                return (value: value[0], before: before, now: now)
            }
            guard parts.allSatisfy({ $0.now != nil && $0.before.allSatisfy { $0 != nil } }) else { return nil }
            let rates = parts.map { part in
                (
                    value: part.value, before: ConversionRate(sum: part.before.compactMap(\.self)),
                    now: part.now ?? ConversionRate(0, of: 0)
                )
            }
            guard let effect = MixEffect(rates), effect.now == everybody,
                effect.before == ConversionRate(sum: usual.compactMap(\.rate))
            else { return nil }
            let dimension = metrics.total.breakdowns[breakdown].dimensions[0]
            return SignalMix(stage: stage, dimension: dimension, effect: effect, range: range, signal: signal)
        }
    }
}

/// One value's numbers as they are told, and as they were where that may be told.
private struct ToldAges: AgedWeeks {
    let weeks: [Week]
    let now: [[AgedStage]]
    let aged: (any AgedWeeks)?
    let canLookBack: [[Bool]]
    let mostWeeks: Int

    func stage(_ stage: Int, ofWeekAt index: Int, weeksEarlier: Int) -> AgedStage {
        guard weeksEarlier > 0 else { return now[index][stage] }
        guard weeksEarlier <= mostWeeks, canLookBack[index + weeksEarlier][stage] else { return .unknown }
        return aged?.stage(stage, ofWeekAt: index, weeksEarlier: weeksEarlier) ?? .unknown
    }
}

extension ConversionRate {
    fileprivate init(sum rates: [ConversionRate]) {
        self.init(rates.reduce(0) { $0 + $1.numerator }, of: rates.reduce(0) { $0 + $1.denominator })
    }
}
