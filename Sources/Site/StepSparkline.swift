internal import Figures
internal import Funnel

/// The latest weeks of a step's rate as a line in the step table: all final, or all at the age of the week shown.
struct StepSparkline {
    let judgement: StageJudgement

    /// `nil` where fewer than six of the twelve weeks have a rate of 30 entrants or more.
    var sparkline: Sparkline? {
        guard judgement.number == .rate else { return nil }
        let values = judgement.trend.suffix(Sparkline.usualWeeks).map(\.shownRate)
        guard Sparkline.isShown(values) else { return nil }
        return Sparkline(
            values,
            normalRange: judgement.range.map { $0.low...$0.high },
            maturing: judgement.ageDays == nil ? 0 : 1,
            end: judgement.firmSignal == nil ? .plain : .signal
        )
    }
}

extension StageJudgement.Point {
    /// The rate, where enough entrants stand behind it.
    var shownRate: Double? {
        rate.flatMap { $0.denominator >= FunnelWords.smallestBase ? $0.rate : nil }
    }
}

extension StageJudgement {
    /// A signal that is drawn in colour: one that stands on enough weeks.
    var firmSignal: Signal? { signal.flatMap { $0.isProvisional ? nil : $0 } }
}
