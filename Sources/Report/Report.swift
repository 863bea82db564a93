public import Calendars
public import Diagnostics
public import Funnel
public import JSONText
public import Records
public import Settings

// Report: settings and data together: what was counted, up to when, and what became of every row. It knows no
// language; pages are made of it elsewhere, JSON, CSV and text tables here.

/// Everything that was counted for one site.
public struct Report: Sendable {
    /// Cuts days and weeks.
    public var zone: Zone
    /// In the order of huni.yaml; sources that nothing uses are not read.
    public var sources: [SourceAccount]
    /// In the order of huni.yaml.
    public var funnels: [FunnelReport]
    /// In the order of huni.yaml.
    public var measures: [MeasureReport]
    /// In the order of huni.yaml; only where all funnels were counted, and their source has rows.
    public var tests: [TestReport] = []
    /// Closed weeks that cannot be compared any more, as warnings.
    public var closingWarnings: [Diagnostic] = []

    /// The earliest instant up to which a funnel's data are complete; `nil` without any data.
    ///
    /// A funnel that only holds a test, which may be over long ago, says nothing of the report's end; the first one does.
    public var asOf: Instant? {
        let tested = Set(tests.map(\.funnel))
        let lasting = funnels.enumerated().filter { $0 == 0 || !tested.contains($1.settings.definition.id) }.map(
            \.element
        )
        return Self.end(of: lasting) ?? Self.end(of: funnels)
    }

    private static func end(of funnels: [FunnelReport]) -> Instant? {
        funnels.compactMap { $0.metrics.map { $0.timeline.instant(at: $0.asOf) } }.min()
    }
}

/// One funnel's numbers.
public struct FunnelReport: Sendable {
    /// What huni.yaml says of it.
    public var settings: FunnelSettings
    /// Its numbers in its own view; `nil` where its source has no rows.
    public var metrics: FunnelMetrics?
    /// Beside a cohort view, what happened in each week; `nil` where the data do not tell, or the funnel's own view is that.
    public var activity: FunnelMetrics?
    /// How its records stood at the end of data; `nil` for other forms.
    public var pipeline: Pipeline?
    /// What its records say beside that: flows, win rates, cycle, value, reasons, hand-off; `nil` for other forms.
    public var figures: PipelineFigures?
    /// Where marketing hands over to sales; `nil` for funnels that are not joined.
    public var handOff: HandOff?
    /// By first and by last touch, one a dimension that reads a column of events.
    public var touches: [TouchComparison] = []
    /// What became of the source's rows in this funnel; of a joined funnel, of the events.
    public var use: RowUse
    /// The plays that each week's numbers call for, best first; none where nobody has asked who knows the plays.
    public var recommendations: [Week: JSON] = [:]
    /// Closed weeks that give other numbers now, by week, the cohort view before the activity view.
    public var restatements: [Restatement] = []
    /// What is to be published of the week that is being closed; `nil` in a build.
    public var closed: ClosedFunnel?
}

/// The step of a joined funnel that leads from marketing to sales.
public struct HandOff: Sendable {
    /// The index of sales' first stage.
    public var stage: Int
    /// Rounds of records whose key no event has.
    public var withoutFirstContact: Int
    /// Rounds of records without a key.
    public var withoutKey: Int
    /// What became of the records' rows in this funnel.
    public var records: RowUse
    /// The time between marketing's last stage and sales' first.
    public var wait: CensoredDurations
    /// How sales answer what was handed over; `nil` where nothing says.
    public var answers: StageAnswers?
    /// Why rounds that were handed over ended.
    public var reasons: EndingReasons?
    /// The ids of the records' outcomes.
    public var outcomes: [String]
}

/// One test's variants compared.
public struct TestReport: Sendable {
    /// What huni.yaml says of it.
    public var settings: TestSettings
    /// The id of the funnel whose stages the variants pass.
    public var funnel: String
    /// That funnel's stages.
    public var stages: [StageSettings]
    /// How they compare.
    public var comparison: VariantTest
}

/// One stage measure's numbers.
public struct MeasureReport: Sendable {
    /// What huni.yaml says of it.
    public var settings: MeasureSettings
    /// Week by week.
    public var series: MeasureSeries
    /// What it is about, where the data say so.
    public var themes: [ThemeCount]
    /// The same of single stages, where the data say which stage a row is of.
    public var stages: [StageMeasure]

    /// The measure as a stage's page shows it: of that stage alone where the data tell stages apart.
    public func part(of stage: String) -> MeasureReport {
        guard let own = stages.first(where: { $0.stage == stage }) else { return self }
        var part = self
        (part.series, part.themes) = (own.series, own.themes)
        return part
    }
}

/// What a measure says of one stage.
public struct StageMeasure: Sendable {
    /// The stage's id.
    public var stage: String
    /// Week by week.
    public var series: MeasureSeries
    /// What it is about.
    public var themes: [ThemeCount]
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
    /// The tables joined to its rows.
    public var joins: [JoinAccount]
    /// Days without rows and jumps in their number; `nil` where rows need not come every day.
    public var volume: VolumeCheck?

    /// The tally of its own rows, then those of the tables joined to them.
    public var tallies: [RowTally] { [tally] + joins.map(\.tally) }
}

/// What became of the rows of a joined table: read = accepted + rejected.
public struct JoinAccount: Sendable {
    /// Its path.
    public var file: String
    /// Rows read and rejected, by reason.
    public var tally: RowTally
    /// Rows with a fault.
    public var rejections: Rejections
}
