internal import Figures
internal import Funnel

/// The latest 52 weeks of a funnel's rates as lines for the archive, each week as it stands; those not final are dashed.
struct YearSparkline {
    let metrics: FunnelMetrics

    /// The whole way, from the first stage to the last; `nil` with fewer than six known weeks.
    var wholeWay: Sparkline? { line { $0.stages.last?.fromFirst } }

    /// The step to `stage`, not the first; `nil` with fewer than six known weeks.
    func step(to stage: Int) -> Sparkline? { line { $0.stages[stage].fromPrevious } }

    private func line(_ rate: (CohortMetrics) -> ConversionRate?) -> Sparkline? {
        let weeks = metrics.weeks.suffix(Sparkline.yearWeeks)
        let values = weeks.map { week in
            rate(week.cohort).flatMap { $0.denominator >= FunnelWords.smallestBase ? $0.rate : nil }
        }
        guard Sparkline.isShown(values) else { return nil }
        let open = weeks.reversed().prefix { !($0.cohort.stages.last?.isMatured ?? false) }.count
        return Sparkline(values, maturing: open, width: 208)
    }
}
