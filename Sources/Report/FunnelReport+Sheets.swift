internal import Calendars
internal import Funnel
internal import JSONText
internal import Settings

extension FunnelReport {
    /// The tables of the funnel beside its weeks, only those that hold anything.
    ///
    /// - `times/<funnel>`: by when which percent of those who come to a stage have come;
    /// - `ages/<funnel>`: how many of a week's entrants had reached a stage after so many weeks;
    /// - `gains/<funnel>-<dimension>`: what each step would bring among those with one value.
    var detailSheets: [DataSheet] {
        let id = settings.definition.id
        let tables = [("times/\(id)", times), ("ages/\(id)", ages)] + gains
        return tables.filter { !$0.1.isEmpty }.map { DataSheet($0.0, of: $0.1) }
    }

    private var times: [JSON] {
        (metrics?.total.stages ?? []).enumerated().flatMap { stage, metrics -> [JSON] in
            guard let time = metrics.timeFromFirst else { return [] }
            return time.percentileSeconds.enumerated().map { index, seconds in
                .members([
                    "stage": .string(settings.definition.countedStages[stage].id), "n": .integer(time.conversions),
                    "percent": .integer(index + 1), "seconds": .integer(Int(seconds)),
                ])
            }
        }
    }

    private var ages: [JSON] {
        (metrics?.weeks ?? []).flatMap { week in
            week.reachedByAge.enumerated().dropFirst().flatMap { stage, reached in
                reached.enumerated().map { age, count in
                    .members([
                        "week": .string("\(week.week)"),
                        "stage": .string(settings.definition.countedStages[stage].id),
                        "weeks_since": .integer(age), "reached": .integer(count),
                        "entrants": .optional(week.cohort.stages[0].count, JSON.integer),
                        "elapsed": .bool(week.ageDays >= 7 * (age + 1)),
                    ])
                }
            }
        }
    }

    private var gains: [(String, [JSON])] {
        guard let metrics, let week = metrics.newestCompleteWeek?.week else { return [] }
        let stages = settings.definition.countedStages
        return metrics.total.breakdowns.indices.map { index in
            let breakdown = metrics.total.breakdowns[index]
            let rows = breakdown.values.flatMap { part in
                metrics.gains(upTo: week, ofValue: part.values, in: index).map { gain in
                    gain.json.preceded(by: [
                        "value": .string(part.values.joined(separator: ", ")), "stage": .string(stages[gain.stage].id),
                    ])
                }
            }
            return ("gains/\(settings.definition.id)-\(breakdown.dimensions.joined(separator: "-"))", rows)
        }
    }
}
