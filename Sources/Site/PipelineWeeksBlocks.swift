internal import Calendars
internal import Figures
internal import Funnel

/// A pipeline week by week: what came and went in the newest, and what the last thirteen brought.
struct PipelineWeeksBlocks {
    let say: FunnelWords
    let figures: PipelineFigures
    let outcomes: [String]

    private var words: Words { say.words }

    var blocks: [PageBlock] { [flow, weeks].compactMap(\.self) }

    /// The newest week that is over.
    private var flow: PageBlock? {
        guard let week = figures.weeks.last(where: \.isComplete) else { return nil }
        let title = words.say("deals.flow", ["week": words.weekTitle(week.week)])
        let columns =
            [words.say("pipeline.stage")] + ["at_start", "came", "went_on"].map { words.say("deals.\($0)") }
            + outcomes.map(say.outcome) + [words.say("deals.at_end")]
        let rows = week.flows.enumerated().map { stage, flow in
            let counts = [flow.openAtStart, flow.entered, flow.advanced] + flow.endings + [flow.openAtEnd]
            return DataTable.Row([say.name(stage)] + counts.map(say.count), className: "line")
        }
        let subtitle = words.say("deals.flow_sub", ["dates": words.formats.dates(week.week)])
        return PageBlock(title: title, subtitle: subtitle, table: say.table(title, columns, rows, file: "flows"))
    }

    private var weeks: PageBlock? {
        let shown = figures.weeks.suffix(14).filter { $0.isComplete || $0.week == figures.weeks.last?.week }.suffix(13)
        guard !shown.isEmpty else { return nil }
        let title = words.say("deals.weeks")
        let money = figures.hasAmounts ? [words.say("deals.won_amount")] : []
        let target = figures.targetAmount == nil ? [] : [words.say("deals.of_target")]
        let columns =
            [words.say("table.week"), words.say("deals.closed_basis"), words.say("deals.created_basis")] + money
            + target
        let rows = shown.reversed().map { DataTable.Row(cells(of: $0)) }
        var block = PageBlock(title: title, subtitle: words.say("deals.weeks_sub"))
        if let amount = figures.targetAmount {
            block.texts = [words.say("deals.target_shared", ["target": say.amount(amount)])]
        }
        block.table = say.table(title, columns, rows, file: "weeks")
        return block
    }

    private func cells(of week: PipelineFigures.OneWeek) -> [DataTable.Cell] {
        let mark = week.isComplete ? "" : "\u{a0}◔"
        var cells = [
            DataTable.Cell.text(words.weekTitle(week.week) + mark),
            figures.knowsLosses ? say.countedCell(week.closed) : .text(words.say("table.none")),
            say.countedCell(week.created, isMatured: week.isMatured),
        ]
        if figures.hasAmounts { cells.append(.text(say.amount(week.won.amount))) }
        if let target = figures.targetAmount {
            cells.append(.text(words.formats.percent(week.won.amount / target) + mark))
        }
        return cells
    }
}
