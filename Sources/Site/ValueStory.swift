internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// What the page of one value of a dimension says: the same funnel, of those who have the value.
struct ValueStory {
    let say: FunnelWords
    let metrics: FunnelMetrics
    /// Its index in the funnel.
    let dimension: Int
    let names: ValueNames
    let part: ValueNames.Part

    private var words: Words { say.words }
    private var id: String { metrics.funnel.dimensions[dimension].id }
    private var total: [StageMetrics]? { stages(in: metrics.total) }
    private var matured: [StageMetrics]? { stages(in: metrics.totalMatured) }

    private func stages(in cohort: CohortMetrics) -> [StageMetrics]? {
        cohort.breakdowns[dimension].stages(of: part, besides: names)
    }

    var address: Address? { address(of: part) }

    private func address(of part: ValueNames.Part) -> Address? { say.address(of: part, in: names, dimension: id) }

    var title: String {
        words.say(
            "value.title",
            ["dimension": words.formats.capitalized(words.dimension(id)), "value": say.name(of: part)]
        )
    }

    /// The whole way, beside that of everybody.
    var lede: String {
        guard let rate = matured?.last?.fromFirst, let shown = say.shown(rate),
            let all = say.shown(metrics.totalMatured.stages.last?.fromFirst)
        else { return words.say("value.lede_none") }
        return words.say(
            "value.lede",
            ["step": say.wholeWay, "rate": shown.rate, "interval": shown.interval, "all": all.rate]
        )
    }

    /// Each step in matured weeks, beside that of everybody.
    var stepTable: DataTable {
        let names = ["step", "rate", "base"].map { words.say("steps.\($0)") } + [words.say("value.everybody")]
        let none = words.say("table.none")
        return DataTable(
            caption: words.say("value.steps"),
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: say.stages.indices.dropFirst().map { stage in
                let rate = matured?[stage].fromPrevious
                let base = rate.map { "\(say.count($0.numerator)) / \(say.count($0.denominator))" }
                return DataTable.Row([
                    .text(say.step(to: stage)), say.rateCell(rate, isMatured: true), .text(base ?? none),
                    say.rateCell(metrics.totalMatured.stages[stage].fromPrevious, isMatured: true),
                ])
            },
            regionLabel: words.say("value.steps")
        )
    }

    /// The newest 26 weeks, newest first.
    var weekTable: DataTable {
        let counts = say.stages.indices.map(say.shortName)
        let names = [words.say("table.week")] + counts + [say.wholeWay]
        return DataTable(
            caption: words.say("value.weeks"),
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: metrics.weeks.suffix(26).reversed().compactMap(row),
            regionLabel: words.say("value.weeks")
        )
    }

    private func row(_ week: WeekMetrics) -> DataTable.Row? {
        guard let stages = stages(in: week.cohort), let last = stages.last else { return nil }
        let link = (address ?? .index).link(to: .week(week.week))
        let counts = stages.map { DataTable.Cell.text(say.count($0.count)) }
        return DataTable.Row(
            [.link(words.weekTitle(week.week), to: link)] + counts
                + [say.finalRateCell(last)],
            className: "line"
        )
    }

    /// The dimension's other values.
    func others(from page: Address) -> [[String: TemplateValue]] {
        names.parts.filter { $0 != part }.compactMap { other in
            address(of: other).map { ["name": .text(say.name(of: other)), "url": .text(page.link(to: $0))] }
        }
    }
}

extension FunnelWords {
    func name(of part: ValueNames.Part) -> String {
        switch part {
        case .value(let value): words.value(value)
        case .rest: words.say("value.rest")
        }
    }

    /// The page of a dimension's value; `nil` where it has none.
    func address(of part: ValueNames.Part, in names: ValueNames, dimension: String) -> Address? {
        let id = funnel.settings.definition.id
        let isFirst = edition.report.funnels.first?.settings.definition.id == id
        return names.word(for: part).map { Address.value($0, of: dimension, in: isFirst ? nil : id) }
    }
}
