public import Diagnostics
public import Funnel

/// One of the `segments:`: a part of the entities.
public struct SegmentSettings: Sendable {
    /// Its name in files and addresses, and as a dimension.
    public var id: String
    /// Where it stands in huni.yaml.
    public var position: SourcePosition
    /// Its name for readers; `nil`: its id.
    public var name: LocalizedText?
    /// What an entity of it is like.
    public var condition: Condition
    /// Where huni.yaml names each column of the condition first.
    public var columnPositions: [String: SourcePosition]
}
