internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// What each owner or team accepted week by week, all on one scale: small multiples for the page of pipelines.
struct PartMultiples {
    let say: FunnelWords
    let breakdown: PipelineBreakdown
    /// Whether marketing hands over to sales, who accept.
    let hasHandOff: Bool
    /// What a value is called.
    let name: (String) -> String

    private static let mostWeeks = 26
    private var words: Words { say.words }

    private var title: String {
        let dimension = words.dimension(breakdown.id)
        return words.say(hasHandOff ? "deals.weekly" : "deals.weekly_plain", ["dimension": dimension])
    }

    /// Of the weeks that are over; `nil` where fewer than two values, or more than twelve, have six weeks that are told.
    var figure: SmallMultiples? {
        let over = say.funnel.figures?.weeks.indices.filter { say.funnel.figures?.weeks[$0].isComplete == true } ?? []
        let places = Array(over.suffix(Self.mostWeeks))
        let parts = breakdown.parts.filter { !$0.acceptedByWeek.isEmpty }
        let lines = parts.map { part in places.map { part.acceptedByWeek[$0].count.map(Double.init) } }
        guard SmallMultiples.isShown(lines) else { return nil }
        let whole = places.indices.map { week -> Double? in
            let counts = lines.compactMap { $0[week] }
            return counts.count == lines.count ? counts.reduce(0, +) / Double(counts.count) : nil
        }
        return SmallMultiples(
            frame: frame(parts, places),
            panels: zip(parts, lines).map { part, values in
                let newest = places.last.flatMap { part.acceptedByWeek[$0].count }
                return SmallMultiples.Panel(name(part.value), text: told(newest), values: values)
            },
            whole: whole,
            axis: ValueAxis(
                covering: lines.joined().compactMap(\.self),
                leastSpan: 5,
                startsAtZero: true,
                text: { value, _ in say.count(Int(value)) }
            ),
            key: (words.dimension(breakdown.id), words.say("deals.weekly_mean"))
        )
    }

    private func told(_ count: Int?) -> String { count.map(say.count) ?? words.say("suppressed.cell") }

    private func frame(_ parts: [PipelinePart], _ places: [Int]) -> FigureFrame {
        let rows = places.reversed().map { place in
            let week = parts.first.map { words.weekTitle($0.acceptedByWeek[place].week) } ?? ""
            return DataTable.Row([week] + parts.map { told($0.acceptedByWeek[place].count) })
        }
        return FigureFrame(
            id: "\(say.funnel.settings.definition.id)-weekly-\(breakdown.id)",
            title: title,
            subtitle: words.say("deals.weekly_sub", ["weeks": String(places.count)]),
            table: say.table(
                title,
                [words.say("table.week")] + parts.map { name($0.value) },
                rows,
                file: "by-\(breakdown.id)-weeks"
            ),
            tableSummary: words.say("figure.table")
        )
    }
}
