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
    /// The dimension's name in huni.yaml.
    var dimensionID: String { metrics.funnel.dimensions[dimension].id }
    private var total: [StageMetrics]? { stages(in: metrics.total) }
    private var matured: [StageMetrics]? { stages(in: metrics.totalMatured) }

    private func stages(in cohort: CohortMetrics) -> [StageMetrics]? { stages(of: part, in: cohort) }

    /// The numbers of one of the dimension's values; `nil` where it does not occur.
    func stages(of part: ValueNames.Part, in cohort: CohortMetrics) -> [StageMetrics]? {
        cohort.breakdowns[dimension].stages(of: part, besides: names)
    }

    var address: Address? { address(of: part) }

    /// The page of one of the dimension's values.
    func address(of part: ValueNames.Part) -> Address? { say.address(of: part, in: names, dimension: dimensionID) }

    var title: String {
        words.say(
            "value.title",
            [
                "dimension": words.formats.capitalized(words.dimension(dimensionID)),
                "value": say.name(of: part, in: dimensionID),
            ]
        )
    }

    /// The way from entry to the deepest stage whose numbers may be told, beside that of everybody.
    var lede: String {
        for stage in say.stages.indices.dropFirst().reversed() {
            guard let rate = matured?[stage].fromFirst, let shown = say.shown(rate),
                let all = say.shown(metrics.totalMatured.stages[stage].fromFirst)
            else { continue }
            return say.byView(
                "value.lede",
                ["step": say.way(to: stage), "rate": shown.rate, "interval": shown.interval, "all": all.rate]
            )
        }
        return say.byView("value.lede_none")
    }

    /// The view, and what is not told.
    var note: String {
        let stages = (metrics.weeks.suffix(26).map(\.cohort) + [metrics.totalMatured]).compactMap(stages)
        return ([say.viewNote] + [say.suppressionNote(stages)].compactMap(\.self)).joined(separator: " ")
    }

    var stepTitle: String { say.byView("value.steps") }

    /// Each step in matured weeks, beside that of everybody.
    var stepTable: DataTable {
        let own = ["step", "rate"].map { words.say("steps.\($0)") }
        let names = own + [say.byView("steps.base"), words.say("value.everybody")]
        let none = words.say("table.none")
        return DataTable(
            caption: stepTitle,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: say.stages.indices.dropFirst().map { stage in
                let told = matured?[stage]
                let rate = told?.fromPrevious
                let isHidden = told?.suppressed.contains(.fromPrevious) == true
                let none = isHidden ? words.say("suppressed.cell") : none
                let base = rate.map { "\(say.count($0.numerator)) / \(say.count($0.denominator))" }
                return DataTable.Row([
                    .text(say.step(to: stage)), say.stepCell(told, isMatured: true), .text(base ?? none),
                    say.rateCell(metrics.totalMatured.stages[stage].fromPrevious, isMatured: true),
                ])
            },
            regionLabel: stepTitle
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
        let counts = stages.map { DataTable.Cell.text(say.count($0)) }
        return DataTable.Row(
            [say.cell(week.week, from: address ?? .index)] + counts + [say.finalRateCell(last, in: week)],
            className: "line"
        )
    }

    /// The dimension's other values.
    func others(from page: Address) -> [[String: TemplateValue]] {
        names.parts.filter { $0 != part }.compactMap { other in
            address(of: other).map {
                ["name": .text(say.name(of: other, in: dimensionID)), "url": .text(page.link(to: $0))]
            }
        }
    }
}

extension FunnelWords {
    func name(of part: ValueNames.Part, in dimension: String) -> String {
        switch part {
        case .value(let value): dimension == "segment" ? segment(value) : words.value(value)
        case .rest: words.say("value.rest")
        }
    }

    private func segment(_ id: String) -> String {
        let segment = edition.maker.settings.segments.first { $0.id == id }
        return segment?.name.map(edition.text) ?? words.value(id)
    }

    /// The page of a dimension's value; `nil` where it has none.
    func address(of part: ValueNames.Part, in names: ValueNames, dimension: String) -> Address? {
        let id = funnel.settings.definition.id
        let isFirst = edition.report.funnels.first?.settings.definition.id == id
        return names.word(for: part).map { Address.value($0, of: dimension, in: isFirst ? nil : id) }
    }
}
