internal import Calendars
internal import Figures
internal import Funnel

/// One week's numbers by the values of a dimension, the largest first.
struct BreakdownTable {
    let say: FunnelWords
    let week: WeekMetrics
    let breakdown: BreakdownMetrics
    let dimension: Dimension
    /// The values that have pages.
    let names: ValueNames
    /// Where the table stands.
    let page: Address

    private var words: Words { say.words }

    var title: String { words.say("by.title", ["dimension": words.dimension(dimension.id)]) }

    var subtitle: String {
        ([view] + [say.suppressionNote(breakdown.values.map(\.stages))].compactMap(\.self)).joined(separator: " ")
    }

    private var view: String {
        say.byView(
            "by.sub",
            [
                "dates": words.formats.dates(week.week), "noun": say.people,
                "touch": say.touch(of: dimension),
            ]
        )
    }

    var table: DataTable {
        let head = words.formats.capitalized(words.dimension(dimension.id))
        let names = [head, say.step(to: 1)] + say.stages.indices.map(say.shortName)
        let own = ValueNames(breakdown)
        return DataTable(
            caption: title,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: own.parts.compactMap { part in
                breakdown.stages(of: part, besides: own).map { DataTable.Row(cells(part, $0)) }
            },
            regionLabel: say.region(title)
        )
    }

    private func cells(_ part: ValueNames.Part, _ stages: [StageMetrics]) -> [DataTable.Cell] {
        let first = stages[1]
        return [head(of: part), say.stepCell(first, isMatured: first.isMatured)] + stages.map { .text(say.count($0)) }
    }

    private func head(of part: ValueNames.Part) -> DataTable.Cell {
        let name = say.name(of: part, in: dimension.id)
        guard let target = say.address(of: part, in: names, dimension: dimension.id) else { return .text(name) }
        return .link(name, to: page.link(to: target))
    }
}
