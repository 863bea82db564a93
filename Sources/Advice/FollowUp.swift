public import Calendars
public import Funnel

/// What happened at a step since a play began: no experiment, only before and after.
public struct FollowUp: Hashable, Sendable {
    /// Rates of final weeks taken together.
    public struct Period: Hashable, Sendable {
        /// How many weeks.
        public var weeks: Int
        /// Their rate.
        public var rate: ConversionRate
    }

    /// The last eight final weeks before the play began.
    public var before: Period
    /// The final weeks since, up to the report's.
    public var after: Period
    /// After less before, with its interval.
    public var difference: RateDifference
    /// The first signal of the step since the play began; `nil`: none.
    public var signal: Signal?

    /// Whether the difference could as well be none.
    public var isOpen: Bool { difference.interval.contains(0) }

    /// So many weeks are looked back on.
    public static let weeksBefore = 8
}

extension FollowUp {
    /// - Parameters:
    ///   - started: The first week that the play ran in.
    ///   - numbers: The stage's numbers as the report knows them.
    /// - Returns: `nil` at a first stage, and before both sides have a final week with enough entrants.
    public init?(since started: Week, in numbers: StageNumbers) {
        let stage = numbers.stage
        let final = numbers.metrics.weeks.filter { week in
            week.week <= numbers.reportWeek && week.cohort.stages[stage].isMatured
        }
        guard stage > 0, numbers.metrics.funnel.order != .any,
            let before = Period(final.filter { $0.week < started }.suffix(Self.weeksBefore), stage),
            let after = Period(final.filter { $0.week >= started }[...], stage),
            let difference = RateDifference(of: after.rate, less: before.rate)
        else { return nil }
        self.before = before
        self.after = after
        self.difference = difference
        signal =
            final.filter { $0.week >= started && $0.judgements.indices.contains(stage) }
            .lazy.compactMap { $0.judgements[stage].signal }.first
    }
}

extension FollowUp.Period {
    fileprivate init?(_ weeks: ArraySlice<WeekMetrics>, _ stage: Int) {
        let rates = weeks.compactMap { $0.cohort.stages[stage].fromPrevious }
        rate = ConversionRate(rates.map(\.numerator).reduce(0, +), of: rates.map(\.denominator).reduce(0, +))
        self.weeks = rates.count
        guard rate.rate != nil, rate.denominator >= StageNumbers.smallestBase else { return nil }
    }
}
