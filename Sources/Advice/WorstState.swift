public import Calendars
public import Funnel

extension FunnelMetrics {
    /// The week in which a stage did worst: of a first stage the final week with the fewest entrants, of others the one with
    /// the lowest rate among those with enough entrants; the latest of equal ones. `nil` where no week says,
    /// and where no week has enough entrants.
    public func worstWeek(of stage: Int) -> Week? {
        let entrants = weeks.compactMap { $0.cohort.stages[0].count }.max() ?? 0
        guard entrants >= StageNumbers.smallestBase else { return nil }
        let known = weeks.compactMap { week -> (week: Week, value: Double)? in
            let metrics = week.cohort.stages[stage]
            guard metrics.isMatured else { return nil }
            if stage == 0 { return metrics.count.map { (week.week, Double($0)) } }
            guard let rate = metrics.fromPrevious, rate.denominator >= StageNumbers.smallestBase else { return nil }
            return rate.rate.map { (week.week, $0) }
        }
        return known.min { ($0.value, -$0.week.number) < ($1.value, -$1.week.number) }?.week
    }
}
