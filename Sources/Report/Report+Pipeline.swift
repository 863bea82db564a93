internal import Calendars
internal import Funnel
internal import JSONText
internal import Records
internal import Settings

extension Pipeline {
    /// How records stood, in its stable form.
    func members(zone: Zone) -> [(key: String, value: JSON)] {
        [
            ("rounds", .integer(rounds)), ("entities", .integer(entities)), ("undated", .integer(undated)),
            ("reopened", .integer(reopened)),
            ("stages", .array(stages.map { $0.json(outcomes) })),
            ("backwards", .array(backwards.map { $0.json(zone: zone) })),
        ]
    }
}

extension PipelineStage {
    fileprivate func json(_ outcomes: [String]) -> JSON {
        .members([
            "id": .string(id), "reached": .integer(reached), "open": .integer(openNow), "advanced": .integer(advanced),
            "outcomes": .object(zip(outcomes, endings).map { ($0, .integer($1)) }),
            "backfilled": .integer(backfilled),
        ])
    }
}

extension BackwardsDate {
    /// Where the record stands, never whose it is.
    func json(zone: Zone) -> JSON {
        .members([
            "file": .string(row.file), "line": .integer(row.line), "stage": .string(id),
            "time": .string(zone.timestamp(time)), "previous": .string(previous),
            "previous_time": .string(zone.timestamp(previousTime)),
        ])
    }
}

extension HandOff {
    /// The hand-off in its stable form.
    func json(_ stages: [String]) -> JSON {
        .members([
            "stage": .string(stages[stage]), "without_first_contact": .integer(withoutFirstContact),
            "without_key": .integer(withoutKey), "wait": wait.json,
            "answers": .optional(answers) { $0.json(names(stages), week: nil) },
            "reasons": .optional(reasons) { .array($0.all.map { $0.json(names(stages)) }) },
        ])
    }

    /// What the records' side is called.
    func names(_ stages: [String]) -> PipelineNames {
        PipelineNames(stages: Array(stages[stage...]), outcomes: outcomes, hasAmounts: true, knowsLosses: true)
    }
}
