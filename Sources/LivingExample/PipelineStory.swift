public import Calendars

/// What happens to the records of an invented CRM: who comes, how far they go, and how the others end.
public struct PipelineStory: Sendable {
    /// Another seed gives other records with the same habits.
    public var seed: UInt64
    /// The week in which the first records are created.
    public var firstWeek: Week
    /// How many weeks are told; what would happen later is left out.
    public var weeks: Int
    /// The fewest and the most new records of a week.
    public var newRecords: ClosedRange<Int>
    /// The header of the column of identifiers.
    public var entityColumn: String
    /// The letter that identifiers begin with.
    public var entityLetter: String
    /// Where records come from; without any there is no such column.
    public var sources: [Source] = []
    /// What a company does and how many work there; without any there are no such columns.
    public var sectors: [Sector] = []
    /// Those who answer for records; at least one.
    public var owners: [Owner]
    /// The stages in order; the first is the record's creation.
    public var stages: [Stage]
    /// The ways to end without winning, in the order of their columns.
    public var outcomes: [Outcome]
    /// Index of the stage by which the owner accepts a record, if the story tells how long that takes.
    public var answerStage: Int? = nil
    /// Index of the stage at which the amount becomes known.
    public var amountStage: Int
    /// The smallest amount, in whole units of the currency; others are up to 16 times as large.
    public var smallestAmount: Int
    /// Further new records of single weeks, as after a fair.
    public var fairs: [Week: Int] = [:]
    /// Share of enquiries that never become a record: sent twice, or not meant for sales.
    public var sortedOut = 0.0
    /// What makes a rate better or worse for a time.
    public var turns: [Turn] = []
    /// The identifier of the record whose third date somebody typed a month too early, if there is one.
    public var mistyped: String? = nil
    /// Whether dates have a time of day, as `2026-11-20T14:05`.
    public var hasClock = false

    /// Whether the export says which team an owner works in.
    var hasTeams: Bool { owners.contains { $0.team != nil } }

    /// The last day told, a Sunday.
    var lastDay: LocalDate { firstWeek.advanced(by: weeks - 1).sunday }
}

extension PipelineStory {
    /// Where a record comes from.
    public struct Source: Sendable {
        /// As written in the data.
        public var name: String
        /// Weight among new records.
        public var weight: Int
        /// Every rate of its records is multiplied by it.
        public var factor: Double

        /// A source; weights count only beside those of the other sources.
        public init(_ name: String, weight: Int, factor: Double) {
            self.name = name
            self.weight = weight
            self.factor = factor
        }
    }
}

extension PipelineStory {
    /// One stage of the pipeline.
    public struct Stage: Sendable {
        /// The header of its date.
        public var column: String
        /// Share that comes here from the stage before; not used for the first stage.
        public var rate: Double
        /// Days that it takes from the stage before; not used for the first stage.
        public var days: ClosedRange<Int>
        /// Share of the records whose date somebody forgets to enter, though they were here.
        public var forgotten: Double
        /// What becomes of those who do not go on from the stage before; the others stay open.
        public var endings: [Ending]

        /// A stage; the first one needs its column alone.
        public init(
            _ column: String,
            rate: Double = 1,
            days: ClosedRange<Int> = 0...0,
            forgotten: Double = 0,
            endings: [Ending] = []
        ) {
            self.column = column
            self.rate = rate
            self.days = days
            self.forgotten = forgotten
            self.endings = endings
        }
    }

    /// A change of one step's rate, for those who stand before the step in these weeks.
    public struct Turn: Sendable {
        /// Index of the stage that the step leads to, from 1 on.
        public var stage: Int
        /// The first and last week of it.
        public var weeks: ClosedRange<Week>
        /// The rate is multiplied by it.
        public var factor: Double

        /// A change of the step to the stage with index `stage`.
        public init(stage: Int, weeks: ClosedRange<Week>, factor: Double) {
            self.stage = stage
            self.weeks = weeks
            self.factor = factor
        }
    }

    /// How records end at a step.
    public struct Ending: Sendable {
        /// Index of the outcome.
        public var outcome: Int
        /// Percent of those who do not go on.
        public var percent: Int
        /// Days since the stage before.
        public var days: ClosedRange<Int>

        /// An ending; the percentages of a step's endings are 100 at most together.
        public init(outcome: Int, percent: Int, days: ClosedRange<Int>) {
            self.outcome = outcome
            self.percent = percent
            self.days = days
        }
    }

    /// A way to end without winning.
    public struct Outcome: Sendable {
        /// The header of its date.
        public var column: String
        /// Why, with weights; at least one.
        public var reasons: [(name: String, weight: Int)]
        /// Share that comes again as a new record of the same identifier, some weeks later.
        public var comesAgain: Double

        /// An outcome after which nobody comes again, unless said otherwise.
        public init(_ column: String, reasons: [(name: String, weight: Int)], comesAgain: Double = 0) {
            self.column = column
            self.reasons = reasons
            self.comesAgain = comesAgain
        }
    }
}
