internal import Figures
internal import Funnel

/// The newest 26 weeks of a funnel, newest first: how many there were at each stage.
struct WeeksTable {
    let say: FunnelWords
    let metrics: FunnelMetrics
    /// Where the table stands.
    let page: Address

    private var words: Words { say.words }
    private var weeks: ArraySlice<WeekMetrics> { metrics.weeks.suffix(26) }

    var table: DataTable {
        let names = [words.say("table.week")] + say.stages.indices.map(say.shortName)
        let caption = words.say("activity.caption")
        return DataTable(
            caption: caption,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) }
                + (hasOpen ? [DataTable.Column(words.say("table.state"))] : []),
            rows: weeks.reversed().map(row),
            regionLabel: say.region(caption)
        )
    }

    private func row(_ week: WeekMetrics) -> DataTable.Row {
        let counts = week.cohort.stages.map { DataTable.Cell.text(say.count($0.count)) }
        let state = hasOpen ? [DataTable.Cell.text(say.state(of: leastSettled(week), in: week))] : []
        return DataTable.Row([say.cell(week.week, from: page)] + counts + state, className: "line")
    }

    /// Whether a number of any of the weeks is not final, or not known.
    private var hasOpen: Bool { weeks.contains { !leastSettled($0).isMatured } }

    private func leastSettled(_ week: WeekMetrics) -> StageMetrics {
        let stages = week.cohort.stages
        return stages.first { !$0.isMatured && $0.count != nil } ?? stages.first { !$0.isMatured } ?? stages[0]
    }
}
