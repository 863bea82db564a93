internal import Calendars
internal import Figures
internal import Funnel

/// By which age each week's entrants had come to a stage.
struct HeatMapMaker {
    let say: FunnelWords
    /// Not the first stage.
    let stage: Int
    let id: String
    var headingLevel = 2
    /// Files with the table's numbers.
    var downloads: DataTable.Downloads?

    /// Weeks shown at most.
    private static let mostWeeks = 12

    private var words: Words { say.words }

    /// `nil` where fewer than six weeks have 30 entrants, or where there is one age only.
    func figure(of metrics: FunnelMetrics) -> HeatMap? {
        let weeks = Array(metrics.weeks.suffix(Self.mostWeeks).reversed())
        let rows = weeks.map { shares(of: $0) }
        let columns = min(HeatMap.mostColumns, ages(in: metrics), rows.map(\.count).max() ?? 0)
        guard columns > 1, HeatMap.isShown(cohorts: rows.count { !$0.isEmpty }) else { return nil }
        let cells = zip(weeks, rows).map { week, shares in
            (0..<columns).map { age in shares.indices.contains(age) ? cell(shares[age], age: age, in: week) : nil }
        }
        let finished = cells.joined().compactMap(\.self).filter { !$0.isPartial }.map(\.value)
        guard let least = finished.min(), let most = finished.max() else { return nil }
        return HeatMap(
            frame: frame(weeks, cells, columns: columns),
            ages: (0..<columns).map(age),
            rows: zip(weeks, cells).map { week, cells in
                let number = String(week.week.yearAndWeek.week)
                return HeatMap.Row(words.say("trend.tick", ["number": number]), cells: cells)
            },
            key: .init(
                least: words.formats.percent(least),
                most: words.formats.percent(most),
                partial: words.say("heat.partial")
            )
        )
    }

    /// Of a week with enough entrants, the share that had come by each age; else none.
    private func shares(of week: WeekMetrics) -> [Double] {
        guard let entrants = week.cohort.stages[0].count, entrants >= FunnelWords.smallestBase,
            week.reachedByAge.indices.contains(stage)
        else { return [] }
        return week.reachedByAge[stage].map { Double($0) / Double(entrants) }
    }

    /// The ages until the stage matures; later ones say nothing new.
    private func ages(in metrics: FunnelMetrics) -> Int {
        guard let length = metrics.funnel.maturingMicroseconds else { return HeatMap.mostColumns }
        return Int((length + 7 * 86_400_000_000 - 1) / (7 * 86_400_000_000)) + 1
    }

    private func cell(_ share: Double, age: Int, in week: WeekMetrics) -> HeatMap.Cell {
        HeatMap.Cell(
            share,
            text: words.formats.decimalPercent(share),
            isPartial: week.ageDays < 7 * (age + 1)
        )
    }

    private func age(_ column: Int) -> String {
        words.say(column == 0 ? "heat.first_age" : "heat.age", ["number": String(column + 1)])
    }

    private func frame(_ weeks: [WeekMetrics], _ cells: [[HeatMap.Cell?]], columns: Int) -> FigureFrame {
        let title = title(weeks)
        let heads = [words.say("table.week")] + (0..<columns).map { words.say("heat.head", ["number": String($0 + 1)]) }
        return FigureFrame(
            id: id,
            title: title,
            subtitle: words.say("heat.sub", ["stage": say.name(stage)]),
            headingLevel: headingLevel,
            table: DataTable(
                caption: title,
                columns: heads.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
                rows: zip(weeks, cells).map { week, cells in
                    DataTable.Row([words.weekTitle(week.week)] + cells.map(text))
                },
                regionLabel: say.region(title)
            ).linked(downloads),
            tableSummary: words.say("figure.table")
        )
    }

    private func text(_ cell: HeatMap.Cell?) -> String {
        guard let cell else { return words.say("table.none") }
        return words.formats.percent(cell.value) + (cell.isPartial ? "\u{a0}◔" : "")
    }

    /// How many of those who came in the end had come when their week was over, of the weeks that are final.
    private func title(_ weeks: [WeekMetrics]) -> String {
        let final = weeks.filter { $0.cohort.stages[stage].isMatured && $0.reachedByAge.indices.contains(stage) }
        let first = final.reduce(0) { $0 + ($1.reachedByAge[stage].first ?? 0) }
        let all = final.reduce(0) { $0 + ($1.reachedByAge[stage].last ?? 0) }
        guard all >= FunnelWords.smallestBase else { return words.say("heat.title", ["stage": say.name(stage)]) }
        let share = words.formats.percentTick(Double(first) / Double(all), step: 0.01)
        return words.say("heat.title_share", ["stage": say.name(stage), "share": share])
    }
}
