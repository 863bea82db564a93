public import Diagnostics
public import Funnel

/// One of the `funnels:`.
public struct FunnelSettings: Sendable {
    /// What is counted. Over records and counts the stages' conditions never hold: there the source says what shows a
    /// stage.
    public var definition: FunnelDefinition
    /// Where it stands in huni.yaml.
    public var position: SourcePosition
    /// The funnel's name for readers; `nil`: its id.
    public var name: LocalizedText?
    /// Where its rows come from.
    public var origin: FunnelOrigin
    /// By what weeks it is counted.
    public var view: View
    /// What moves through it; `nil`: people.
    public var noun: Noun?
    /// One a stage of the definition, in its order.
    public var stages: [StageSettings]
    /// How records can end other than at the last stage, in the order of the source; of joined funnels, of their second.
    public var outcomes: [OutcomeSettings]
    /// What a record with a later stage and without an earlier one stands for.
    public var skipped: SkippedStages
    /// By stage, the seconds that an entity should wait at most before it leaves it.
    public var sla: [String: Int64]
    /// Columns that conditions and dimensions name, and where they do so first.
    public var columnPositions: [String: SourcePosition]
}

/// Where a funnel's rows come from.
public enum FunnelOrigin: Sendable {
    /// The source of that id.
    case source(String)
    /// Two other funnels, one after the other.
    case joined(JoinedFunnel)

    /// The source's id; `nil` of a joined funnel.
    public var source: String? {
        guard case .source(let id) = self else { return nil }
        return id
    }
}

/// Two funnels as one: the first over events, the second over records.
public struct JoinedFunnel: Sendable {
    /// The id of the funnel over events.
    public var first: String
    /// The id of the funnel over records.
    public var second: String
    /// For each of the two ids, the column by which entities are found in the other.
    public var keys: [String: Placed<String>]
}

/// An outcome that is not the last stage.
public struct OutcomeSettings: Sendable {
    /// As in the source.
    public var id: String
    /// Its name for readers.
    public var name: LocalizedText
}
