internal import Figures
internal import Funnel

/// The rate from entry of each value of a dimension, week by week, all on one scale: small multiples for the page of one
/// of them. They go to the stage for which most values have a line, of such the deepest: numbers of late stages may be
/// too small to be told.
struct MultiplesMaker {
    let story: ValueStory
    let id: String
    /// Files with the table's numbers.
    var downloads: DataTable.Downloads?

    private static let mostWeeks = 26
    private var say: FunnelWords { story.say }
    private var words: Words { say.words }

    /// A value and its rates, a week each.
    private typealias Line = (part: ValueNames.Part, values: [Double?])

    /// Of the weeks that are final; `nil` where fewer than two values have six weeks with 30 entrants.
    func figure(from page: Address) -> SmallMultiples? {
        let weeks = Array(say.settled(story.metrics.weeks).suffix(Self.mostWeeks))
        let each = say.stages.indices.dropFirst().map { (stage: $0, lines: lines(to: $0, in: weeks)) }
        guard let (stage, drawn) = each.max(by: { ($0.lines.count, $0.stage) < ($1.lines.count, $1.stage) }),
            SmallMultiples.isShown(drawn.map(\.values))
        else { return nil }
        let whole = weeks.map { shown($0.cohort.stages[stage].fromFirst) }
        let values = (drawn.flatMap(\.values) + whole).compactMap(\.self)
        return SmallMultiples(
            frame: frame(weeks, drawn, to: stage),
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

    /// The values with enough weeks for a line.
    private func lines(to stage: Int, in weeks: [WeekMetrics]) -> [Line] {
        story.names.parts.prefix(SmallMultiples.parts.upperBound).map { part in
            (part, weeks.map { shown(story.stages(of: part, in: $0.cohort)?[stage].fromFirst) })
        }.filter { $0.1.count { $0 != nil } >= SmallMultiples.leastWeeks }
    }

    private func shown(_ rate: ConversionRate?) -> Double? {
        rate.flatMap { $0.denominator >= FunnelWords.smallestBase ? $0.rate : nil }
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

    private func frame(_ weeks: [WeekMetrics], _ lines: [Line], to stage: Int) -> FigureFrame {
        let title = words.say(
            "multiples.title",
            ["step": say.way(to: stage), "dimension": words.dimension(story.dimensionID)]
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
