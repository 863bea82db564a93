public import Calendars
public import Diagnostics
public import Funnel

/// Everything that huni.yaml says.
public struct Settings: Sendable {
    /// The site as a whole.
    public var site: SiteSettings
    /// In the order of the file.
    public var sources: [SourceSettings]
    /// At least one; the first owns the site's front page.
    public var funnels: [FunnelSettings]
}

/// The `site:` section.
public struct SiteSettings: Sendable {
    /// The report's name.
    public var title: LocalizedText
    /// At least one; the first is at the site's root, the others in a folder each.
    public var languages: [String]
    /// Cuts days and weeks.
    public var zone: Zone
    /// Where the site will be found, ending in a slash; `nil` where it is not known.
    public var baseURL: String?
}

/// One of the `sources:`.
public struct SourceSettings: Sendable {
    /// Its name, used by funnels.
    public var id: String
    /// The files to read, in the order given.
    public var files: [FilePattern]
    /// The header of the column that tells entities apart.
    public var entity: Placed<String>
    /// The header of the column with the time.
    public var time: Placed<String>
    /// The header of the column with the event's name, if there is one.
    public var event: Placed<String>?
    /// The zone of times without offset.
    public var zone: Zone
    /// The byte between cells; `nil`: found from the header.
    public var delimiter: UInt8?
    /// Cells that count as missing, beside the empty one.
    public var missing: [String]
}

/// A value and where it stands in huni.yaml.
public struct Placed<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value
    /// Where it stands.
    public var position: SourcePosition
}

/// A path relative to the site's folder; `*` in a file's name stands for any run of characters.
public struct FilePattern: Sendable {
    /// The path as written.
    public var pattern: String
    /// Where it stands in huni.yaml.
    public var position: SourcePosition
}

/// One of the `funnels:`.
public struct FunnelSettings: Sendable {
    /// What is counted.
    public var definition: FunnelDefinition
    /// The funnel's name for readers; `nil`: its id.
    public var name: LocalizedText?
    /// The source that its rows come from.
    public var source: String
    /// What moves through it; `nil`: people.
    public var noun: Noun?
    /// One a stage of the definition, in its order.
    public var stages: [StageSettings]
    /// Columns that conditions and dimensions name, and where they do so first.
    public var columnPositions: [String: SourcePosition]
}

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
    /// What it should reach.
    public var target: StageTarget
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

/// What a stage should reach.
public struct StageTarget: Hashable, Sendable {
    /// The rate from the previous stage, a fraction; `nil` for none.
    public var rate: Double?
    /// Entities a week; `nil` for none.
    public var count: Int?
}
