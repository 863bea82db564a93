internal import Calendars

/// Holds each week's numbers against those of the weeks before: final ones against final ones, young ones against those of
/// the same age.
struct Judge: Sendable {
    let funnel: FunnelDefinition
    let ages: any AgedWeeks
    /// Whether numbers beyond the first stage never are final, `cohort: person`.
    let neverSettles: Bool
    /// How strictly each week's stages are judged, by week, then stage; `nil`: as numbers that are looked at alone. Such
    /// numbers alone have targets.
    var rules: [[ChartRule]]?

    /// The weeks with what is judged of them.
    func judged(_ weeks: [WeekMetrics], threads: Int) -> [WeekMetrics] {
        let stages = concurrently(Array(funnel.stages.indices), threads: threads) { judgements(of: $0, in: weeks) }
        var judged = weeks
        for week in weeks.indices { judged[week].judgements += stages.map { $0[week] } }
        return judged
    }

    /// What is judged of one stage, one a week.
    func judgements(of stage: Int, in weeks: [WeekMetrics]) -> [StageJudgement] {
        let isFinal = weeks.map { $0.cohort.stages[stage].isMatured && !(neverSettles && stage > 0) }
        let final = weeks.indices.map { isFinal[$0] ? ages.stage(stage, ofWeekAt: $0, weeksEarlier: 0) : .unknown }
        let finalVerdicts = verdicts(on: final, stage, rules?.map { $0[stage] })
        return weeks.indices.map { index in
            let series: [AgedStage]
            let verdicts: [ControlChart.Verdict?]
            if isFinal[index] {
                (series, verdicts) = (Array(final[...index]), Array(finalVerdicts[...index]))
            } else {
                series = (0...index).map { ages.stage(stage, ofWeekAt: $0, weeksEarlier: index - $0) }
                verdicts = self.verdicts(
                    on: series,
                    stage,
                    rules.map { rules in series.map { _ in rules[index][stage] } }
                )
            }
            var judgement = judgement(of: stage, series, verdicts)
            judgement.ageDays = isFinal[index] ? nil : weeks[index].ageDays
            if rules == nil { setTargets(of: &judgement, stage, series, isFinal: isFinal[index]) }
            return judgement
        }
    }

    private func verdicts(
        on series: [AgedStage],
        _ stage: Int,
        _ rules: [ChartRule]?
    ) -> [ControlChart.Verdict?] {
        ControlChart.verdicts(
            on: series.map { stage == 0 ? $0.count.map(ControlChart.Point.init) : $0.point },
            rules: rules
        )
    }

    private func judgement(
        of stage: Int,
        _ series: [AgedStage],
        _ verdicts: [ControlChart.Verdict?]
    ) -> StageJudgement {
        let first = max(0, series.count - ControlChart.mostWeeks - 1)
        let trend = (first..<series.count).map { index in
            StageJudgement.Point(
                week: ages.weeks[index],
                value: stage == 0 ? series[index].count.map(Double.init) : series[index].rate?.rate,
                rate: series[index].rate,
                signal: verdicts[index]?.signal
            )
        }
        var judgement = StageJudgement(number: stage == 0 ? .count : .rate, trend: trend)
        judgement.range = verdicts.last??.range
        judgement.signal = verdicts.last??.signal
        if let now = series.last?.count, let before = series.dropLast().last?.count, before > 0 {
            judgement.countChange = Double(now - before) / Double(before)
        }
        if stage == 0 {
            judgement.change = judgement.countChange
        } else if let now = series.last?.rate?.rate, let before = series.dropLast().last?.rate?.rate {
            judgement.change = now - before
        }
        return judgement
    }

    /// Targets are of final numbers; a count that only grows may reach its own before.
    private func setTargets(of judgement: inout StageJudgement, _ stage: Int, _ series: [AgedStage], isFinal: Bool) {
        let target = funnel.order == .any ? StageTarget() : funnel.stages[stage].target
        let before = series.dropLast().last
        if let goal = target.rate, stage > 0 {
            let (now, was) = (series.last?.rate?.rate, before?.rate?.rate)
            judgement.rateTarget = state(of: isFinal ? now : nil, after: isFinal ? was : nil, goal: goal)
        }
        if let goal = target.count.map(Double.init) {
            let (now, was) = (series.last?.count.map(Double.init), before?.count.map(Double.init))
            let isSettled = isFinal || (now ?? 0) >= goal
            judgement.countTarget = state(of: isSettled ? now : nil, after: isFinal ? was : nil, goal: goal)
        }
    }

    private func state(of now: Double?, after before: Double?, goal: Double) -> TargetState {
        var state = TargetState(goal: goal, isReached: now.map { $0 >= goal })
        if let now, let before, (now >= goal) != (before >= goal) { state.crossed = now >= goal ? .up : .down }
        return state
    }
}

extension AgedStage {
    fileprivate var point: ControlChart.Point? { rate.flatMap { ControlChart.Point($0) } }
}
