public import Calendars
public import Funnel

/// A stage's matured numbers as a week's report knows them: what conditions of plays are held against.
///
/// All of them are of the newest week up to the report's whose number of the stage is final, `previous` of the week before
/// that; measures, of the newest week that is over. So a week's advice stays as it is when weeks are added.
public struct StageNumbers: Sendable {
    /// The funnel.
    public let metrics: FunnelMetrics
    /// The stage's index.
    public let stage: Int
    /// The week of the report.
    public let reportWeek: Week
    /// The newest week up to the report's with a final number; `nil`: none yet.
    public let week: Week?
    private let measures: [String: MeasureSeries]
    private let now: WeekMetrics?
    private let before: WeekMetrics?

    /// Below this base no rate is taken for one.
    public static let smallestBase = 30

    /// - Parameter measures: The site's measures by id.
    public init(of stage: Int, in metrics: FunnelMetrics, upTo reportWeek: Week, measures: [String: MeasureSeries]) {
        self.metrics = metrics
        self.stage = stage
        self.reportWeek = reportWeek
        self.measures = measures
        let matured = metrics.weeks.filter { $0.week <= reportWeek && $0.cohort.stages[stage].isMatured }
        now = matured.last
        week = now?.week
        let lastWeek = week?.advanced(by: -1)
        before = matured.dropLast().last { $0.week == lastWeek }
    }

    private var isFirst: Bool { stage == 0 }

    /// What was observed; `nil` where nobody knows. Numbers of any stages (`order: any`) are of none.
    public func observe(_ value: StageValue) -> Observation? {
        if case .measure(let id) = value.quantity { return measure(id, isPrevious: value.isPrevious) }
        guard metrics.funnel.order != .any, case .stage(let number) = value.quantity,
            let week = value.isPrevious ? before : now
        else { return nil }
        switch number {
        case .target: return metrics.funnel.stages[stage].target.rate.map { Observation(.number($0)) }
        case .targetCount: return metrics.funnel.stages[stage].target.count.map { Observation(.number(Double($0))) }
        case .signal: return signal(in: week)
        case .gain: return gain(isPrevious: value.isPrevious)
        case .medianDays: return time(in: week) { $0.medianSeconds }
        case .p80Days: return time(in: week) { $0.p80Seconds }
        case .share: return share(value.selection, in: week)
        case .change: return change(value.selection, in: week)
        case .count, .lost, .rate, .rateFromFirst:
            return stages(value.selection, in: week).flatMap { observe(number, of: $0[stage]) }
        }
    }

    private func observe(_ number: StageNumber, of stage: StageMetrics) -> Observation? {
        switch number {
        case .count: stage.count.map { Observation(.number(Double($0))) }
        case .lost:
            stage.lost.map { Observation(.number(Double($0)), base: stage.fromPrevious?.denominator) }
        case .rate: observe(stage.fromPrevious)
        default: observe(stage.fromFirst)
        }
    }

    private func observe(_ rate: ConversionRate?) -> Observation? {
        guard let rate, let value = rate.rate, rate.denominator >= Self.smallestBase else { return nil }
        return Observation(.number(value), base: rate.denominator, interval: rate.interval)
    }

    /// The stages of a value; `nil` where the week has no such value.
    private func stages(_ selection: StageValue.Selection?, in week: WeekMetrics) -> [StageMetrics]? {
        guard let selection else { return week.cohort.stages }
        let breakdown = week.cohort.breakdowns.first { $0.dimensions == [selection.dimension] }
        return breakdown?.values.first { $0.values == [selection.value] }?.stages
    }

    private func share(_ selection: StageValue.Selection?, in week: WeekMetrics) -> Observation? {
        guard let all = week.cohort.stages[stage].count, selection != nil else { return nil }
        let part = stages(selection, in: week).map { $0[stage].count } ?? 0
        return part.flatMap { observe(ConversionRate($0, of: all)) }
    }

    private func signal(in week: WeekMetrics) -> Observation? {
        guard week.judgements.indices.contains(stage) else { return nil }
        let judgement = week.judgements[stage]
        if let signal = judgement.signal { return Observation(.text(signal.direction.rawValue)) }
        return judgement.range == nil ? nil : Observation(.text("none"))
    }

    /// What is known of the step in the report's week, or in the week before it.
    private func gain(isPrevious: Bool) -> Observation? {
        let weeks = metrics.weeks.filter { $0.week <= reportWeek }
        let known = (isPrevious ? weeks.dropLast() : weeks[...]).last?.gains.first { $0.stage == stage }
        guard let known, let gain = known.gain else { return nil }
        return Observation(.number(gain.entities), base: known.rate.denominator, interval: gain.interval)
    }

    private func time(in week: WeekMetrics, _ seconds: (TimeToConvert) -> Int64) -> Observation? {
        guard let time = week.cohort.stages[stage].timeFromFirst else { return nil }
        return Observation(.number(Double(seconds(time)) / 86_400), base: time.conversions)
    }

    /// Of the first stage the count's, as a share; of others the rate's, in points.
    private func change(_ selection: StageValue.Selection?, in week: WeekMetrics) -> Observation? {
        guard let earlier = metrics.weeks.first(where: { $0.week == week.week.advanced(by: -1) }),
            earlier.cohort.stages[stage].isMatured, let now = stages(selection, in: week)?[stage],
            let before = stages(selection, in: earlier)?[stage]
        else { return nil }
        guard !isFirst else {
            guard let count = now.count, let old = before.count, old > 0 else { return nil }
            return Observation(.number(Double(count - old) / Double(old)), base: old)
        }
        guard let rate = now.fromPrevious, let old = before.fromPrevious,
            min(rate.denominator, old.denominator) >= Self.smallestBase,
            let difference = RateDifference(of: rate, less: old)
        else { return nil }
        return Observation(.number(difference.value), base: rate.denominator, interval: difference.interval)
    }

    private func measure(_ id: String, isPrevious: Bool) -> Observation? {
        let over = measures[id]?.points.filter { $0.isComplete && $0.week <= reportWeek } ?? []
        let points = isPrevious ? over.dropLast() : over[...]
        guard let point = points.last, let value = point.value else { return nil }
        if point.interval != nil, (point.base ?? 0) < Double(Self.smallestBase) { return nil }
        let base = point.base.flatMap { Int(exactly: $0) }
        return Observation(.number(value), base: base, interval: point.interval, week: point.week)
    }
}
