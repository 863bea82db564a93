internal import Calendars

extension FunnelMetrics {
    /// Puts together what the values of several breakdowns are held against, as their numbers were put together.
    ///
    /// - Parameter parts: One list a new breakdown: which of the old ones are in it, and what each of its values is called
    ///   there; `nil` for values that are not in it.
    public mutating func rearrangeValues(_ parts: [[(breakdown: Int, name: ([String]) -> [String]?)]]) {
        guard !valueHistory.aged.isEmpty else { return }
        valueHistory.aged = parts.map { parts in
            parts.reduce(into: [:]) { all, part in
                for (value, ages) in valueHistory.aged[part.breakdown] {
                    if let name = part.name(value) { all[name] = ages }
                }
            }
        }
    }

    /// Judges each value of each dimension as everybody's numbers are, and tells where a signal of all comes of the mix.
    ///
    /// What is not told is not looked at, so that verdicts give nothing away; young weeks are judged only where no number
    /// of those that they are held against is small. All but the twenty values with most entrants are passed over. Crossed
    /// dimensions are not judged.
    ///
    /// - Parameters:
    ///   - least: The smallest number that is told; `nil`: all are.
    ///   - threads: How many judge at a time; it makes no difference.
    public mutating func judgeValues(toldFrom least: Int?, threads: Int = 1) {
        let mixes = weeks.map { _ in [SignalMix]() }
        let found = total.breakdowns.indices.reduce(into: mixes) { mixes, index in
            guard total.breakdowns[index].dimensions.count == 1 else { return }
            let (table, dimension) = (
                ValueTable(self, breakdown: index, toldFrom: least), total.breakdowns[index].dimensions[0]
            )
            judge(table, threads: threads)
            guard !isOfSegments(index) else { return }
            for week in weeks.indices { mixes[week] += table.mixes(of: weeks[week], at: week, by: dimension) }
        }
        for week in weeks.indices { weeks[week].signalMixes = found[week] }
        valueHistory = ValueHistory()
    }

    /// Whether segments are among the breakdown's dimensions.
    func isOfSegments(_ breakdown: Int) -> Bool {
        funnel.dimensions.contains { total.breakdowns[breakdown].dimensions.contains($0.id) && !$0.canMerge }
    }

    private mutating func judge(_ table: ValueTable, threads: Int) {
        let (rules, metrics) = (table.rules, self)
        let judged = concurrently(table.judged, threads: threads) { value in
            let judge = Judge(
                funnel: metrics.funnel,
                ages: table.ages(of: value),
                neverSettles: metrics.view == .cohort && metrics.funnel.cohort == .person,
                rules: rules
            )
            return metrics.funnel.stages.indices.map { judge.judgements(of: $0, in: metrics.weeks) }
        }
        for (value, stages) in zip(table.judged, judged) {
            for week in weeks.indices {
                let values = weeks[week].cohort.breakdowns[table.breakdown].values
                guard let place = values.firstIndex(where: { $0.values == value }) else { continue }
                weeks[week].cohort.breakdowns[table.breakdown].values[place].judgements =
                    stages.map { $0[week].withoutHistory }
            }
        }
    }
}

extension StageJudgement {
    /// Without the weeks before the last one.
    fileprivate var withoutHistory: StageJudgement {
        var judgement = self
        judgement.trend = trend.suffix(2)
        return judgement
    }
}
