internal import Calendars
internal import Figures
internal import Funnel

/// The latest 52 weeks of each step and of the whole way, as lines with the newest final rate beside them.
struct YearTable {
    let say: FunnelWords
    let metrics: FunnelMetrics

    private var words: Words { say.words }

    /// `nil` where no line has six weeks of 30 entrants or more.
    var table: DataTable? {
        guard !say.countsAnyStages else { return nil }
        let lines = YearSparkline(metrics: metrics)
        let steps = say.stages.indices.dropFirst().compactMap { stage in
            lines.step(to: stage).map { row(say.step(to: stage), $0, stage) { $0.fromPrevious } }
        }
        let last = say.stages.count - 1
        let whole = lines.wholeWay.map { [row(say.wholeWay, $0, last, className: "total") { $0.fromFirst }] } ?? []
        guard !steps.isEmpty else { return nil }
        let weeks = String(Sparkline.yearWeeks)
        let caption = say.byView("archive.lines", ["weeks": weeks])
        let heads = [words.say("steps.step"), words.say("steps.line", ["weeks": weeks]), words.say("archive.newest")]
        return DataTable(
            caption: caption,
            hidesCaption: false,
            columns: heads.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 1) },
            rows: steps + (last > 1 ? whole : []),
            regionLabel: say.region(caption)
        )
    }

    private func row(
        _ name: String,
        _ line: Sparkline,
        _ stage: Int,
        className: String? = nil,
        _ rate: (StageMetrics) -> ConversionRate?
    ) -> DataTable.Row {
        let newest = metrics.weeks.last { week in
            week.cohort.stages[stage].isMatured && say.shown(rate(week.cohort.stages[stage])) != nil
        }
        let cell = newest.map { say.rateCell(rate($0.cohort.stages[stage]), isMatured: true) }
        return DataTable.Row(
            [.text(name), .markup(line.svg()), cell ?? .text(words.say("table.none"))],
            className: className
        )
    }
}
