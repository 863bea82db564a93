public import Calendars

/// What happens on an invented site: who comes, how far they go, and what changes on the way.
public struct Story: Sendable {
    /// Another seed gives other people with the same habits.
    public var seed: UInt64
    /// The week in which the first visitors come.
    public var firstWeek: Week
    /// How many weeks are told; what would happen later is left out.
    public var weeks: Int
    /// How many new visitors come.
    public var volume: Volume
    /// The stages in order; the first is the visit itself.
    public var stages: [Stage]
    /// What makes a rate better or worse for a time.
    public var turns: [Turn] = []
    /// Steps that fail for a time.
    public var outages: [Outage] = []
    /// Events that are not recorded for a time.
    public var trackingFaults: [TrackingFault] = []
    /// A test of two variants, if there is one.
    public var trial: Trial? = nil
    /// Where visitors come from; at least one.
    public var channels: [Channel]
    /// Named pushes of a channel.
    public var campaigns: [Campaign] = []
    /// The form by which visitors become leads of the sales team, if the site has one.
    public var enquiry: Enquiry? = nil

    /// One past the last week told.
    var endWeek: Week { firstWeek.advanced(by: weeks) }
}

extension Story {
    /// How many new visitors come in a week.
    public struct Volume: Sendable {
        /// In the first week, before season and chance.
        public var newVisitors: Int
        /// Added every week, as a fraction of the first.
        public var growth: Double
        /// Factors of the twelve months, January first; a week has the month of its Thursday.
        public var season: [Double]
        /// By how much a week may differ from what is expected, up or down, as a fraction.
        public var swing: Double

        /// - Parameter season: Twelve factors.
        public init(
            newVisitors: Int,
            growth: Double,
            season: [Double] = Array(repeating: 1, count: 12),
            swing: Double = 0.03
        ) {
            precondition(season.count == 12, "a year has twelve months")
            self.newVisitors = newVisitors
            self.growth = growth
            self.season = season
            self.swing = swing
        }
    }

    /// One stage of the story.
    public struct Stage: Sendable {
        /// Names of the events that reach it; a person has one of them, the first about twice as often as the next.
        public var events: [String]
        /// Share that comes here from the stage before, for a channel of factor 1; not used for the first stage.
        public var rate: Double
        /// How long it takes from the stage before; not used for the first stage.
        public var delay: Delay

        /// - Parameter events: At least one name.
        public init(events: [String], rate: Double = 1, delay: Delay = Delay(hours: 1...1)) {
            precondition(!events.isEmpty, "a stage needs an event")
            self.events = events
            self.rate = rate
            self.delay = delay
        }
    }

    /// How long a step takes: anything in the range, or minutes where it happens at once.
    public struct Delay: Sendable {
        /// The shortest and the longest; nights move an action on to the morning.
        public var hours: ClosedRange<Int>
        /// Share of those who act within the same visit.
        public var atOnce: Double

        /// - Parameter hours: From 1 hour on.
        public init(hours: ClosedRange<Int>, atOnce: Double = 0) {
            precondition(hours.lowerBound >= 1, "the next visit begins at least an hour later")
            self.hours = hours
            self.atOnce = atOnce
        }
    }

    /// A change of one step's rate, for those who stand before the step in these weeks.
    public struct Turn: Sendable {
        /// Index of the stage that the step leads to, from 1 on.
        public var stage: Int
        /// The first and last week of it.
        public var weeks: ClosedRange<Week>
        /// The only device that it touches; `nil` touches all.
        public var device: String?
        /// The rate is multiplied by it.
        public var factor: Double

        /// A change of the step to the stage with index `stage`.
        public init(stage: Int, weeks: ClosedRange<Week>, device: String? = nil, factor: Double) {
            self.stage = stage
            self.weeks = weeks
            self.device = device
            self.factor = factor
        }
    }
}
