internal import Calendars
internal import Figures
internal import Funnel

/// The numbers of one stage that notes can ask for, as text.
struct NotedNumbers {
    let say: FunnelWords
    let metrics: FunnelMetrics
    let stage: Int

    private var words: Words { say.words }

    /// The number; `nil` where there is none, or none yet.
    func text(_ number: NumberRequest.Number) -> String? {
        switch number {
        case .count: settled?.count.map(say.count)
        case .rate: rate(settled?.fromPrevious)
        case .rateFromFirst: rate(settled?.fromFirst)
        case .lost: settled?.lost.map(say.count)
        case .target: target
        case .change: change
        case .gain: gain
        case .week: settledWeek.map { words.weekTitle($0.week) }
        case .medianDays: time.map { days($0.medianSeconds) }
        case .p80Days: time.map { days($0.p80Seconds) }
        case .measure: nil
        }
    }

    /// The newest week whose number at the stage is final.
    private var settledWeek: WeekMetrics? { metrics.weeks.last { $0.cohort.stages[stage].isMatured } }
    private var settled: StageMetrics? { settledWeek?.cohort.stages[stage] }
    private var time: TimeToConvert? { metrics.total.stages[stage].timeFromFirst }

    /// With too small a base the two counts.
    private func rate(_ rate: ConversionRate?) -> String? {
        guard let rate, rate.denominator > 0, !rate.isLarger else { return nil }
        return say.shown(rate)?.rate ?? "\(say.count(rate.numerator))/\(say.count(rate.denominator))"
    }

    private var target: String? {
        let target = say.target(stage)
        return target?.rate.map(words.formats.percent) ?? target?.count.map(say.count)
    }

    private var change: String? {
        guard let judgement = metrics.newestCompleteWeek?.judgements[stage], let change = judgement.change else {
            return nil
        }
        return judgement.number == .rate ? words.points(change) : words.formats.signedPercent(change)
    }

    /// Further final entities a week, at the two ends of the rate's interval.
    private var gain: String? {
        guard let gain = metrics.newestCompleteWeek?.gains.first(where: { $0.stage == stage })?.gain else { return nil }
        let (low, high) = (gain.interval.lowerBound.rounded(), gain.interval.upperBound.rounded())
        return low == high ? say.count(Int(low)) : "\(say.count(Int(low)))–\(say.count(Int(high)))"
    }

    private func days(_ seconds: Int64) -> String { words.formats.number((Double(seconds) / 8640).rounded() / 10) }
}
