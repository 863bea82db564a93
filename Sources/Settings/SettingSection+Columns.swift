extension SettingSection {
    static let eventColumns = SettingSection(
        "sources.<source>.columns (events)",
        [
            .needed(
                "entity",
                .header,
                as: "user_id",
                means: "Tells the people, companies or deals apart."
            ),
            .needed("time", .header, as: "timestamp", means: "When it happened: ISO 8601, with or without offset."),
            .optional("event", .header, as: "event", means: "What happened."),
        ]
    )

    static let recordColumns = SettingSection(
        "sources.<source>.columns (records)",
        [
            .needed("entity", .header, as: "lead_id", means: "Tells the people, companies or deals apart."),
            .optional("amount", .header, as: "amount", means: "What it is worth, in the site's currency."),
            .optional(
                "expected",
                .header,
                as: "close_by",
                means: "When it is expected to close; open ones beyond that date are told as overdue."
            ),
            .optional("owner", .header, as: "owner", means: "Who works on it."),
            .optional("team", .header, as: "team", means: "The team that works on it."),
            .optional("reason", .header, as: "reason", means: "Why it was lost or disqualified."),
            .optional(
                "stage",
                .header,
                as: "stage",
                means: "Where a row is a change of stage: the stage or outcome that was reached."
            ),
            .optional("time", .header, as: "at", means: "With stage: when that was."),
        ]
    )

    static let countColumns = SettingSection(
        "sources.<source>.columns (counts)",
        [
            .optional("date", .header, else: "date", as: "Date", means: "The day that a row counts."),
            .optional("week", .header, as: "Week", means: "In the place of date: the week that a row counts."),
            .optional(
                "entry",
                .header,
                as: "entry_week",
                means: "The week in which those counted came in; with it a cohort view is possible."
            ),
            .optional(
                "stage",
                .header,
                else: "stage, where `stages` names no columns",
                as: "step",
                means: "Where a row is one stage's count: the stage."
            ),
            .optional("count", .header, else: "count, with stage", as: "number", means: "With stage: the count."),
        ]
    )

    static let measureColumns = SettingSection(
        "sources.<source>.columns (measures)",
        [
            .optional("date", .header, else: "date", as: "Date", means: "The day that a row measures."),
            .optional("week", .header, as: "Week", means: "In the place of date: the week that a row measures."),
            .optional("name", .header, as: "measure", means: "Where a row is one measure's value: the measure."),
            .optional("value", .header, as: "value", means: "With name: the value."),
            .optional("base", .header, as: "n", means: "With name: how many answers the value was taken from."),
            .optional("theme", .header, as: "theme", means: "What a row of feedback is about; sums are told by theme."),
            .optional(
                "stage",
                .header,
                as: "stage",
                means: "The id of the stage that a row is of; a stage's page then counts its own rows."
            ),
        ]
    )

    static let stageColumn = SettingSection(
        "sources.<source>.stages.<stage>",
        [
            .optional("date", .header, as: "close_date", means: "The column with the date of reaching it."),
            .optional("status", .header, as: "deal_stage", means: "The column whose value says that it was reached."),
            .optional(
                "is",
                .list("value or list of values", of: .text()),
                as: "[Won]",
                means: "With status: the values that say so."
            ),
        ]
    )
}
