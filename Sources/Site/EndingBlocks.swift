internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// Why rounds of a pipeline ended, and what became of those that were handed back.
struct EndingBlocks {
    let say: FunnelWords
    let figures: PipelineFigures
    let outcomes: [String]
    /// Where they stand.
    var page = Address.pipeline

    private var words: Words { say.words }

    var blocks: [PageBlock] { outcomes.indices.compactMap { reasons(of: $0, in: nil) } + [recycled].compactMap(\.self) }

    /// The reasons of one outcome, in one stage or in all; `nil` where nothing ended so, or no reason is known.
    func reasons(of outcome: Int, in stage: Int?) -> PageBlock? {
        let ranked = figures.reasons.ranked(outcome: outcome, stage: stage)
        guard ranked.contains(where: { $0.reason != nil }) else { return nil }
        let outcomeName = say.outcome(outcomes[outcome])
        let title =
            stage.map { words.say("deals.reasons_here", ["outcome": outcomeName, "stage": say.shortName($0)]) }
            ?? words.say("deals.reasons", ["outcome": outcomeName])
        let table = table(title, ranked)
        let id = "\(say.funnel.settings.definition.id)-reasons-\(outcomes[outcome])"
        return PageBlock(
            title: title,
            subtitle: words.say("deals.reasons_sub"),
            figure: figure(id, title, ranked, table),
            table: table
        )
    }

    /// Why rounds went no further than this stage, one for each outcome with a reason; on the stage's own page.
    func blocks(of stage: Int) -> [PageBlock] { outcomes.indices.compactMap { reasons(of: $0, in: stage) } }

    /// The five most frequent, the others together, and what is unknown; `nil` where there are too few.
    private func figure(_ id: String, _ title: String, _ ranked: [EndingReason], _ table: DataTable) -> String? {
        let known = ranked.filter { $0.reason != nil }
        let sum = ranked.map(\.count).reduce(0, +)
        guard LossReasons.isShown(losses: sum), let first = known.first else { return nil }
        let rows = LossReasons.rows(of: known.map(\.count), unknown: sum - known.map(\.count).reduce(0, +))
            .map { row in
                let name =
                    switch row.kind {
                    case .reason(let index): words.formats.capitalized(say.reason(known[index].reason))
                    case .other: words.say("deals.other_reasons")
                    case .unknown: words.formats.capitalized(words.say("deals.unknown_reason"))
                    }
                let isNamed = if case .reason = row.kind { true } else { false }
                return BarList.Row(name, value: Double(row.count), text: say.count(row.count), isRest: !isNamed)
            }
        let values =
            ["title": title, "reason": say.reason(first.reason), "count": say.count(first.count)] as KeyValuePairs
        let frame = FigureFrame(
            id: id,
            title: words.say("deals.reasons_title", values),
            subtitle: words.say("deals.reasons_sub"),
            table: table,
            tableSummary: words.say("figure.table")
        )
        return BarList(frame: frame, rows: rows).html()
    }

    private func table(_ title: String, _ ranked: [EndingReason]) -> DataTable {
        let sum = ranked.map(\.count).reduce(0, +)
        let hasAmounts = ranked.contains { $0.value.count > 0 }
        let columns =
            ["reason", "count", "share", "recent"].map { words.say("deals.\($0)") }
            + (hasAmounts ? [words.say("deals.amount")] : [])
        let rows = ranked.map { reason in
            let share = ConversionRate(reason.count, of: sum)
            return DataTable.Row(
                [
                    words.formats.capitalized(say.reason(reason.reason)), say.count(reason.count),
                    say.shown(share)?.rate ?? words.say("table.none"),
                    reason.recent.map(say.count) ?? words.say("suppressed.cell"),
                ] + (hasAmounts ? [say.amount(reason.value)] : [])
            )
        }
        return say.table(title, columns, rows, file: "reasons", on: page)
    }

    private var recycled: PageBlock? {
        let recycled = figures.recycled
        guard recycled.count > 0 else { return nil }
        let title = say.outcome("recycled")
        let ended = zip(outcomes, recycled.endings).filter { $0.1 > 0 }.map { (say.outcome($0.0), $0.1) }
        let fates =
            [(words.say("deals.not_back"), recycled.notBack), (words.say("deals.back_open"), recycled.open)]
            + [(say.name(say.stages.count - 1), recycled.won)] + ended
        let columns = [words.say("deals.fate"), words.say("deals.count")]
        let rows = fates.map { DataTable.Row([words.formats.capitalized($0.0), say.count($0.1)]) }
        let total = DataTable.Row([words.say("pipeline.total"), say.count(recycled.count)], className: "total")
        let caption = words.say("deals.recycled", ["outcome": title])
        return PageBlock(
            title: caption,
            subtitle: words.say("deals.recycled_sub", ["rate": say.sentence(recycled.share)]),
            table: say.table(caption, columns, rows + [total], file: "recycled")
        )
    }
}
