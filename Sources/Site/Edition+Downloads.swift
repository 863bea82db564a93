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
    /// All measures.
    case measures
    /// What became of the rows.
    case sources
    /// The rejected rows.
    case rejected

    /// As in ``DataSheet/name``.
    fileprivate var path: String {
        switch self {
        case .week(let week): "weeks/\(week)"
        case .funnel(let funnel): "funnels/\(funnel.settings.definition.id)"
        case .activity(let funnel): "activity/\(funnel.settings.definition.id)"
        case .dimension(let dimension, let funnel): "funnels/\(funnel.settings.definition.id)-\(dimension)"
        case .pipeline(let funnel): "pipeline/\(funnel.settings.definition.id)"
        case .measures: "measures"
        case .sources: "sources"
        case .rejected: "rejected"
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
    /// The table with links to the files of its numbers.
    func linked(_ downloads: Downloads) -> DataTable {
        var table = self
        table.downloads = downloads
        return table
    }
}
