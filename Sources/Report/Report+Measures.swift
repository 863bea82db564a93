internal import Calendars
internal import Funnel
internal import JSONText
internal import Settings

extension MeasureReport {
    /// The measure in its stable form.
    var json: JSON {
        var members: [(key: String, value: JSON)] = [
            ("id", .string(settings.id)), ("weeks", .array(series.weeks)), ("total", series.totalJSON),
        ]
        if !themes.isEmpty { members.append(("themes", .array(themes.map(\.json)))) }
        if !stages.isEmpty {
            members.append(
                (
                    "stages",
                    .array(
                        stages.map { part in
                            .members([
                                "id": .string(part.stage), "weeks": .array(part.series.weeks),
                                "total": part.series.totalJSON, "themes": .array(part.themes.map(\.json)),
                            ])
                        }
                    )
                )
            )
        }
        return .object(members)
    }
}

extension MeasureSeries {
    fileprivate var weeks: [JSON] {
        zip(points, judgements).map { point, judgement in
            .members([
                "week": .string("\(point.week)"), "value": point.told(point.value), "base": point.told(point.base),
                "low": .optional(point.interval?.lowerBound, JSON.number),
                "high": .optional(point.interval?.upperBound, JSON.number),
                "complete": .bool(point.isComplete), "change": .optional(judgement?.change, JSON.number),
                "range": .optional(judgement?.range, \.json), "signal": .optional(judgement?.signal, \.json),
            ])
        }
    }

    fileprivate var totalJSON: JSON {
        .members([
            "value": total?.told(total?.value) ?? .null, "base": total?.told(total?.base) ?? .null,
            "low": .optional(total?.interval?.lowerBound, JSON.number),
            "high": .optional(total?.interval?.upperBound, JSON.number),
        ])
    }
}

extension MeasureSeries.Point {
    fileprivate func told(_ number: Double?) -> JSON {
        isHidden ? .string(StageMetrics.suppressedText) : .optional(number, JSON.number)
    }
}

extension ThemeCount {
    fileprivate var json: JSON {
        .members([
            "theme": .optional(theme, JSON.string), "total": .number(total), "last_13_weeks": told(recent),
            "the_13_before": told(before),
        ])
    }

    private func told(_ number: Double?) -> JSON { number.map(JSON.number) ?? .string(StageMetrics.suppressedText) }
}
