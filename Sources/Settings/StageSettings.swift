public import Diagnostics
public import Funnel

/// What pages say of a stage.
public struct StageSettings: Sendable {
    /// As in the definition, and as the folder of its notes.
    public var id: String
    /// Its name for readers.
    public var name: LocalizedText
    /// The name where there is little room; `nil`: none.
    public var shortName: LocalizedText?
    /// Where it lies between awareness and sale, if said.
    public var phase: Phase?
    /// Who answers for it, if said.
    public var owner: Owner?
    /// The measures shown with it, by id.
    public var measures: [String]
    /// What it should reach.
    public var target: StageTarget
    /// The chance of winning that records in it have, a fraction, where somebody states it; `nil`: it is learned.
    public var probability: Double?
    /// Where it stands in huni.yaml.
    public var position: SourcePosition
}

/// Phases of a marketing funnel.
public enum Phase: String, CaseIterable, Sendable {
    /// Top of the funnel.
    case tofu = "ToFu"
    /// Middle of the funnel.
    case mofu = "MoFu"
    /// Bottom of the funnel.
    case bofu = "BoFu"
    /// After the sale.
    case after
}

/// Who answers for a stage.
public enum Owner: Hashable, Sendable {
    /// The marketing department.
    case marketing
    /// The sales department.
    case sales
    /// The service department.
    case service
    /// Somebody else, in the site's own words.
    case named(LocalizedText)
}
