internal import Advice
internal import Calendars
internal import Diagnostics
internal import Funnel
internal import JSONText
public import Report
internal import Settings

extension SiteMaker {
    /// Whether any play asks for a part of the entities, so that all dimensions are needed to tell which hold.
    public var playsAskForParts: Bool {
        settings.stageIDs.flatMap(plays).contains { $0.condition?.values.contains { $0.selection != nil } == true }
    }

    /// The report with the plays that each week's numbers call for, best first; only they are in their JSON.
    ///
    /// - Parameter counted: The same report, broken down by all dimensions.
    public func addingRecommendations(to report: Report, from counted: Report) -> Report {
        var report = report
        for index in report.funnels.indices {
            let id = report.funnels[index].settings.definition.id
            guard let funnel = counted.funnels.first(where: { $0.settings.definition.id == id }),
                let metrics = funnel.metrics, metrics.funnel.order != .any
            else { continue }
            for week in metrics.weeks {
                let advice = metrics.funnel.stages.indices.flatMap { stage -> [JSON] in
                    let numbers = StageNumbers(
                        of: stage,
                        in: metrics,
                        upTo: week.week,
                        measures: counted.measuresByID
                    )
                    let plays = plays(of: metrics.funnel.stages[stage].id)
                    return StageAdvice(plays, for: numbers).recommendations.map(\.json)
                }
                report.funnels[index].recommendations[week.week] = .array(advice)
            }
        }
        return report
    }

    /// In the site's first language.
    private func plays(of stage: String) -> [Play] {
        library.plays(of: stage, in: settings.site.languages.first ?? "").compactMap(\.play)
    }
}

extension Recommendation {
    fileprivate var json: JSON {
        .members([
            "stage": .string(play.stage), "play": .string(play.slug), "week": .string("\(week)"),
            "effort": .integer(play.effort), "weight": .integer(play.weight),
            "gain": .optional(gain?.gain) { gain in
                .members([
                    "entities": .number(gain.entities), "low": .number(gain.interval.lowerBound),
                    "high": .number(gain.interval.upperBound),
                ])
            },
            "evidence": .array(evidence.map(\.json)),
        ])
    }
}

extension Evidence {
    fileprivate var json: JSON {
        let content: JSON =
            switch observation.content {
            case .number(let number): .number(number)
            case .text(let text): .string(text)
            }
        return .members([
            "value": .string("\(value)"), "is": content, "n": .optional(observation.base, JSON.integer),
            "low": .optional(observation.interval?.lowerBound, JSON.number),
            "high": .optional(observation.interval?.upperBound, JSON.number),
        ])
    }
}
