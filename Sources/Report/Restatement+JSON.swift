public import Calendars
internal import Funnel
internal import JSONText

extension FunnelReport {
    /// What a closed week says now in the report's own view; `nil` where it was not closed, or says the same.
    public func restatement(of week: Week) -> Restatement? {
        restatements.first { $0.week == week && $0.view == metrics?.view }
    }
}

extension Restatement {
    /// Both sides of every stage that has changed.
    func json(_ stages: [Stage], zone: Zone) -> JSON {
        .members([
            "as_of": .string(zone.timestamp(asOf)), "late_rows": .integer(lateRows),
            "stages": .array(
                changed.map { stage in
                    .members([
                        "id": .string(stages[stage.index].id), "published": stage.published.restatedJSON,
                        "now": stage.now.restatedJSON,
                    ])
                }
            ),
        ])
    }
}

extension ClosedStage {
    fileprivate var restatedJSON: JSON {
        .members([
            "count": .optional(count, JSON.integer), "from_previous": .optional(fromPrevious, \.json),
            "from_first": .optional(fromFirst, \.json),
        ])
    }
}
