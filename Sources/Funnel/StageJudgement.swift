public import Calendars

/// What a stage's number of one week means beside those of the weeks before: all of them final, or all at the same age.
public struct StageJudgement: Sendable {
    /// What is judged.
    public enum Number: String, Sendable {
        /// How many came; of the first stage.
        case count
        /// The rate from the previous stage; of the others.
        case rate
    }

    /// A week's number, as it was held against the judged one.
    public struct Point: Hashable, Sendable {
        /// The week.
        public var week: Week
        /// A count, or a rate as a fraction; `nil` where nobody knows, or where there is no rate.
        public var value: Double?
        /// A rate's two counts; `nil` for a count.
        public var rate: ConversionRate?
        /// Whether it was a signal when it was the newest of these numbers.
        public var signal: Signal?

        /// A count, or a rate with its two counts.
        public init(week: Week, value: Double?, rate: ConversionRate? = nil, signal: Signal? = nil) {
            self.week = week
            self.value = value
            self.rate = rate
            self.signal = signal
        }
    }

    /// What is judged.
    public var number: Number
    /// The weeks up to the judged one, oldest first, itself the last, all final or all at its age; at most 27.
    public var trend: [Point]
    /// Against the week before, of the judged number: percent of a count as a fraction (0.05 is 5 % more), points of a rate as
    /// a fraction (−0.012 is 1.2 points less). `nil` for the first week, or where one of the two is unknown or the count was 0.
    public var change: Double?
    /// Change of the count against the week before, as a fraction of it; for stages of which the rate is judged, too.
    public var countChange: Double?
    /// Between what it usually lies; `nil` with fewer than six weeks before it.
    public var range: NormalRange?
    /// Whether it is unusual; `nil` where it is not, or where nobody can tell.
    public var signal: Signal?
    /// The age of the week in days, at which everything was compared; `nil` where all numbers are final.
    public var ageDays: Int?
    /// Where it stands to the target of its rate; `nil` without one.
    public var rateTarget: TargetState?
    /// Where it stands to the target of its count; `nil` without one.
    public var countTarget: TargetState?

    /// A number among those before it, of which nothing is said yet.
    public init(number: Number, trend: [Point]) {
        self.number = number
        self.trend = trend
    }

    /// The judged number itself.
    public var value: Double? { trend.last?.value }
    /// The number of the week before, at the same age.
    public var before: Double? { trend.dropLast().last?.value }
}

/// Where a final number stands to its target.
public struct TargetState: Hashable, Sendable {
    /// What should be reached: a count, or a rate as a fraction.
    public var goal: Double
    /// Whether it is reached; `nil` where that is not settled yet.
    public var isReached: Bool?
    /// Whether it went over the target since the week before, or fell below it; `nil` where neither.
    public var crossed: Signal.Direction?

    /// A state.
    public init(goal: Double, isReached: Bool? = nil, crossed: Signal.Direction? = nil) {
        self.goal = goal
        self.isReached = isReached
        self.crossed = crossed
    }
}
