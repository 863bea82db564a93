import Testing

/// What can be wrong with the meaning of a source's columns.
@Suite struct ColumnFaultTests {
    static let faults = [
        Fault(
            "    columns: { entity: id }\n",
            "",
            "huni.yaml:9:5: error: missing key 'columns' in sources.<source>",
            "  What the columns mean; every other column may be used as a property. Add `columns: { entity: lead_id, amount: amount, owner: owner }`."
        ),
        Fault(
            "columns: { entity: id }",
            "columns: { entity: id, event: e }",
            "huni.yaml:11:28: error: unknown key 'event' in sources.<source>.columns (records)",
            "  Known here: entity, amount, expected, owner, team, reason, stage, time."
        ),
        Fault(
            "columns: { entity: id }",
            "columns: { id: id }",
            "huni.yaml:11:14: error: missing key 'entity' in sources.<source>.columns (records)",
            "  Tells the people, companies or deals apart. Add `entity: lead_id`.",
            "huni.yaml:11:16: error: unknown key 'id' in sources.<source>.columns (records)",
            "  Known here: entity, amount, expected, owner, team, reason, stage, time."
        ),
        Fault(
            "{ entity: id, stage: step, time: at }",
            "{ entity: id, stage: step }",
            "huni.yaml:17:14: error: rows that are changes of stage need the columns of both stage and time",
            "  Write `columns: { entity: lead_id, stage: stage, time: at }`, or neither of the two."
        ),
        Fault(
            "    stages: { lead: created, won: { date: closed, status: state, is: [Won] } }\n",
            "",
            "huni.yaml:9:5: error: missing key 'stages' in sources.<source>",
            "  What shows that a stage was reached: its date, its status, or the words of the stage column. Add `stages: { lead: created_at, won: { date: close_date, status: deal_stage, is: [Won] } }`."
        ),
        Fault(
            "{ date: closed, status: state, is: [Won] }",
            "{ date: closed, status: state }",
            "huni.yaml:12:35: error: 'won' needs the column of its date, or a status and what it is, or both",
            "  Write `won: close_date`, or `won: { date: close_date, status: deal_stage, is: [Won] }`."
        ),
        Fault(
            "{ date: closed, status: state, is: [Won] }",
            "{ is: [Won] }",
            "huni.yaml:12:35: error: 'won' needs the column of its date, or a status and what it is, or both",
            "  Write `won: close_date`, or `won: { date: close_date, status: deal_stage, is: [Won] }`."
        ),
        Fault(
            "{ date: closed, status: state, is: [Won] }",
            "{ date: closed, state: s }",
            "huni.yaml:12:51: error: unknown key 'state' in sources.<source>.stages.<stage>",
            "  Known here: date, status, is."
        ),
        Fault(
            "lead: created,",
            "lead: [created, made],",
            "huni.yaml:12:21: error: 'lead' needs the column of its date, or a status and what it is, or both",
            "  Write `lead: close_date`, or `lead: { date: close_date, status: deal_stage, is: [Won] }`."
        ),
        Fault(
            "lead: created,",
            "Lead: created,",
            "huni.yaml:12:15: error: 'Lead' cannot be a name in addresses",
            "  Use small letters a to z, digits, - and _, beginning with a letter or digit; at most 60 of them.",
            "huni.yaml:43:20: error: source 'crm' has no stage 'lead'",
            "  Known here: won."
        ),
        Fault(
            "outcomes: { lost: lost_at }",
            "outcomes: { won: lost_at }",
            "huni.yaml:13:17: error: 'won' is both a stage and an outcome",
            "  Keep the one that it is: an outcome ends a record elsewhere than at the last stage."
        ),
        Fault(
            "outcomes: { lost: lost_at }",
            "outcomes: {}",
            "huni.yaml:13:15: error: 'outcomes' must name something",
            "  Expected: an outcome: as stages, as in `outcomes: { lost: lost_at, recycled: recycled_at }`."
        ),
        Fault(
            "stage: step, time: at }",
            "stage: step, time: at }\n    stages: { lead: [L, M], won: M }",
            "huni.yaml:18:29: error: 'M' means both 'lead' and 'won'",
            "  Leave it to one of them."
        ),
        Fault(
            "stage: step, time: at }",
            "stage: step, time: at }\n    stages: { lead: { date: d } }",
            "huni.yaml:18:21: error: 'lead' must be followed by the words of the stage column that mean it",
            "  Write `lead: [LEAD, lead]`."
        ),
        Fault(
            "columns: { entity: e, time: t, event: name }",
            "columns: { entity: e, time: t, event: name }\n    stages: { a: x }",
            "huni.yaml:8:5: error: 'stages' is for records and counts, and source 'web' holds events",
            "  Remove it."
        ),
        Fault(
            "files: f.csv",
            "files: f.csv\n    outcomes: { a: x }",
            "huni.yaml:33:5: error: 'outcomes' is for records, and source 'mail' holds measures",
            "  Remove it."
        ),
        Fault(
            "columns: { date: Day }",
            "columns: { date: Day, week: Week }",
            "huni.yaml:25:33: error: columns give both a date ('Day') and a week ('Week')",
            "  Keep the one that says what a row stands for."
        ),
        Fault(
            "click: Clicks",
            "click: Views",
            "huni.yaml:26:36: error: column 'Views' holds the counts of both 'visit' and 'click'",
            "  Each stage has a column of its own."
        ),
        Fault(
            "click: Clicks",
            "click: [Clicks, More]",
            "huni.yaml:26:36: error: 'click' must be followed by the column of its counts",
            "  Write `click: Header`; where a row is one stage's count, name the columns of stage and count."
        ),
        Fault(
            "files: f.csv",
            "files: f.csv\n    columns: { name: n }",
            "huni.yaml:33:14: error: rows of measures need a name and a value",
            "  Write `columns: { date: date, name: measure, value: value }`, or neither name, value nor base where each measure has a column."
        ),
    ]

    @Test(arguments: faults)
    func faultOfAColumnIsNamedAtItsPlace(_ fault: Fault) {
        #expect(fault.found(in: Fault.everyForm) == fault.errors)
    }
}
