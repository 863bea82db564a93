internal import Figures
internal import Funnel

/// The whole way's rate of each value of a dimension, week by week, all on one scale: small multiples for the page of one
/// of them.
struct MultiplesMaker {
    let story: ValueStory
    let id: String
    /// Files with the table's numbers.
    var downloads: DataTable.Downloads?

    private static let mostWeeks = 26
    private var say: FunnelWords { story.say }
    private var words: Words { say.words }

    /// Of the weeks that are final; `nil` where fewer than two values have six weeks with 30 entrants.
    func figure(from page: Address) -> SmallMultiples? {
        let weeks = Array(say.settled(story.metrics.weeks).suffix(Self.mostWeeks))
        let lines = story.names.parts.prefix(SmallMultiples.parts.upperBound).map { part in
            (part: part, values: weeks.map { value(of: part, in: $0) })
        }
        let drawn = lines.filter { $0.values.count { $0 != nil } >= SmallMultiples.leastWeeks }
        guard SmallMultiples.isShown(drawn.map(\.values)) else { return nil }
        let whole = weeks.map { shown($0.cohort.stages.last?.fromFirst) }
        let values = (drawn.flatMap(\.values) + whole).compactMap(\.self)
        return SmallMultiples(
            frame: frame(weeks, drawn),
            panels: drawn.map { panel($0.part, $0.values, from: page) },
            whole: whole,
            axis: ValueAxis(
                covering: values,
                within: 0...1,
                leastSpan: min(0.04, max(0.002, 1.2 * (values.max() ?? 1))),
                text: words.formats.percentTick
            ),
            key: (
                words.dimension(story.dimensionID), words.formats.uncapitalized(words.say("value.everybody"))
            )
        )
    }

    private func shown(_ rate: ConversionRate?) -> Double? {
        rate.flatMap { $0.denominator >= FunnelWords.smallestBase ? $0.rate : nil }
    }

    private func value(of part: ValueNames.Part, in week: WeekMetrics) -> Double? {
        shown(story.stages(of: part, in: week.cohort)?.last?.fromFirst)
    }

    private func panel(_ part: ValueNames.Part, _ values: [Double?], from page: Address) -> SmallMultiples.Panel {
        let newest = values.last.flatMap(\.self).map(words.formats.percent) ?? words.say("table.none")
        let isHere = part == story.part
        return SmallMultiples.Panel(
            say.name(of: part, in: story.dimensionID),
            address: isHere ? nil : story.address(of: part).map { page.link(to: $0) },
            text: newest,
            values: values,
            isHere: isHere
        )
    }

    private func frame(
        _ weeks: [WeekMetrics],
        _ lines: [(part: ValueNames.Part, values: [Double?])]
    ) -> FigureFrame {
        let title = words.say(
            "multiples.title",
            ["step": say.wholeWay, "dimension": words.dimension(story.dimensionID)]
        )
        let names = lines.map { say.name(of: $0.part, in: story.dimensionID) }
        let none = words.say("table.none")
        return FigureFrame(
            id: id,
            title: title,
            subtitle: say.byView("multiples.sub", ["weeks": String(weeks.count)]),
            table: DataTable(
                caption: title,
                columns: [.init(words.say("table.week"))] + names.map { .init($0, isNumeric: true) },
                rows: weeks.indices.reversed().map { week in
                    let cells = lines.map { $0.values[week].map(words.formats.percent) ?? none }
                    return DataTable.Row([words.weekTitle(weeks[week].week)] + cells)
                },
                regionLabel: title
            ).linked(downloads),
            tableSummary: words.say("figure.table")
        )
    }
}
