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

    /// Columns for the step, its latest weeks, its rate, and what changed.
    var table: DataTable {
        let columns = hasLines ? ["step", "line", "rate", "change"] : ["step", "rate", "change"]
        return DataTable(
            caption: words.say("steps.title"),
            columns: columns.map { DataTable.Column(title(of: $0), isNumeric: $0 == "rate") },
            rows: stages.indices.dropFirst().map { DataTable.Row(cells(stage: $0)) },
            regionLabel: say.region(words.say("steps.title"))
        )
    }

    private func title(of column: String) -> String {
        switch column {
        case "step": "\(words.say("steps.step")) (\(words.formats.uncapitalized(say.byView("steps.base"))))"
        case "line": words.say("steps.line", ["weeks": String(Sparkline.usualWeeks)])
        default: words.say("steps.\(column)")
        }
    }

    private func cells(stage: Int) -> [DataTable.Cell] {
        let metrics = stages[stage]
        let line = lines[stage].map { DataTable.Cell.markup($0.svg()) } ?? .text(words.say("table.none"))
        return [step(to: stage)] + (hasLines ? [line] : []) + [
            say.rateCell(metrics.fromPrevious, isMatured: metrics.isMatured), change(of: stage),
        ]
    }

    /// The step by name, and how many of how many took it.
    private func step(to stage: Int) -> DataTable.Cell {
        let metrics = stages[stage]
        let step = say.step(to: stage)
        let name = say.isHandOff(stage) ? words.say("steps.handoff", ["step": step]) : step
        let rate = metrics.fromPrevious.flatMap {
            metrics.count == nil || $0.denominator == 0 && stages[say.base(of: stage)].count == nil ? nil : $0
        }
        guard let rate else { return .text(name) }
        let base = "\(say.count(rate.numerator)) / \(say.count(rate.denominator))"
        return .markup("\(escaped(name)) <small>\(escaped(base))</small>")
    }

    /// Where the rate is unusual for its mix of entrants alone, that it is.
    private func mixAlone(_ stage: Int) -> String? {
        week.signalMixes.first { $0.stage == stage && $0.isMixAlone }
            .map { words.say("value_signal.mix_mark", ["dimension": words.dimension($0.dimension)]) }
    }

    /// Said where this week has enough entrants for a rate, and the week before had some, but too few.
    private func smallBefore(_ stage: Int) -> String? {
        guard say.shown(week.cohort.stages[stage].fromPrevious) != nil,
            let before = week.before?.stages[stage].fromPrevious,
            (1..<FunnelWords.smallestBase).contains(before.denominator)
        else { return nil }
        return words.say("steps.small_before")
    }

    /// Whether the rate is unusual, its change against last week, and, once it is final, its target.
    private func change(of stage: Int) -> DataTable.Cell {
        let metrics = stages[stage]
        let change = say.change(metrics.fromPrevious, since: week.before?.stages[stage].fromPrevious).map(words.points)
        let goal = (metrics.isMatured ? say.target(stage)?.rate : nil).map {
            words.say("steps.goal", ["rate": words.formats.percent($0)])
        }
        let verdict = say.shown(metrics.fromPrevious) == nil ? nil : say.verdict(on: week.judgements[stage])
        let notes = [change ?? smallBefore(stage), goal, mixAlone(stage)].compactMap(\.self).map {
            "<small>\(escaped($0))</small>"
        }
        guard verdict != nil || !notes.isEmpty else { return .text(words.say("table.none")) }
        return .markup(([verdict?.html()].compactMap(\.self) + notes).joined(separator: " "))
    }
}
