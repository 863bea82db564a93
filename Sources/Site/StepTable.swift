internal import Calendars
internal import Figures
internal import Funnel
internal import Settings

/// The rates of one week's steps, with their intervals and changes.
struct StepTable {
    let say: FunnelWords
    let week: WeekMetrics

    private var words: Words { say.words }
    private var stages: [StageMetrics] { week.cohort.stages }
    private var isMaturing: Bool { stages.contains { !$0.isMatured } }

    var subtitle: String {
        words.say(isMaturing ? "steps.sub_maturing" : "steps.sub", ["days": String(week.ageDays)])
    }

    var table: DataTable {
        var columns = ["step", "rate", "interval", "base", "change"]
        if hasTargets { columns.append("target") }
        return DataTable(
            caption: words.say("steps.title"),
            columns: columns.map { DataTable.Column(words.say("steps.\($0)"), isNumeric: $0 != "step") },
            rows: stages.indices.dropFirst().map { DataTable.Row(cells(stage: $0)) },
            regionLabel: words.say("steps.title"))
    }

    private var hasTargets: Bool { say.stages.contains { $0.target.rate != nil } }

    private func cells(stage: Int) -> [String] {
        let metrics = stages[stage]
        let none = words.say("table.none")
        let shown = say.shown(metrics.fromPrevious)
        let isSmall = shown == nil && (metrics.fromPrevious?.denominator ?? 0) > 0
        let mark = metrics.isMatured || shown == nil ? "" : "\u{a0}◔"
        let change = say.change(metrics.fromPrevious, since: week.before?.stages[stage].fromPrevious)
        var cells = [
            say.step(to: stage),
            shown.map { $0.rate + mark } ?? (isSmall ? words.say("steps.small") : none),
            shown?.interval ?? none,
            metrics.fromPrevious.map { "\(say.count($0.numerator)) / \(say.count($0.denominator))" } ?? none,
            change.map(words.points) ?? none,
        ]
        if hasTargets { cells.append(say.stages[stage].target.rate.map(words.formats.percent) ?? none) }
        return cells
    }
}
