public import Calendars
internal import Funnel
public import JSONText

extension ClosedWeek {
    /// The schema of the files, so that a later one can tell them apart.
    static let schema = 1

    /// The text of the file, the same bytes for the same numbers, a line a stage.
    ///
    /// - Parameter zone: In which the end of data is written.
    public func json(zone: Zone) -> JSON {
        .members([
            "schema": .integer(Self.schema), "week": .string("\(week)"),
            "funnels": .array(funnels.map { $0.json(zone: zone) }),
        ])
    }
}

extension ClosedFunnel {
    fileprivate func json(zone: Zone) -> JSON {
        let views = View.allCases.compactMap { view in stages[view].map { (view, $0) } }
        return .members([
            "id": .string(id), "as_of": .string(zone.timestamp(asOf)), "cohort": .string(rules.cohort.rawValue),
            "order": .string(rules.order.rawValue),
            "window_seconds": .optional(rules.windowSeconds) { .integer(Int($0)) }, "rows": .integer(rows),
            "views": .object(views.map { ($0.0.rawValue, .array($0.1.map(\.json))) }),
        ])
    }
}

extension ClosedStage {
    /// Pairs of counts, so that the line stays one.
    fileprivate var json: JSON {
        .members([
            "id": .string(id), "count": .optional(count, JSON.integer), "matured": .bool(isMatured),
            "passed_of_previous": .optional(fromPrevious) { .string("\($0.numerator)/\($0.denominator)") },
            "passed_of_first": .optional(fromFirst) { .string("\($0.numerator)/\($0.denominator)") },
        ])
    }
}
