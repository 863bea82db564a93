public import Calendars
public import Records

/// How records stood before one instant: how many came to each stage, and where they are now. All counts are of rounds.
///
/// At each stage `reached` = `openNow` + `advanced` + the sum of `endings`.
public struct Pipeline: Sendable {
    /// Rounds that had begun.
    public var rounds: Int
    /// The different entities among them.
    public var entities: Int
    /// Rounds that no date is known of; they stand in the stages below but in no week.
    public var undated: Int
    /// Rounds that reached a stage after their ending, so that it no longer stands.
    public var reopened: Int
    /// One a stage, in the funnel's order.
    public var stages: [PipelineStage]
    /// The outcomes' ids, in the order of `PipelineStage.endings`.
    public var outcomes: [String]
    /// Dates that cannot be right, in the order of the records and their stages.
    public var backwards: [BackwardsDate]

    /// Rounds that reached the last stage and were not ended after that.
    public var won: Int { stages.last?.advanced ?? 0 }
}

/// The rounds of one stage.
public struct PipelineStage: Hashable, Sendable {
    /// The stage's id.
    public var id: String
    /// Rounds that came here or further.
    public var reached = 0
    /// Rounds that are here now, without an ending.
    public var openNow = 0
    /// Rounds that went on to a later stage; at the last stage those that are there for good, which is won.
    public var advanced = 0
    /// Rounds that ended here, one number an outcome.
    public var endings: [Int]
    /// Rounds among `reached` that have no date and no status of this stage, but of a later one.
    public var backfilled = 0
}

/// A record's date that lies before the date of an earlier stage. The record counts, its waiting time does not.
public struct BackwardsDate: Hashable, Sendable {
    /// Where the record begins.
    public var row: RowPlace
    /// The stage, or the outcome, that the date belongs to.
    public var id: String
    /// The date.
    public var time: Instant
    /// The stage that came before and is dated later.
    public var previous: String
    /// That stage's date.
    public var previousTime: Instant
}
