internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// What is open in a pipeline: its value, its age, and what it is worth that somebody comes to each stage.
struct OpenDealsBlocks {
    let say: FunnelWords
    let figures: PipelineFigures

    private var words: Words { say.words }

    var blocks: [PageBlock] {
        let worth = figures.hasAmounts ? [self.worth] : []
        guard figures.open.contains(where: { $0.count > 0 }) else { return worth }
        return (figures.hasAmounts ? [value] : []) + [ageing] + worth
    }

    private var value: PageBlock {
        let title = words.say("deals.open_value", ["noun": say.people])
        let columns = ["open", "amount", "chance", "weighted"].map { words.say("deals.\($0)") }
        let rows = figures.open.enumerated().map { stage, deals in
            let chance = deals.probability.map(words.formats.percent) ?? words.say("table.none")
            let stated = deals.isProbabilityStated ? " " + words.say("deals.stated") : ""
            return DataTable.Row([
                say.name(stage), say.count(deals.count), say.amount(deals.value), chance + stated,
                say.amount(deals.value.count > 0 ? deals.weighted : nil),
            ])
        }
        let sum = figures.openValue
        let total = DataTable.Row(
            [
                words.say("pipeline.total"), say.count(figures.open.map(\.count).reduce(0, +)), say.amount(sum),
                words.say("table.none"), say.amount(sum.count > 0 ? figures.weightedValue : nil),
            ],
            className: "total"
        )
        let table = say.table(title, [words.say("pipeline.stage")] + columns, rows + [total], file: "open")
        return PageBlock(title: title, subtitle: words.say("deals.open_sub"), table: table)
    }

    private var ageing: PageBlock {
        let title = words.say("deals.ageing")
        let isUnknown = figures.open.contains { $0.withoutAge > 0 }
        let columns =
            [words.say("pipeline.stage")] + ageNames + (isUnknown ? [words.say("deals.age_unknown")] : [])
            + [words.say("deals.stale")] + (isPlanned ? [words.say("deals.overdue")] : [])
        let rows = figures.open.enumerated().map { stage, deals in
            let ages = deals.ageing + (isUnknown ? [deals.withoutAge] : [])
            let overdue = isPlanned ? [self.overdue(deals)] : []
            return DataTable.Row([say.name(stage)] + ages.map(say.count) + [stale(deals)] + overdue)
        }
        let table = say.table(title, columns, rows, file: "ages")
        let plans = isPlanned ? " " + words.say("deals.overdue_sub") : ""
        let subtitle = words.say("deals.ageing_sub", ["noun": say.people]) + plans
        return PageBlock(title: title, subtitle: subtitle, figure: figure(subtitle, table), table: table)
    }

    /// The ages of all stages together, those who are stale grey; `nil` where there are too few.
    private func figure(_ subtitle: String, _ table: DataTable) -> String? {
        let count = figures.open.map(\.count).reduce(0, +)
        guard DealAges.isShown(openDeals: count) else { return nil }
        let stale = figures.open.map { $0.staleAgeing.reduce(0, +) }.reduce(0, +)
        let isJudged = figures.open.contains { $0.stale != nil }
        let counts = ["count": say.count(count), "stale": say.count(stale), "noun": say.noun(count)] as KeyValuePairs
        let frame = FigureFrame(
            id: "\(say.funnel.settings.definition.id)-ageing",
            title: words.say(
                isJudged ? "deals.ageing_title" : "deals.ageing_title_plain",
                counts,
                plural: PluralNumber(count)
            ),
            subtitle: subtitle,
            table: table,
            tableSummary: words.say("figure.table")
        )
        let key = BarList.Key(bar: words.say("deals.open"), grey: words.say("deals.stale"))
        return BarList(frame: frame, rows: ages, key: isJudged ? key : nil).html()
    }

    private var ages: [BarList.Row] {
        let groups = ageNames.enumerated().map { group, name in
            let count = figures.open.map { $0.ageing[group] }.reduce(0, +)
            let stale = figures.open.map { $0.staleAgeing[group] }.reduce(0, +)
            let value = Money(sumOf: figures.open.map { $0.ageingValue[group] })
            let text = say.count(count) + (value.count > 0 ? " · " + say.amount(value.amount) : "")
            let share = count > 0 ? Double(stale) / Double(count) : 0
            return BarList.Row(name, value: Double(count), text: text, greyShare: share)
        }
        let unknown = figures.open.map(\.withoutAge).reduce(0, +)
        guard unknown > 0 else { return groups }
        let rest = BarList.Row(
            words.say("deals.age_unknown"),
            value: Double(unknown),
            text: say.count(unknown),
            isRest: true
        )
        return groups + [rest]
    }

    /// `0–7 gün`, …, `61 gün ve üstü`.
    var ageNames: [String] {
        let starts = OpenDeals.ageGroups
        return starts.indices.map { group in
            guard group + 1 < starts.count else {
                return words.say("deals.age_last", ["from": say.count(starts[group])])
            }
            let range = ["from": say.count(starts[group]), "to": say.count(starts[group + 1] - 1)] as KeyValuePairs
            return words.say("deals.age", range)
        }
    }

    /// Whether the data say when deals are expected to close.
    private var isPlanned: Bool { figures.open.contains { $0.overdue != nil } }

    /// How many, and what they are worth.
    private func overdue(_ deals: OpenDeals) -> String {
        guard let overdue = deals.overdue else { return words.say("table.none") }
        let count = say.count(overdue.count + overdue.withoutAmount)
        return overdue.count > 0 ? "\(count) (\(say.amount(overdue.amount)))" : count
    }

    private func stale(_ deals: OpenDeals) -> String {
        guard let stale = deals.stale, let limit = deals.staleAfterSeconds else { return words.say("table.none") }
        let count = stale.count + stale.withoutAmount
        return words.say("deals.stale_cell", ["count": say.count(count), "limit": words.duration(limit)])
    }

    private var worth: PageBlock {
        let title = words.say("deals.worth")
        let columns = ["won_rate", "mean_amount", "per_round"].map { words.say("deals.\($0)") }
        let rows = figures.worth.enumerated().map { stage, worth in
            let isSmall = worth.winRate.denominator < FunnelWords.smallestBase
            return DataTable.Row([
                .text(say.name(stage)), say.countedCell(worth.winRate), .text(say.amount(worth.won.mean)),
                .text(say.amount(isSmall ? nil : worth.perRound)),
            ])
        }
        let table = say.table(title, [words.say("pipeline.stage")] + columns, rows, file: "worth")
        return PageBlock(title: title, subtitle: words.say("deals.worth_sub", ["noun": say.people]), table: table)
    }
}
