/// What events and records say of one funnel together.
public struct JoinedCount: Sendable {
    /// Of the entities of the events, over all stages.
    public var passages: Passages
    /// What became of the events; one is used if it matches a stage, or is excluded.
    public var events: RowUse
    /// What became of the rows that the records are made of; they are used if their round joined an entity of the events.
    public var records: RowUse
    /// Rounds whose key no entity of the events has.
    public var withoutFirstContact: Int
    /// Rounds without a key.
    public var withoutKey: Int
    /// Rounds with a known key and without any date, which no chain can lead to.
    public var undated: Int
}
