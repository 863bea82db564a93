internal import Records

extension SettingSection {
    static let source = SettingSection(
        "sources.<source>",
        [
            .needed(
                "form",
                .choice(of: DataForm.self),
                as: "events",
                means: "What a row is: one entity did one thing at one time; one entity with its dates; so many "
                    + "entities in a stage; a figure of a stage."
            ),
            .needed(
                "files",
                .either(
                    "path, list of paths, or of events a path an event",
                    [.list("", of: .path), .named("", of: .path)]
                ),
                as: "content/data/web/*.csv",
                means: "The files, relative to huni.yaml; * stands for any run of characters in a file's name, and "
                    + "`{ home: home.csv, search: search.csv }` makes each file an event."
            ),
            .needed(
                "columns",
                .section(.eventColumns),
                as: "{ entity: user_id, time: timestamp, event: event }",
                for: .events,
                means: "What the columns mean; every other column may be used as a property."
            ),
            .needed(
                "columns",
                .section(.recordColumns),
                as: "{ entity: lead_id, amount: amount, owner: owner }",
                for: .records,
                means: "What the columns mean; every other column may be used as a property."
            ),
            .optional(
                "columns",
                .section(.countColumns),
                else: "{ date: date }",
                as: "{ date: Date }",
                for: .counts,
                means: "What the columns mean; every other column may be used as a property."
            ),
            .optional(
                "columns",
                .section(.measureColumns),
                else: "{ date: date }",
                as: "{ week: week, name: measure, value: value }",
                for: .measures,
                means: "What the columns mean; without name and value each other column is a measure."
            ),
            .optional(
                "stages",
                .named(
                    "a stage: header of a column or section; with a stage column its words",
                    of: .either("", [.list("", of: .text()), .section(.stageColumn)])
                ),
                else: "with a stage column the funnels' stages, each its own word",
                as: "{ lead: created_at, won: { date: close_date, status: deal_stage, is: [Won] } }",
                for: .records,
                means: "What shows that a stage was reached: its date, its status, or the words of the stage column."
            ),
            .optional(
                "stages",
                .named("a stage: header of a column; with a stage column its words", of: .list("", of: .text())),
                else: "a row is date, stage, count",
                as: "{ visit: Pageviews, click: Clicks }",
                for: .counts,
                means: "The column that holds a stage's counts, or the words of the stage column."
            ),
            .optional(
                "outcomes",
                .named(
                    "an outcome: as stages",
                    of: .either("", [.list("", of: .text()), .section(.stageColumn)])
                ),
                else: "none; with a stage column the preset's, each its own word",
                as: "{ lost: lost_at, recycled: recycled_at }",
                for: .records,
                means: "What shows how a record ended other than at the last stage."
            ),
            .optional(
                "variant",
                .section(.variant),
                as: "{ column: group }",
                means: "What tells the variants of a test apart."
            ),
            .optional(
                "join",
                .lines("list of sections", of: .section(.join)),
                else: "[]",
                as: "[{ file: content/data/users.csv, key: user_id }]",
                means: "Tables whose columns are added to each row by a key."
            ),
            .optional("time_zone", .zone, else: "the site's", as: "UTC", means: "The zone of times without offset."),
            .optional(
                "missing",
                .list("list of texts", of: .text()),
                else: "[]",
                as: "[n/a]",
                means: "Cells that count as missing, beside the empty one."
            ),
            .optional(
                "read",
                .section(.read),
                else: "found by looking",
                as: "{ delimiter: \";\" }",
                means: "What cannot be found by looking."
            ),
        ]
    )

    static let variant = SettingSection(
        "sources.<source>.variant",
        [
            .optional("column", .header, as: "group", means: "The column that names the variant."),
            .optional("from", .choice(["file"]), as: "file", means: "With values: each file is of one variant."),
            .optional(
                "values",
                .named("a variant: path or name of a file", of: .text()),
                as: "{ control: trial-control.csv, experiment: trial-experiment.csv }",
                means: "Which of the source's files are whose; * as in files."
            ),
        ]
    )

    static let join = SettingSection(
        "sources.<source>.join[]",
        [
            .needed("file", .path, as: "content/data/users.csv", means: "The table to join, relative to huni.yaml."),
            .needed(
                "key",
                .either("header of a column, or { own: its }", [.text(), .named("", of: .text())]),
                as: "{ lead_id: lead }",
                means: "The column that both have, or the source's column and the table's."
            ),
        ]
    )

    static let read = SettingSection(
        "sources.<source>.read",
        [
            .optional(
                "delimiter",
                .text("one character"),
                else: "found in the header",
                as: "\";\"",
                means: "Stands between cells."
            ),
            .optional(
                "encoding",
                .choice(of: TextEncoding.self),
                else: "by the byte order mark, or utf-8",
                as: "windows-1254",
                means: "How the file writes letters."
            ),
            .optional(
                "skip",
                .whole("whole number", 0...100_000),
                else: "0",
                as: "5",
                means: "Lines before the header; with 0 the header is looked for."
            ),
            .optional(
                "numbers",
                .text("1234.5 as the file writes it"),
                else: "1234.5 or 1,234.5",
                as: "\"1.234,56\"",
                means: "An example that shows what stands before decimals and between thousands."
            ),
            .optional(
                "dates",
                .text("pattern such as DD.MM.YYYY, M/D/YY HH:mm, YYYYMMDD, epoch-ms"),
                else: "ISO 8601, or found from the whole column",
                as: "DD.MM.YYYY",
                means: "How dates and times are written."
            ),
            .optional("year", .whole("year", 1900...2199), as: "2014", means: "Of dates that are written without one."),
            .optional(
                "week_starts",
                .choice(["monday", "sunday"]),
                else: "monday",
                as: "sunday",
                for: .counts,
                .measures,
                means: "The day that names a week; by its Sunday, the ISO week that begins the day after."
            ),
            .optional(
                "date",
                .text("date", matching: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
                as: "2026-11-15",
                for: .counts,
                .measures,
                means: "The date of all rows, where no column has one."
            ),
        ]
    )
}
