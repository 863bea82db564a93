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
    private var canLookBack: [[Bool]]

    /// Weeks that a judged one is held against: those of a range, and of a run before them.
    private static let mostWeeks = ControlChart.mostWeeks + 16

    init(_ metrics: FunnelMetrics, breakdown: Int, toldFrom least: Int?) {
        self.breakdown = breakdown
        weeks = metrics.weeks.map(\.week)
        bases = metrics.funnel.stages.indices.map(metrics.funnel.base)
        judged = Self.largest(of: metrics.total.breakdowns[breakdown])
        told = Self.told(metrics, breakdown)
        aged = metrics.valueHistory.aged.indices.contains(breakdown) ? metrics.valueHistory.aged[breakdown] : [:]
        canLookBack = metrics.weeks.map { $0.cohort.stages.map { _ in true } }
        if let least { canLookBack = lookingBack(metrics, toldFrom: least) }
    }

    /// The values with most entrants, those taken together as others aside.
    private static func largest(of total: BreakdownMetrics) -> [[String]] {
        total.values.enumerated()
            .filter { $1.values != [Dimension.otherValue] }
            .sorted { one, other in
                (other.element.stages[0].count ?? -1, one.offset) < (one.element.stages[0].count ?? -1, other.offset)
            }
            .prefix(ValueMerging.mostValues).map(\.element.values)
    }

    /// Every value's numbers week by week; where a week does not have one, nobody's, or of counts unknown ones.
    private static func told(_ metrics: FunnelMetrics, _ breakdown: Int) -> [[String]: [[AgedStage]]] {
        let isUnknown = metrics.valueHistory.absentIsUnknown
        let absent = metrics.funnel.stages.indices.map { stage in
            isUnknown ? .unknown : AgedStage(count: 0, rate: stage == 0 ? nil : ConversionRate(0, of: 0))
        }
        let byWeek = metrics.weeks.map { week in
            week.cohort.breakdowns[breakdown].values
                .reduce(into: [[String]: [AgedStage]]()) { $0[$1.values] = $1.stages.map(AgedStage.init) }
        }
        return metrics.total.breakdowns[breakdown].values.reduce(into: [:]) { told, value in
            told[value.values] = byWeek.map { $0[value.values] ?? absent }
        }
    }

    /// Numbers of their age are looked at where neither they nor what the weeks say now is small or hidden, of any value:
    /// then there is nothing to be worked out. Segments overlap, and are left alone.
    private func lookingBack(_ metrics: FunnelMetrics, toldFrom least: Int) -> [[Bool]] {
        let isPerson = metrics.view == .cohort && metrics.funnel.cohort == .person
        return weeks.indices.map { later in
            bases.indices.map { stage in
                guard !metrics.weeks[later].cohort.stages[stage].isMatured || isPerson else { return true }
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
    func mixes(of week: WeekMetrics, at index: Int, by dimension: String) -> [SignalMix] {
        week.judgements.enumerated().compactMap { stage, judgement in
            guard let signal = judgement.signal, signal.kind == .beyond, let range = judgement.range, stage > 0 else {
                return nil
            }
            let usual = judgement.trend.dropLast().filter { $0.value != nil }.suffix(range.weeks)
            guard let effect = mixEffect(on: stage, at: index, since: usual, isFinal: judgement.ageDays == nil),
                effect.now == judgement.trend.last?.rate,
                effect.before == ConversionRate(sum: usual.compactMap(\.rate))
            else { return nil }
            return SignalMix(stage: stage, dimension: dimension, effect: effect, range: range, signal: signal)
        }
    }

    /// A week held against some weeks before it together, all final or all at its age.
    private func mixEffect(
        on stage: Int,
        at index: Int,
        since usual: some Sequence<StageJudgement.Point>,
        isFinal: Bool
    ) -> MixEffect? {
        let places = Set(usual.map(\.week))
        let looked = weeks.indices.filter { places.contains(weeks[$0]) }
        var parts: [(value: String, before: ConversionRate, now: ConversionRate)] = []
        for value in told.keys.sorted(by: { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }) {
            let ages = ages(of: value)
            let before = looked.map { ages.stage(stage, ofWeekAt: $0, weeksEarlier: isFinal ? 0 : index - $0).rate }
            guard let now = told[value]?[index][stage].rate, before.allSatisfy({ $0 != nil }) else { return nil }
            parts.append((value[0], ConversionRate(sum: before.compactMap(\.self)), now))
        }
        return MixEffect(parts)
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
