public import Calendars
public import Funnel
public import Records
public import Settings

// Report: settings and data together: what was counted, up to when, and what became of every row. It knows no
// language; pages are made of it elsewhere, JSON, CSV and text tables here.

/// Everything that was counted for one site.
public struct Report: Sendable {
    /// Cuts days and weeks.
    public var zone: Zone
    /// In the order of huni.yaml; sources that no funnel uses are not read.
    public var sources: [SourceAccount]
    /// In the order of huni.yaml.
    public var funnels: [FunnelReport]

    /// The earliest instant up to which a funnel's data are complete; `nil` without any data.
    public var asOf: Instant? {
        funnels.compactMap { $0.metrics.map { $0.timeline.instant(at: $0.asOf) } }.min()
    }
}

/// One funnel's numbers.
public struct FunnelReport: Sendable {
    /// What huni.yaml says of it.
    public var settings: FunnelSettings
    /// Its numbers; `nil` where its source has no rows.
    public var metrics: FunnelMetrics?
    /// What became of the source's rows in this funnel.
    public var use: RowUse
}

/// What became of a source's rows: read = used + other + after as-of + rejected.
public struct SourceAccount: Sendable {
    /// The source's name.
    public var id: String
    /// The files read, in order.
    public var files: [String]
    /// Rows by what the funnels that use the source made of them; a row counts as used if one funnel uses it.
    public var use: RowUse
    /// Rows read and rejected, by reason.
    public var tally: RowTally
    /// Rows with a fault, in the order of the files.
    public var rejections: Rejections
}
