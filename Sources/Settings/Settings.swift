public import Calendars
public import Diagnostics
internal import Funnel

/// Everything that huni.yaml says.
public struct Settings: Sendable {
    /// The site as a whole.
    public var site: SiteSettings
    /// In the order of the file.
    public var sources: [SourceSettings]
    /// In the order of the file.
    public var measures: [MeasureSettings]
    /// In the order of the file.
    public var segments: [SegmentSettings]
    /// In the order of the file.
    public var tests: [TestSettings]
    /// At least one; the first owns the site's front page.
    public var funnels: [FunnelSettings]
    /// What readers call values of dimensions and themes of feedback; others stand as the data have them.
    public var valueNames: [String: LocalizedText]

    /// Languages that the program speaks.
    public static let knownLanguages = ["tr", "en"]

    /// The sources that `funnel` is counted from: one, or of a joined funnel those of its two parts, the first first.
    public func sources(of funnel: FunnelSettings) -> [SourceSettings] {
        switch funnel.origin {
        case .source(let id): sources.filter { $0.id == id }
        case .joined(let parts):
            [parts.first, parts.second].flatMap { id in
                funnels.filter { $0.definition.id == id }.flatMap { sources(of: $0) }
            }
        }
    }
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
    /// What amounts are counted in, by ISO 4217, e.g. `TRY`; `nil` where it is not said.
    public var currency: String?
    /// In breakdowns numbers of fewer are not told, and values of fewer are taken together; `nil`: everything is told.
    public var suppressBelow: Int?
    /// Whether owners' names may appear.
    public var publishesPeople: Bool
    /// The owner's name, logo and colours; `nil`: the built-in look.
    public var brand: BrandSettings?
}

/// A value and where it stands in huni.yaml.
public struct Placed<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value
    /// Where it stands; for what is left out, the section that it would stand in.
    public var position: SourcePosition
}
