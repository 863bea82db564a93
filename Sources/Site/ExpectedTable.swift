internal import Figures
internal import Funnel

/// What share of entrants will have come to each stage once the week has matured, beside the share so far.
struct ExpectedTable {
    let say: FunnelWords
    let week: WeekMetrics

    private var words: Words { say.words }

    /// `nil` where nothing is expected: the week has matured, or no week has been watched long enough.
    var table: DataTable? {
        let rows = zip(week.cohort.stages.indices, week.cohort.stages).compactMap { stage, metrics in
            metrics.expectedFromFirst.map { row(stage, metrics, $0) }
        }
        guard !rows.isEmpty else { return nil }
        let columns = ["stage", "so_far", "final", "interval"]
        return DataTable(
            caption: words.say("expected.title"),
            columns: columns.map { DataTable.Column(words.say("expected.\($0)"), isNumeric: $0 != "stage") },
            rows: rows,
            regionLabel: say.region(words.say("expected.title"))
        )
    }

    /// The table, and of each step outside its normal range that this week will not end as usual.
    func values(_ downloads: DataTable.Downloads?) -> TemplateValue {
        guard let table else { return .absent }
        let signals = week.judgements.indices.dropFirst().filter { week.judgements[$0].signal != nil }
        return .object([
            "signals": .list(
                signals.map { ["text": .text(words.say("expected.signal", ["step": say.step(to: $0)]))] }
            ),
            "table": .text(table.linked(downloads).html()),
        ])
    }

    private func row(_ stage: Int, _ metrics: StageMetrics, _ expected: ExpectedRate) -> DataTable.Row {
        let soFar = say.shown(metrics.fromFirst)?.rate
        return DataTable.Row([
            say.shortName(stage),
            soFar.map { $0 + "\u{a0}◔" } ?? words.say("steps.small"),
            words.formats.percent(expected.rate),
            words.formats.percentRange(expected.interval),
        ])
    }
}
