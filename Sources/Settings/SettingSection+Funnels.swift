internal import Funnel

extension SettingSection {
    static let funnel = SettingSection(
        "funnels[]",
        [
            .needed("id", .name, as: "journey", means: "The funnel's name in addresses and in JSON."),
            .optional(
                "name",
                .localized,
                else: "the id",
                as: "{ tr: Müşteri yolculuğu, en: Customer journey }",
                means: "The funnel's name for readers."
            ),
            .optional(
                "source",
                .text("name of a source"),
                else: "those of join",
                as: "web",
                means: "Where its rows come from."
            ),
            .optional(
                "join",
                .lines("[funnel, funnel]", of: .name),
                as: "[journey, pipeline]",
                means: "In the place of source: a funnel over events and one over records, one after the other, as one."
            ),
            .optional(
                "key",
                .named("a funnel: header of a column", of: .text()),
                else: "none; needed with join",
                as: "{ journey: lead_id, pipeline: lead_id }",
                means: "The columns by which the entities of one are found in the other."
            ),
            .optional(
                "preset",
                .choice(of: Preset.self),
                as: "customer-journey",
                means:
                    "Names, phases and owners for stages with the preset's ids; all stages of it where none are listed."
            ),
            .optional(
                "entity",
                .named(
                    "a language: [one, many], or a word a class of numbers",
                    of: .either("", [.lines("", of: .text()), .named("", of: .text())])
                ),
                else: "{ tr: [kişi, kişi], en: [person, people] }",
                as: "{ tr: [üye, üye], en: [member, members] }",
                means: "What moves through the funnel."
            ),
            .optional(
                "window",
                .durationOrNone,
                as: "14d",
                for: .events,
                means: "The longest time from a chain's first row to its last, inclusive."
            ),
            .optional(
                "matures_after",
                .durationOrNone,
                as: "60d",
                means: "Without a window: the age at which rates are final."
            ),
            .optional(
                "order",
                .choice(of: StageOrder.self),
                else: "ordered",
                as: "strict",
                for: .events,
                means:
                    "How stages follow one another: in order; in order and without another stage's row between; or in "
                    + "any order after the first."
            ),
            .optional(
                "exclude",
                .list("list of conditions", of: .condition),
                else: "[]",
                as: "[{ event: bot }]",
                for: .events,
                means: "Rows that do away with a chain if they lie between its first row and its last."
            ),
            .optional(
                "skipped",
                .choice(of: SkippedStages.self),
                else: "backfill",
                as: "stop",
                for: .records,
                means:
                    "A record with a later stage and without an earlier one: it passed the earlier one, or stops before it."
            ),
            .optional(
                "view",
                .choice(of: View.self),
                else: "cohort, where the data allow",
                as: "activity",
                means: "Entities by the week they entered, or what happened in a week, whoever it happened to."
            ),
            .optional(
                "cohort",
                .choice(of: CohortRule.self),
                else: "first",
                as: "first",
                for: .events,
                means: "The week or weeks in which an entity is counted."
            ),
            .optional(
                "touch",
                .choice(of: Touch.self),
                else: "entry",
                as: "entry",
                for: .events,
                means: "The row that gives an entity its dimension values."
            ),
            .optional(
                "dimensions",
                .list("list of columns or sections", of: .either("", [.text(), .section(.dimension)])),
                else: "[]",
                as: "[channel, device, segment]",
                means: "Breakdowns; `segment` stands for all segments."
            ),
            .optional(
                "sla",
                .named("a stage: duration", of: .duration),
                as: "{ mql: 24h }",
                for: .records,
                means: "How long an entity should wait at most before it leaves a stage."
            ),
            .optional(
                "outcomes",
                .named("an outcome: section", of: .section(.outcome)),
                else: "the preset's names",
                as: "{ lost: { name: { tr: Kaybedildi, en: Lost } } }",
                for: .records,
                means: "What outcomes are called."
            ),
            .optional(
                "stages",
                .lines("list of sections", of: .section(.stage)),
                else: "the preset's",
                as: "[{ id: awareness }, { id: interest }]",
                means: "The stages, in order; 2 to 12."
            ),
        ]
    )

    static let dimension = SettingSection(
        "funnels[].dimensions[]",
        [
            .needed("id", .name, as: "month", means: "The dimension's name."),
            .optional(
                "from",
                .text("header of a column, or time"),
                else: "the id",
                as: "time",
                means: "Where the values come from."
            ),
            .optional(
                "part",
                .choice(of: DatePart.self),
                as: "month",
                means: "With `from: time`, the part of the date."
            ),
            .optional(
                "touch",
                .choice(of: Touch.self),
                else: "the funnel's",
                as: "first",
                for: .events,
                means: "The row that gives the value."
            ),
        ]
    )
}
