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
    /// The time between marketing's last stage and sales' first, of those who came to the one.
    public var wait: CensoredDurations
    /// How sales answer the rounds that joined; `nil` where nobody asks.
    public var answers: StageAnswers?
    /// Why the rounds that joined ended; `nil` where nobody asks.
    public var reasons: EndingReasons?
}

/// What is asked of the records of a joined funnel beside the counts.
public struct SalesQuestions: Sendable {
    /// Sales' own funnel.
    public var funnel: FunnelDefinition
    /// What is asked of it.
    public var questions: PipelineQuestions

    /// Questions about the records' side.
    public init(funnel: FunnelDefinition, questions: PipelineQuestions) {
        self.funnel = funnel
        self.questions = questions
    }
}
