internal import Calendars
internal import Figures
internal import Funnel

/// One week's numbers by the values of a dimension, the largest first.
struct BreakdownTable {
    let say: FunnelWords
    let week: WeekMetrics
    let breakdown: BreakdownMetrics
    let dimension: Dimension

    private var words: Words { say.words }

    var title: String { words.say("by.title", ["dimension": words.dimension(dimension.id)]) }

    var subtitle: String {
        words.say(
            "by.sub",
            [
                "dates": words.formats.dates(week.week), "noun": say.people,
                "touch": words.say("by.\(dimension.touch.rawValue)"),
            ]
        )
    }

    var table: DataTable {
        let head = words.formats.capitalized(words.dimension(dimension.id))
        let names = [head, say.step(to: 1)] + say.stages.indices.map(say.shortName)
        let sorted = breakdown.values.enumerated().sorted {
            ($1.element.stages[0].count ?? -1, $0.offset) < ($0.element.stages[0].count ?? -1, $1.offset)
        }
        return DataTable(
            caption: title,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: sorted.map { DataTable.Row(cells($0.element)) },
            regionLabel: say.region(title)
        )
    }

    private func cells(_ part: ValueMetrics) -> [DataTable.Cell] {
        let first = part.stages[1]
        return [
            .text(part.values.map(words.value).joined(separator: ", ")),
            say.rateCell(first.fromPrevious, isMatured: first.isMatured),
        ] + part.stages.map { .text(say.count($0.count)) }
    }
}
