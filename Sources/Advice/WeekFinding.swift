public import Funnel

/// What a week of a funnel says first, and what stands behind it; words are made of it elsewhere.
public struct WeekFinding: Sendable {
    /// What the headline speaks of, the first that applies in this order.
    public enum Subject: Hashable, Sendable {
        /// The week is not over.
        case running
        /// Nobody knows how many entered.
        case unknown
        /// Nobody reached a stage that at least twenty reached the week before: its events may be missing.
        case broken(stage: Int)
        /// A signal of the step that is the bottleneck.
        case bottleneckSignal(stage: Int)
        /// A signal elsewhere.
        case signal(stage: Int)
        /// A target reached, or missed after it was reached.
        case target(stage: Int, isOfCount: Bool)
        /// Nobody entered, and that is nothing new.
        case nobody
        /// Numbers were judged, and all are as usual.
        case ordinary
        /// There is no week before.
        case first
        /// Too few entrants for rates, and too few weeks to judge their number.
        case small
        /// Too few weeks for a normal range.
        case early
    }

    /// What the headline speaks of.
    public var subject: Subject
    /// The stages with a signal, the weightiest first.
    public var signals: [Int]
    /// The stages of which anything was judged.
    public var judged: [Int]
    /// The stage whose rate changed most since the week before, among those with enough entrants; `nil` where none can
    /// be compared.
    public var largestChange: Int?
    /// The step that matters most, as far as the matured weeks tell.
    public var step: StepGain?

    /// So many must have come to a stage the week before for nobody now to look like missing events.
    public static let leastBefore = 20
}

extension WeekFinding {
    /// - Parameter week: One of the weeks of a funnel.
    public init(of week: WeekMetrics) {
        let judgements = week.judgements
        let step = week.gains.first { $0.verdict != nil }
        let signals = judgements.indices.filter { judgements[$0].signal != nil }
            .sorted { (judgements[$0].unrest, -$0) > (judgements[$1].unrest, -$1) }
        self.step = step
        self.signals = signals
        judged = judgements.indices.filter { judgements[$0].range != nil }
        largestChange = judgements.indices.dropFirst().filter { judgements[$0].isComparable }
            .max { abs(judgements[$0].change ?? 0) < abs(judgements[$1].change ?? 0) }
        subject = .early
        let bottleneck = step.flatMap { $0.verdict == .bottleneck ? $0.stage : nil }
        subject = Self.trouble(of: week) ?? Self.news(in: week, signals, bottleneck) ?? quiet(week)
    }

    /// Lower ranks speak first where several funnels share a page.
    public var rank: Int {
        switch subject {
        case .unknown, .broken: 0
        case .bottleneckSignal: 1
        case .signal: 2
        case .target: 3
        case .running, .nobody, .ordinary, .first, .small, .early: 4
        }
    }

    private static func trouble(of week: WeekMetrics) -> Subject? {
        guard let entered = week.cohort.stages[0].count else { return .unknown }
        guard week.isComplete else { return .running }
        let silent = week.cohort.stages.indices.first { stage in
            let before = week.judgements.indices.contains(stage) ? week.before?.stages[stage].count ?? 0 : 0
            return week.cohort.stages[stage].count == 0 && before >= leastBefore
        }
        guard let silent else { return nil }
        // Where hardly anybody entered, nobody further on is no wonder.
        return silent == 0 || entered >= StageNumbers.smallestBase ? .broken(stage: silent) : nil
    }

    private static func news(in week: WeekMetrics, _ signals: [Int], _ bottleneck: Int?) -> Subject? {
        if let bottleneck, signals.contains(bottleneck) { return .bottleneckSignal(stage: bottleneck) }
        if let first = signals.first { return .signal(stage: first) }
        for (stage, judgement) in week.judgements.enumerated() {
            if judgement.rateTarget?.crossed != nil { return .target(stage: stage, isOfCount: false) }
            if judgement.countTarget?.crossed != nil { return .target(stage: stage, isOfCount: true) }
        }
        return nil
    }

    private func quiet(_ week: WeekMetrics) -> Subject {
        if week.cohort.stages[0].count == 0 { return .nobody }
        if !judged.isEmpty { return .ordinary }
        if week.before == nil { return .first }
        return (week.cohort.stages[0].count ?? 0) < StageNumbers.smallestBase ? .small : .early
    }
}

extension StageJudgement {
    /// Confirmed signals weigh more than early ones, numbers beyond their range more than runs, then the further beyond.
    fileprivate var unrest: Double {
        guard let signal else { return 0 }
        let confirmed = signal.isProvisional ? 0.0 : 200
        guard signal.kind == .beyond, let range, let value else { return confirmed }
        let width = max(range.high - range.low, 1e-9)
        return confirmed + 100 + min(99, max(range.low - value, value - range.high) / width)
    }

    /// Whether its number is a rate that can be held against the week before.
    fileprivate var isComparable: Bool {
        let rates = trend.suffix(2).map(\.rate)
        guard change != nil, rates.count == 2 else { return false }
        return rates.allSatisfy { ($0?.denominator ?? 0) >= StageNumbers.smallestBase }
    }
}
