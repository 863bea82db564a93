public import Calendars
public import Funnel

/// A closed week that, counted again with the rows before the same instant, gives other numbers: rows came late, or were
/// changed or removed. What came to be after that instant is no restatement.
public struct Restatement: Sendable {
    /// The week.
    public var week: Week
    /// The view in which the numbers are.
    public var view: View
    /// The instant before which rows count, then as now.
    public var asOf: Instant
    /// How many more rows of the funnel's sources lie between the week's beginning and `asOf` now; negative where there
    /// are fewer, 0 where rows were only changed.
    public var lateRows: Int
    /// The stages that were published, in their order, those that did not change included.
    public var stages: [RestatedStage]

    /// Those with other numbers now; at least one.
    public var changed: [RestatedStage] { stages.filter(\.isChanged) }
}

/// A stage of a closed week, as published and as counted now.
public struct RestatedStage: Sendable {
    /// Its index in the funnel.
    public var index: Int
    /// What was published.
    public var published: ClosedStage
    /// The same from today's rows.
    public var now: ClosedStage

    /// Whether the two differ.
    public var isChanged: Bool { !published.hasSameNumbers(as: now) }
}
