internal import Figures
internal import Funnel

/// The rates of a funnel's latest 52 weeks as lines for the archive; a line ends where they are not final: beside final
/// ones, young rates would look like a fall.
struct YearSparkline {
    let metrics: FunnelMetrics

    /// The whole way, from the first stage to the last; `nil` with fewer than six known weeks.
    var wholeWay: Sparkline? { line { $0.stages.last?.fromFirst } }

    /// The step to `stage`, not the first; `nil` with fewer than six known weeks.
    func step(to stage: Int) -> Sparkline? { line { $0.stages[stage].fromPrevious } }

    private func line(_ rate: (CohortMetrics) -> ConversionRate?) -> Sparkline? {
        let values = metrics.weeks.suffix(Sparkline.yearWeeks).map { week -> Double? in
            guard week.cohort.stages.last?.isMatured == true, let rate = rate(week.cohort),
                rate.denominator >= FunnelWords.smallestBase
            else { return nil }
            return rate.rate
        }
        return Sparkline.isShown(values) ? Sparkline(values, width: 208) : nil
    }
}
