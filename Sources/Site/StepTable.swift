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
    private var isMaturing: Bool { say.isActivity ? !week.isComplete : stages.contains { !$0.isMatured } }

    var subtitle: String {
        let sub = say.byView(isMaturing ? "steps.sub_maturing" : "steps.sub", ["days": String(week.ageDays)])
        let weeks = String(Sparkline.usualWeeks)
        return hasLines ? "\(sub) \(words.say("steps.line_sub", ["weeks": weeks]))" : sub
    }

    private var lines: [Sparkline?] { week.judgements.map { StepSparkline(judgement: $0).sparkline } }
    private var hasLines: Bool { lines.contains { $0 != nil } }

    var table: DataTable {
        let columns =
            (hasLines ? ["step", "line"] : ["step"]) + ["rate", "change"]
            + (hasTargets ? ["target", "base"] : ["base"])
        return DataTable(
            caption: words.say("steps.title"),
            columns: columns.map { name in
                DataTable.Column(title(of: name), isNumeric: name != "step" && name != "line")
            },
            rows: stages.indices.dropFirst().map { DataTable.Row(cells(stage: $0)) },
            regionLabel: say.region(words.say("steps.title"))
        )
    }

    private func title(of column: String) -> String {
        switch column {
        case "base": say.byView("steps.base")
        case "line": words.say("steps.line", ["weeks": String(Sparkline.usualWeeks)])
        default: words.say("steps.\(column)")
        }
    }

    private var hasTargets: Bool { say.stages.indices.contains { say.target($0)?.rate != nil } }

    private func cells(stage: Int) -> [DataTable.Cell] {
        let metrics = stages[stage]
        let none = words.say("table.none")
        let change = say.change(metrics.fromPrevious, since: week.before?.stages[stage].fromPrevious)
        let step = say.step(to: stage)
        var cells: [DataTable.Cell] = [
            .text(say.isHandOff(stage) ? words.say("steps.handoff", ["step": step]) : step)
        ]
        if hasLines { cells.append(lines[stage].map { .markup($0.svg()) } ?? .text(none)) }
        cells += [
            say.rateCell(metrics.fromPrevious, isMatured: metrics.isMatured),
            .text(change.map(words.points) ?? none),
        ]
        if hasTargets { cells.append(.text(say.target(stage)?.rate.map(words.formats.percent) ?? none)) }
        let rate = metrics.fromPrevious.flatMap {
            metrics.count == nil || $0.denominator == 0 && stages[say.base(of: stage)].count == nil ? nil : $0
        }
        let base = rate.map { "\(say.count($0.numerator)) / \(say.count($0.denominator))" }
        return cells + [.text(base ?? none)]
    }
}
