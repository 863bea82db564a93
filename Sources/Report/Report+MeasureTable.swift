internal import Calendars
internal import Funnel
internal import Settings

extension [MeasureReport] {
    /// The measures as lines of text, a line a week, or the newest that is over; with their bases, intervals and ranges.
    func table(week: Week?) -> String {
        let header = ["measure", "week", "value", "base", "low", "high", "range", ""]
        let rows = flatMap { measure in
            measure.points(week: week).map { point, judgement in
                let range = judgement?.range.map { "\(number($0.low))–\(number($0.high))" }
                let numbers = [point.value, point.base, point.interval?.lowerBound, point.interval?.upperBound]
                return [measure.settings.id, "\(point.week)"] + numbers.map { number($0) }
                    + [range ?? "", judgement?.signal?.mark ?? ""]
            }
        }
        return aligned([header] + rows)
    }

    /// The measures as rows of ``Report/csv(week:)``.
    func csvRows(week: Week?) -> [[String]] {
        flatMap { measure in
            zip(measure.series.points, measure.series.judgements).filter { week == nil || $0.0.week == week }
                .map { point, judgement in
                    ["", "measure", "", "\(point.week)", "", measure.settings.id, "", "", String(point.isComplete), ""]
                        + [number(point.interval?.lowerBound), number(point.interval?.upperBound), ""]
                        + [number(judgement?.change), judgement?.signal?.direction.rawValue ?? ""]
                        + [number(point.value), number(point.base)]
                }
        }
    }
}

extension MeasureReport {
    /// The given week, else the newest that is over.
    fileprivate func points(week: Week?) -> [(MeasureSeries.Point, MeasureJudgement?)] {
        let all = Array(zip(series.points, series.judgements))
        guard let week else { return all.last { $0.0.isComplete }.map { [$0] } ?? [] }
        return all.filter { $0.0.week == week }
    }
}

extension FunnelReport {
    /// What came into each stage of a pipeline in each week, and what left it, as rows of ``Report/csv(week:)``.
    func flowRows(week: Week?) -> [[String]] {
        let outcomes = pipeline?.outcomes ?? []
        let names = ["open_at_start", "entered", "advanced"] + outcomes + ["open_at_end"]
        return (figures?.weeks ?? []).filter { week == nil || $0.week == week }.flatMap { flows in
            zip(settings.definition.stages, flows.flows).flatMap { stage, flow in
                let counts = [flow.openAtStart, flow.entered, flow.advanced] + flow.endings + [flow.openAtEnd]
                return zip(names, counts).map { name, count in
                    [settings.definition.id, "pipeline", "", "\(flows.week)", "flow", name, stage.id, String(count)]
                        + [String(flows.isComplete)] + Array(repeating: "", count: 8)
                }
            }
        }
    }
}
