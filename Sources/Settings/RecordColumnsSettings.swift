public import Diagnostics

/// What the columns of records mean.
public struct RecordColumnsSettings: Sendable {
    /// The columns of records whose rows are changes of stage.
    public struct Long: Sendable {
        /// The stage or outcome that was reached.
        public var stage: Placed<String>
        /// When.
        public var time: Placed<String>
    }

    /// Tells entities apart.
    public var entity: Placed<String>
    /// What it is worth, if said.
    public var amount: Placed<String>?
    /// When it is expected to close, if said.
    public var expected: Placed<String>?
    /// Who works on it, if said.
    public var owner: Placed<String>?
    /// The team that works on it, if said.
    public var team: Placed<String>?
    /// Why it was lost or disqualified, if said.
    public var reason: Placed<String>?
    /// Where a row is a change of stage; `nil` where it is an entity with its dates.
    public var long: Long?
    /// In the order of the file; of long records without such a list the stages of the funnels that use the source, each
    /// meant by its id.
    public var stages: [StageColumnSettings]
    /// In the order of the file; of long records without such a list the outcomes of those funnels.
    public var outcomes: [StageColumnSettings]

    var all: [Placed<String>] {
        let own = [entity, amount, expected, owner, team, reason, long?.stage, long?.time]
        let ofStages = (stages + outcomes).flatMap { [$0.date, $0.status] }
        return (own + ofStages).compactMap { $0 }
    }
}

/// What shows that a record reached a stage or an outcome.
public struct StageColumnSettings: Sendable {
    /// The stage or outcome.
    public var id: String
    /// Where it stands in huni.yaml.
    public var position: SourcePosition
    /// The column with the date of reaching it; `nil` in long records, or where only a status says so.
    public var date: Placed<String>?
    /// The column whose value says so, if there is one.
    public var status: Placed<String>?
    /// The values of the status that say so; in long records the words of the stage column.
    public var values: [String]
}
