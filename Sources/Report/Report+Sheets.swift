internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Records
internal import Settings

extension Report {
    /// The numbers of all pages as tables, each with a name of its own.
    ///
    /// - `weeks/2026-W46`: one week of every funnel that has it, and the breakdowns of the funnel that its page breaks down;
    ///   ``sheets(beside:)`` are below it;
    /// - `funnels/<funnel>`: all weeks of a funnel and their total; `activity/<funnel>` what happened in them;
    /// - `funnels/<funnel>-<dimension>`: the same by the dimension's values;
    /// - `times/`, `ages/`, `gains/`, as ``FunnelReport/detailSheets`` has them;
    /// - `pipeline/<funnel>`, and the tables of its page below it;
    /// - `measures`, `measures-themes`, `tests/<test>`;
    /// - `sources`, `rejected`, `quality`.
    public var sheets: [DataSheet] {
        let weeks = Set(funnels.flatMap { ($0.metrics?.weeks ?? []).map(\.week) }).sorted()
        let numbers = funnels.flatMap { $0.sheets + $0.detailSheets + $0.pipelineSheets(zone: zone) }
        return weeks.flatMap { [sheet(of: $0)] + sheets(beside: $0) } + numbers + measureSheets + tests.map(\.sheet)
            + [sourceSheet, rejectedSheet, qualitySheet]
    }

    private func sheet(of week: Week) -> DataSheet {
        let rows = funnels.enumerated().flatMap { place, funnel -> [[DataSheet.Cell]] in
            guard let metrics = funnel.metrics, let own = metrics.weeks.first(where: { $0.week == week }) else {
                return []
            }
            return metrics.rows(of: own, hasBreakdowns: place == 0, in: funnel.settings)
        }
        return DataSheet("weeks/\(week)", columns: FunnelMetrics.columns, rows: rows)
    }

    private var rejectedSheet: DataSheet {
        DataSheet(
            "rejected",
            columns: ["source", "reason", "rows", "first_file", "first_line"],
            rows: sources.flatMap { source in
                source.tallies.flatMap(\.groups).map { group in
                    [
                        .text(source.id), .text(group.reason.rawValue), .integer(group.count),
                        .text(group.first.position.file), .optional(group.first.position.line),
                    ]
                }
            }
        )
    }
}

extension FunnelReport {
    fileprivate var sheets: [DataSheet] {
        guard let metrics else { return [] }
        let id = settings.definition.id
        let weeks = metrics.weeks.flatMap { metrics.rows(of: $0, hasBreakdowns: false, in: settings) }
        let totals = metrics.totalRows(in: settings)
        let own = DataSheet("funnels/\(id)", columns: FunnelMetrics.columns, rows: weeks + totals)
        let activities = activity.map { activity in
            DataSheet(
                "activity/\(id)",
                columns: FunnelMetrics.columns,
                rows: activity.weeks.flatMap { activity.rows(of: $0, hasBreakdowns: false, in: settings) }
            )
        }
        return [own] + (activities.map { [$0] } ?? [])
            + metrics.total.breakdowns.indices.map { metrics.sheet(ofBreakdown: $0, in: settings) }
            + (pipeline.map { [$0.sheet(of: id)] } ?? [])
    }
}

extension Pipeline {
    fileprivate func sheet(of funnel: String) -> DataSheet {
        DataSheet(
            "pipeline/\(funnel)",
            columns: ["funnel", "stage", "reached", "advanced"] + outcomes + ["open", "backfilled"],
            rows: stages.map { stage in
                [.text(funnel), .text(stage.id), .integer(stage.reached), .integer(stage.advanced)]
                    + stage.endings.map(DataSheet.Cell.integer) + [.integer(stage.openNow), .integer(stage.backfilled)]
            }
        )
    }
}
