internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// Which file of `data/` holds a table's numbers.
enum SheetName {
    /// One week of all funnels.
    case week(Week)
    /// All weeks of a funnel.
    case funnel(FunnelReport)
    /// What happened in all weeks of a funnel.
    case activity(FunnelReport)
    /// All weeks of a funnel by one dimension.
    case dimension(String, FunnelReport)
    /// The records of a funnel, a row a stage.
    case pipeline(FunnelReport)
    /// A table of a week beside its counts, e.g. `trends`.
    case beside(Week, String)
    /// How long a funnel's entrants take to its stages.
    case times(FunnelReport)
    /// How many of a funnel's entrants had come after so many weeks.
    case ages(FunnelReport)
    /// What a funnel's steps would bring among those with one value of a dimension.
    case gains(String, FunnelReport)
    /// A table of a pipeline's page, or of a hand-over, e.g. `open`.
    case deals(String, FunnelReport)
    /// All measures.
    case measures
    /// What measures are about.
    case themes
    /// A test's variants.
    case test(String)
    /// What became of the rows.
    case sources
    /// The rejected rows.
    case rejected
    /// Days without rows, and jumps in their number.
    case quality

    /// As in ``DataSheet/name``.
    fileprivate var path: String {
        switch self {
        case .week(let week): "weeks/\(week)"
        case .funnel(let funnel): "funnels/\(funnel.settings.definition.id)"
        case .activity(let funnel): "activity/\(funnel.settings.definition.id)"
        case .dimension(let dimension, let funnel): "funnels/\(funnel.settings.definition.id)-\(dimension)"
        case .pipeline(let funnel): "pipeline/\(funnel.settings.definition.id)"
        case .beside(let week, let table): "weeks/\(week)/\(table)"
        case .times(let funnel): "times/\(funnel.settings.definition.id)"
        case .ages(let funnel): "ages/\(funnel.settings.definition.id)"
        case .gains(let dimension, let funnel): "gains/\(funnel.settings.definition.id)-\(dimension)"
        case .deals(let table, let funnel): "pipeline/\(funnel.settings.definition.id)/\(table)"
        case .measures: "measures"
        case .themes: "measures-themes"
        case .test(let id): "tests/\(id)"
        case .sources: "sources"
        case .rejected: "rejected"
        case .quality: "quality"
        }
    }
}

extension Edition {
    /// The links to the files with a table's numbers, as seen from `page`.
    func downloads(_ sheet: SheetName, from page: Address) -> DataTable.Downloads {
        let files = ["csv", "json"].map { ending in
            DataTable.Downloads.File(
                ending.uppercased(),
                at: located(page).link(to: .data(sheet.path, ending))
            )
        }
        return DataTable.Downloads(label: words.say("table.data"), files: files)
    }
}

extension DataTable {
    /// The table with links to the files of its numbers, if there are any.
    func linked(_ downloads: Downloads?) -> DataTable {
        var table = self
        table.downloads = downloads
        return table
    }
}
