internal import Calendars
internal import Figures
internal import Funnel

/// Of which channels a funnel's entrants came: the mix week by week where it really changed, else how the shares moved
/// since the week before.
struct MixMaker {
    let say: FunnelWords
    let metrics: FunnelMetrics
    /// The dimension's index in the funnel.
    let dimension: Int
    let id: String
    /// Files with the table's numbers.
    var downloads: DataTable.Downloads?

    private static let mostWeeks = 12

    private var words: Words { say.words }
    private var name: String { metrics.funnel.dimensions[dimension].id }

    /// The figure of the weeks up to `week`; `nil` where the week is not over, has too few entrants, or hides some.
    func html(upTo week: WeekMetrics) -> String? {
        guard week.isComplete, let index = metrics.weeks.firstIndex(where: { $0.week == week.week }) else { return nil }
        let weeks = Array(metrics.weeks[...index].suffix(Self.mostWeeks))
        guard !hidesAny(weeks) else { return nil }
        let parts = parts(in: weeks)
        guard parts.count > 1, weeks.count > 1, weeks.suffix(2).allSatisfy(isLarge) else { return nil }
        if ChannelMix.isShown(parts.map(\.sizes)) { return mix(weeks, parts).html() }
        return changes(weeks, parts).html()
    }

    /// Whether a share is not told, so that a figure of the others would be wrong.
    private func hidesAny(_ weeks: [WeekMetrics]) -> Bool {
        weeks.contains { week in
            week.cohort.breakdowns[dimension].values.contains { $0.stages[0].suppressed.contains(.count) }
        }
    }

    private func isLarge(_ week: WeekMetrics) -> Bool {
        (week.cohort.stages[0].count ?? 0) >= FunnelWords.smallestBase
    }

    /// A channel, or the small ones together, and its entrants week by week.
    private struct Part {
        let name: String
        let sizes: [Int]
        let isRest: Bool
    }

    /// The four largest of these weeks, then the others.
    private func parts(in weeks: [WeekMetrics]) -> [Part] {
        let breakdowns = weeks.map { $0.cohort.breakdowns[dimension] }
        let values = Set(breakdowns.flatMap { $0.values.map(\.values) }).sorted { $0.lexicographicallyPrecedes($1) }
        let sizes = values.map { value in
            breakdowns.map { $0.values.first { $0.values == value }?.stages[0].count ?? 0 }
        }
        let grouping = CategoryGrouping(sizes.map { Double($0.reduce(0, +)) })
        let kept = grouping.kept.map { Part(name: text(values[$0]), sizes: sizes[$0], isRest: false) }
        guard !grouping.rest.isEmpty else { return kept }
        let sums = weeks.indices.map { week in grouping.rest.reduce(0) { $0 + sizes[$1][week] } }
        let rest = grouping.rest.count == 1 ? text(values[grouping.rest[0]]) : words.say("mix.rest")
        return kept + [Part(name: rest, sizes: sums, isRest: true)]
    }

    private func text(_ values: [String]) -> String {
        say.name(of: .value(values.joined(separator: ", ")), in: name)
    }

    private func share(_ part: Part, _ week: Int, of parts: [Part]) -> Double? {
        let all = parts.reduce(0) { $0 + $1.sizes[week] }
        return all > 0 ? Double(part.sizes[week]) / Double(all) : nil
    }

    private func mix(_ weeks: [WeekMetrics], _ parts: [Part]) -> ChannelMix {
        let last = weeks.count - 1
        return ChannelMix(
            frame: frame(weeks, parts, titled: "mix.title"),
            weeks: weeks.map { words.say("trend.tick", ["number": String($0.week.yearAndWeek.week)]) },
            series: parts.map { part in
                let share = share(part, last, of: parts).map { words.formats.percentTick($0, step: 0.01) }
                return ChannelMix.Series(
                    part.name,
                    text: share ?? words.say("table.none"),
                    sizes: part.sizes.map(Double.init),
                    isRest: part.isRest
                )
            },
            tickTexts: [0, 0.5, 1].map { words.formats.percentTick($0, step: 0.5) }
        )
    }

    private func changes(_ weeks: [WeekMetrics], _ parts: [Part]) -> ChangeBars {
        let rows = moves(weeks, parts).map { part, change in
            ChangeBars.Row(part.name, change: change, text: words.points(change))
        }
        return ChangeBars(frame: frame(weeks, parts, titled: "mix.title_change"), rows: rows)
    }

    /// By how much each share moved since the week before.
    private func moves(_ weeks: [WeekMetrics], _ parts: [Part]) -> [(part: Part, change: Double)] {
        let last = weeks.count - 1
        return parts.map { part in
            (part, (share(part, last, of: parts) ?? 0) - (share(part, last - 1, of: parts) ?? 0))
        }
    }

    private func frame(_ weeks: [WeekMetrics], _ parts: [Part], titled title: String) -> FigureFrame {
        let isMix = title == "mix.title"
        let (first, last) = (isMix ? 0 : weeks.count - 2, weeks.count - 1)
        let moved = parts.map { ($0, (share($0, last, of: parts) ?? 0) - (share($0, first, of: parts) ?? 0)) }
        let most = moved.enumerated().max { (abs($0.element.1), -$0.offset) < (abs($1.element.1), -$1.offset) }?.element
        let values =
            [
                "value": most?.0.name ?? "", "points": words.points(most?.1 ?? 0),
                "from": words.formats.percent(most.flatMap { share($0.0, first, of: parts) } ?? 0),
                "to": words.formats.percent(most.flatMap { share($0.0, last, of: parts) } ?? 0),
            ] as KeyValuePairs
        let text = words.say(title, values)
        let period = [weeks[first], weeks[last]].map { words.weekName($0.week) }
        return FigureFrame(
            id: id,
            title: text,
            subtitle: say.byView(
                isMix ? "mix.sub" : "mix.sub_change",
                ["dimension": words.dimension(name), "first": period[0], "last": period[1], "stage": say.name(0)]
            ),
            table: table(weeks[first...], parts, title: text).linked(downloads),
            tableSummary: words.say("figure.table")
        )
    }

    private func table(_ shown: ArraySlice<WeekMetrics>, _ parts: [Part], title: String) -> DataTable {
        DataTable(
            caption: title,
            columns: [.init(words.say("table.week"))] + parts.map { .init($0.name, isNumeric: true) },
            rows: shown.indices.reversed().map { week in
                let cells = parts.map { part in
                    let share = share(part, week, of: parts).map { " (\(words.formats.percent($0)))" } ?? ""
                    return say.count(part.sizes[week]) + share
                }
                return DataTable.Row([words.weekTitle(shown[week].week)] + cells)
            },
            regionLabel: say.region(title)
        )
    }
}
