public import Calendars

/// Everything a funnel's weeks say, counted before one instant.
public struct FunnelMetrics: Sendable {
    /// The funnel that was counted.
    public var funnel: FunnelDefinition
    /// How the numbers are put into weeks.
    public var view: View
    /// The axis on which it was counted.
    public var timeline: Timeline
    /// The position up to which the data are complete, exclusive.
    public var asOf: Int64
    /// Every week from the first with anything to `asOf`, empty weeks included; none where there is nothing at all.
    public var weeks: [WeekMetrics]
    /// All weeks together.
    public var total: CohortMetrics
    /// The weeks of which every stage has matured, together; in the activity view, the weeks that are over.
    public var totalMatured: CohortMetrics
    /// Where nothing says when weeks mature: the days after entry by which 95 % of those who come to a stage in the end have
    /// come, of the slowest stage. `nil` where something says, under `cohort: person`, in the activity view, of counts, and
    /// where no stage has 30 arrivals.
    public var proposedMaturityDays: Int?
    /// What the values' numbers of weeks that still mature are held against.
    var valueHistory = ValueHistory()

    /// The newest week that is over; `nil` where none is.
    public var newestCompleteWeek: WeekMetrics? { weeks.last { $0.isComplete } }
}

/// One week's entrants and how far they came, or in the activity view what happened in it; and the same of each part.
public struct WeekMetrics: Sendable {
    /// The week in which they entered, or in which it happened.
    public var week: Week
    /// Whole local days from the beginning of the week to `asOf`.
    public var ageDays: Int
    /// Whether the week is over.
    public var isComplete: Bool
    /// The week's numbers.
    public var cohort: CohortMetrics
    /// The week before, as it stood when it was as old as this one is; the same as its own numbers where both have
    /// matured. `nil` for the first week, and where counts of whole weeks cannot be cut at that age. Of counts, a stage
    /// is unknown here where only one of the two weeks has matured. How long it took is not told here.
    public var before: CohortMetrics?
    /// The weeks of `FunnelMetrics.totalMatured` up to this one, together; one a stage.
    public var maturedUntilHere: [StageMetrics]
    /// What each stage's number means beside those of the weeks before; one a stage.
    public var judgements: [StageJudgement] = []
    /// Of steps whose rate lies beyond its normal range, what the mix of entrants has to do with it.
    public var signalMixes: [SignalMix] = []
    /// What each step would bring at its reference, learned from the matured weeks up to this one, optional stages aside;
    /// none under `cohort: every`, and none before a week has matured.
    public var gains: [StepGain] = []
    /// Of entrants, one list a stage: how many had reached it when the week was over, a week later, and so on, as far as
    /// the data go; the last may be of a week that still runs. Empty in the activity view and of counts.
    public var reachedByAge: [[Int]] = []
    /// The amounts of the final entities in this week's numbers; `nil` without amounts.
    public var worth: Worth?
}

/// Amounts added up.
public struct Worth: Hashable, Sendable {
    /// In the site's currency.
    public var amount = 0.0
    /// The entities that have an amount.
    public var entities = 0

    /// `nil` without entities.
    public var average: Double? { entities > 0 ? amount / Double(entities) : nil }

    static func + (one: Self, other: Self) -> Self {
        Worth(amount: one.amount + other.amount, entities: one.entities + other.entities)
    }
}

/// The numbers of a set of entrants, or of what happened in a set of weeks.
public struct CohortMetrics: Sendable {
    /// One a stage, in the funnel's order.
    public var stages: [StageMetrics]
    /// The same broken down, in the order asked for.
    public var breakdowns: [BreakdownMetrics]
}

/// How many reached a stage, and how fast.
public struct StageMetrics: Sendable {
    /// The entities (of records, rounds) that reached it before `asOf`, under `order: any` as many stages; `nil` where
    /// nobody knows: blank is not 0.
    public var count: Int?
    /// Whether the number is final; never where it is unknown.
    public var isMatured: Bool
    /// Of those who reached the stage before, optional ones passed over; `nil` for the first stage. It stands on what is
    /// known of both stages, so that its denominator may be smaller than the count of the stage before.
    public var fromPrevious: ConversionRate?
    /// Of those who entered; `nil` for the first stage.
    public var fromFirst: ConversionRate?
    /// How long they took from their entry, among those whose times are known; `nil` in the activity view, for the first
    /// stage, where fewer than 30 arrived, or where nobody could be watched to the horizon.
    public var timeFromFirst: TimeToConvert?
    /// What share of entrants arrives in the end, learned from all weeks; only where the number has not matured
    /// and this week has not done better already.
    public var expectedFromFirst: ExpectedRate?
    /// What of these is not told, so that `nil` there does not mean unknown; only in breakdowns.
    public var suppressed: Suppressed = []

    /// Those who reached the stage before, optional ones passed over, but not this one; `nil` for the first stage and
    /// where more came than went.
    public var lost: Int? {
        fromPrevious.flatMap { $0.rate == nil ? nil : $0.denominator - $0.numerator }
    }
}

/// Time from the entry row to a stage, among those who reach it in the end.
public struct TimeToConvert: Hashable, Sendable {
    /// Conversions seen.
    public var conversions: Int
    /// Half of them have converted by this age.
    public var medianSeconds: Int64
    /// Four of five have converted by this age.
    public var p80Seconds: Int64
    /// By which age each hundredth of them has converted, 1 % first, 100 % last; seconds. Empty where nobody asked.
    public var percentileSeconds: [Int64] = []
}

/// An estimate of a final rate, a fraction with its 95 % interval.
public struct ExpectedRate: Hashable, Sendable {
    /// The share of entrants that arrives by the horizon.
    public var rate: Double
    /// Greenwood's interval.
    public var interval: ClosedRange<Double>
}
