internal import Figures
internal import Funnel
internal import Settings

/// A pipeline by owner, team and other properties.
struct PipelinePartBlocks {
    let say: FunnelWords
    let figures: PipelineFigures

    /// More values than these are left to the JSON.
    private static let mostRows = 20

    private var words: Words { say.words }

    var blocks: [PageBlock] {
        figures.breakdowns.filter { !$0.parts.isEmpty }.flatMap { breakdown -> [PageBlock] in
            let name = words.dimension(breakdown.id)
            let title = words.formats.capitalized(words.say("by.title", ["dimension": name]))
            let subtitle = words.say(figures.handOffStage == nil ? "deals.by_sub_plain" : "deals.by_sub")
            var block = PageBlock(title: title, subtitle: subtitle, table: table(title, breakdown))
            let hidden = breakdown.parts.count - Self.mostRows
            if hidden > 0 {
                block.texts = [words.say("deals.more", ["count": say.count(hidden)], plural: PluralNumber(hidden))]
            }
            return [block] + (weeks(breakdown).map { [$0] } ?? [])
        }
    }

    /// Small multiples of what was accepted week by week.
    private func weeks(_ breakdown: PipelineBreakdown) -> PageBlock? {
        let multiples = PartMultiples(
            say: say,
            breakdown: breakdown,
            hasHandOff: figures.handOffStage != nil,
            name: { name($0, in: breakdown) }
        )
        return multiples.figure.map { PageBlock(title: $0.frame.title, figure: $0.html()) }
    }

    /// The largest, in the order of their names' bytes.
    private func shown(_ parts: [PipelinePart]) -> [PipelinePart] {
        let order = parts.indices.sorted { (-parts[$0].rounds, $0) < (-parts[$1].rounds, $1) }
        return order.prefix(Self.mostRows).sorted().map { parts[$0] }
    }

    private func table(_ title: String, _ breakdown: PipelineBreakdown) -> DataTable {
        let counts = ["rounds", "accepted", "worked", "won"].map { words.say("deals.\($0)") }
        let money = ["won_amount", "open_amount"].map { words.say("deals.\($0)") }
        let columns =
            [words.formats.capitalized(words.dimension(breakdown.id))] + counts + [words.say("deals.closed_basis")]
            + (figures.hasAmounts ? money : []) + [words.say("deals.cycle_column"), words.say("deals.first_action")]
        let rows = shown(breakdown.parts).map { part in
            DataTable.Row([.text(name(part.value, in: breakdown))] + cells(of: part))
        }
        return say.table(title, columns, rows, file: "by-\(breakdown.id)")
    }

    private func cells(of part: PipelinePart) -> [DataTable.Cell] {
        let won = part.won.rounds
        let counts = [part.rounds, part.accepted, part.worked, won].map { DataTable.Cell.text(say.count($0)) }
        let money = [say.amount(part.won), say.amount(part.open)].map(DataTable.Cell.text)
        return counts + [figures.knowsLosses ? say.countedCell(part.closedWinRate) : .text(words.say("table.none"))]
            + (figures.hasAmounts ? money : [])
            + [part.cycle, part.firstAction].map { .text(median($0)) }
    }

    private func name(_ value: String, in breakdown: PipelineBreakdown) -> String {
        guard breakdown.id == "segment" else { return words.value(value) }
        let segment = say.edition.maker.settings.segments.first { $0.id == value }
        return segment?.name.map(say.edition.text) ?? value
    }

    private func median(_ durations: CensoredDurations) -> String {
        guard let closed = durations.closed, say.isShown(closed) else { return words.say("steps.small") }
        return words.duration(closed.medianSeconds)
    }
}
