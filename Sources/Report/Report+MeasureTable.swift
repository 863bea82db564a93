internal import Calendars
internal import Funnel
internal import Settings

extension [MeasureReport] {
    /// The measures as lines of text, a line a week, or the newest that is over; with their bases, intervals and ranges, then
    /// of single stages; and what they are about.
    func table(week: Week?) -> String {
        let header = ["measure", "week", "value", "base", "low", "high", "range", ""]
        let rows = flatMap { measure in
            measure.rows(named: measure.settings.id, week: week)
                + measure.stages.flatMap { stage in
                    measure.part(of: stage.stage).rows(named: "\(measure.settings.id), \(stage.stage)", week: week)
                }
        }
        let themes = flatMap(\.themeRows)
        let about =
            themes.isEmpty ? "" : "\n" + aligned([["about", "", "total", "last 13 weeks", "the 13 before"]] + themes)
        return aligned([header] + rows) + about
    }

    /// The measures as rows of ``Report/csv(week:)``.
    func csvRows(week: Week?) -> [[String]] {
        flatMap { measure in
            measure.allPoints.filter { week == nil || $0.point.week == week }
                .map { measure.csvRow($0.point, $0.judgement) }
        }
    }
}

extension MeasureReport {
    fileprivate typealias JudgedPoint = (point: MeasureSeries.Point, judgement: MeasureJudgement?)

    fileprivate func rows(named name: String, week: Week?) -> [[String]] {
        points(week: week).map { point, judgement in
            let range = judgement?.range.map { "\(number($0.low))–\(number($0.high))" }
            let ends = [point.interval?.lowerBound, point.interval?.upperBound].map { number($0) }
            let values = [point.value, point.base].map { point.isHidden ? StageMetrics.suppressedText : number($0) }
            return [name, "\(point.week)"] + values + ends + [range ?? "", judgement?.signal?.mark ?? ""]
        }
    }

    fileprivate var themeRows: [[String]] {
        let parts = [(settings.id, themes)] + stages.map { ("\(settings.id), \($0.stage)", $0.themes) }
        return parts.flatMap { name, themes in
            themes.map { theme -> [String] in
                let quarters = [theme.recent, theme.before].map { $0.map { number($0) } ?? StageMetrics.suppressedText }
                return [name, theme.theme ?? "—", number(theme.total)] + quarters
            }
        }
    }

    fileprivate var allPoints: [JudgedPoint] {
        zip(series.points, series.judgements).map { (point: $0, judgement: $1) }
    }

    /// The given week, else the newest that is over.
    fileprivate func points(week: Week?) -> [JudgedPoint] {
        guard let week else { return allPoints.last { $0.point.isComplete }.map { [$0] } ?? [] }
        return allPoints.filter { $0.point.week == week }
    }

    fileprivate func csvRow(_ point: MeasureSeries.Point, _ judgement: MeasureJudgement?) -> [String] {
        let place: [String] = ["", "measure", "", "\(point.week)", "", settings.id, "", ""]
        let interval: [String] = [number(point.interval?.lowerBound), number(point.interval?.upperBound)]
        let judged: [String] = [number(judgement?.change), judgement?.signal?.direction.rawValue ?? ""]
        let own: [String] = [number(point.value), number(point.base)]
        return place + [String(point.isComplete), ""] + interval + [""] + judged + own
    }
}

extension FunnelReport {
    /// What came into each stage of a pipeline in each week, and what left it, as rows of ``Report/csv(week:)``.
    func flowRows(week: Week?) -> [[String]] {
        let outcomes = pipeline?.outcomes ?? []
        let names = ["open_at_start", "entered", "advanced"] + outcomes + ["open_at_end"]
        return (figures?.weeks ?? []).filter { week == nil || $0.week == week }.flatMap { flows in
            zip(settings.definition.stages, flows.flows).flatMap { stage, flow in
                let counts: [Int] = [flow.openAtStart, flow.entered, flow.advanced] + flow.endings + [flow.openAtEnd]
                return zip(names, counts).map { name, count -> [String] in
                    let place: [String] = [settings.definition.id, "pipeline", "", "\(flows.week)", "flow"]
                    let told: [String] = [name, stage.id, String(count), String(flows.isComplete)]
                    return place + told + Array(repeating: "", count: 8)
                }
            }
        }
    }
}
