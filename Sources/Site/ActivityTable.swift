internal import Figures
internal import Funnel

/// What happened in one week at each stage, beside the week before.
struct ActivityTable {
    let say: FunnelWords
    let week: WeekMetrics

    private var words: Words { say.words }

    var title: String {
        words.say("activity.week", ["week": words.weekTitle(week.week), "dates": words.formats.dates(week.week)])
    }

    var table: DataTable {
        let names = [words.say("table.stage")] + ["came", "before", "change"].map { words.say("activity.\($0)") }
        return DataTable(
            caption: title,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: week.cohort.stages.indices.map(row),
            regionLabel: say.region(title)
        )
    }

    private func row(_ stage: Int) -> DataTable.Row {
        let (now, before) = (week.cohort.stages[stage].count, week.before?.stages[stage].count)
        return DataTable.Row([say.counted(stage), say.count(now), say.count(before), change(from: before, to: now)])
    }

    /// In percent; none where the week before has too few.
    private func change(from before: Int?, to now: Int?) -> String {
        guard let now, let before, before >= FunnelWords.smallestBase else { return words.say("table.none") }
        return words.formats.signedPercent(Double(now - before) / Double(before))
    }
}
