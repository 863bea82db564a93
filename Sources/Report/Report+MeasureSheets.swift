internal import Calendars
internal import Funnel
internal import JSONText
internal import Settings

extension Report {
    /// All measures week by week, then those of single stages where the data tell stages apart; and what they are about.
    var measureSheets: [DataSheet] {
        let parts = measures.flatMap { measure in
            [Part(measure.settings.id, nil, measure.series, measure.themes)]
                + measure.stages.map { Part(measure.settings.id, $0.stage, $0.series, $0.themes) }
        }
        let themes = parts.flatMap(\.themeRows)
        let columns = ["measure", "stage", "theme", "total", "last_13_weeks", "before"]
        return (measures.isEmpty ? [] : [DataSheet("measures", columns: Part.columns, rows: parts.flatMap(\.rows))])
            + (themes.isEmpty ? [] : [DataSheet("measures-themes", columns: columns, rows: themes)])
    }
}

/// A measure, of one stage or of all.
private struct Part {
    static let columns = ["measure", "week", "value", "base", "low", "high", "complete", "stage"]

    let measure: String
    let stage: String?
    let series: MeasureSeries
    let themes: [ThemeCount]

    init(_ measure: String, _ stage: String?, _ series: MeasureSeries, _ themes: [ThemeCount]) {
        (self.measure, self.stage, self.series, self.themes) = (measure, stage, series, themes)
    }

    var rows: [[DataSheet.Cell]] {
        series.points.map { point in
            func told(_ number: Double?) -> DataSheet.Cell {
                point.isHidden ? .text(StageMetrics.suppressedText) : .optional(number)
            }
            return [
                .text(measure), .text("\(point.week)"), told(point.value), told(point.base),
                .optional(point.interval?.lowerBound), .optional(point.interval?.upperBound),
                .truth(point.isComplete), .optional(stage),
            ]
        }
    }

    var themeRows: [[DataSheet.Cell]] {
        themes.map { theme in
            let place: [DataSheet.Cell] = [.text(measure), .optional(stage), .optional(theme.theme)]
            let quarters = [theme.recent, theme.before].map { number in
                number.map(DataSheet.Cell.number) ?? .text(StageMetrics.suppressedText)
            }
            return place + [.number(theme.total)] + quarters
        }
    }
}

extension TestReport {
    /// Every stage of every variant, and how far it lies from the control.
    var sheet: DataSheet {
        DataSheet(
            "tests/\(settings.id)",
            of: comparison.variants.flatMap { variant in
                variant.stageMembers(stages.map(\.id)).map {
                    $0.preceded(by: [
                        "variant": .string(variant.value), "verdict": .string(variant.verdict.rawValue),
                    ])
                }
            }
        )
    }
}
