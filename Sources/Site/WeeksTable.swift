internal import Figures
internal import Funnel

/// The newest 26 weeks of a funnel, newest first: how many there were at each stage.
struct WeeksTable {
    let say: FunnelWords
    let metrics: FunnelMetrics
    /// Where the table stands.
    let page: Address

    private var words: Words { say.words }

    var table: DataTable {
        let names = [words.say("table.week")] + say.stages.indices.map(say.shortName)
        let caption = words.say("activity.caption")
        return DataTable(
            caption: caption,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) }
                + [DataTable.Column(words.say("table.state"))],
            rows: metrics.weeks.suffix(26).reversed().map(row),
            regionLabel: say.region(caption)
        )
    }

    private func row(_ week: WeekMetrics) -> DataTable.Row {
        let counts = week.cohort.stages.map { DataTable.Cell.text(say.count($0.count)) }
        let open = week.cohort.stages.first { !$0.isMatured && $0.count != nil } ?? week.cohort.stages[0]
        return DataTable.Row(
            [say.cell(week, from: page)] + counts + [.text(say.state(of: open, in: week))],
            className: "line"
        )
    }
}
