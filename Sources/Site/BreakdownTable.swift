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

    var title: String { words.say("by.title", ["dimension": dimension.id]) }

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
        let first = say.step(to: 1)
        let names =
            [words.say("by.value")] + say.stages.indices.map(say.shortName) + [first, words.say("table.interval")]
        let sorted = breakdown.values.enumerated().sorted {
            ($1.element.stages[0].count, $0.offset) < ($0.element.stages[0].count, $1.offset)
        }
        return DataTable(
            caption: title,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: sorted.map { DataTable.Row(cells($0.element)) },
            regionLabel: title
        )
    }

    private func cells(_ part: ValueMetrics) -> [String] {
        let none = words.say("table.none")
        let rate = say.shown(part.stages[1].fromPrevious)
        let mark = part.stages[1].isMatured || rate == nil ? "" : "\u{a0}◔"
        return [part.values.map(words.value).joined(separator: ", ")] + part.stages.map { say.count($0.count) }
            + [rate.map { $0.rate + mark } ?? none, rate?.interval ?? none]
    }
}
