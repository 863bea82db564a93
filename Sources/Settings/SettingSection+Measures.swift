extension SettingSection {
    static let measure = SettingSection(
        "measures.<measure>",
        [
            .needed("source", .text("name of a source of measures"), as: "mail", means: "Where its values come from."),
            .optional("sum", .text("name of a measure in the data"), as: "visitors", means: "Adds up a week's values."),
            .optional(
                "mean",
                .text("name of a measure in the data"),
                as: "score",
                means: "The mean of a week's values, weighted by base where there is one."
            ),
            .optional(
                "ratio",
                .lines("[part, whole]", of: .text()),
                as: "[opens, delivered]",
                means: "The sum of one over the sum of the other."
            ),
            .optional(
                "nps",
                .lines("[promoters, detractors, answers]", of: .text()),
                as: "[promoters, detractors, answers]",
                means: "The net promoter score: promoters less detractors over all answers, times 100."
            ),
            .optional(
                "unit",
                .choice(of: MeasureSettings.Unit.self),
                else: "percent of a ratio, count of a sum, a plain number of others",
                as: "percent",
                means: "How it is written; currency is the site's."
            ),
            .optional(
                "better",
                .choice(of: MeasureSettings.Direction.self),
                as: "up",
                means: "Which way it should go."
            ),
            .optional(
                "name",
                .localized,
                else: "the id",
                as: "{ tr: Açma oranı, en: Open rate }",
                means: "The measure's name for readers."
            ),
        ]
    )

    static let bounds = SettingSection(
        "segments.<segment>.<column>",
        [
            .optional("over", .number("number"), as: "10", means: "More than this."),
            .optional("under", .number("number"), as: "1", means: "Less than this."),
            .optional("at_least", .number("number"), as: "10", means: "This or more."),
            .optional("at_most", .number("number"), as: "50", means: "This or less."),
        ]
    )

    static let test = SettingSection(
        "tests[]",
        [
            .needed("id", .name, as: "trial", means: "The test's name in addresses and in JSON."),
            .needed("source", .text("name of a source with variants"), as: "trial", means: "Where its rows come from."),
            .needed("stage", .text("id of a stage"), as: "enrol", means: "The stage that the variants are to move."),
            .optional(
                "name",
                .localized,
                else: "the id",
                as: "{ tr: Deneme uyarısı, en: Trial notice }",
                means: "The test's name for readers."
            ),
            .optional(
                "baseline",
                .number("fraction over 0 and under 1", 0...1),
                as: "0.2",
                means: "The rate from the first stage that is expected without a change."
            ),
            .optional(
                "detect",
                .either("points (2pp) or fraction", [.text("", matching: "^[0-9.]+pp$"), .number("", 0...1)]),
                as: "2pp",
                means: "The smallest difference that matters."
            ),
            .optional(
                "power",
                .number("fraction over 0 and under 1", 0...1),
                else: "0.8",
                as: "0.8",
                means: "How sure the test must be of finding it."
            ),
            .optional(
                "control",
                .text("name of a variant"),
                else: "the first variant that the source lists, else `control`, else the first by its bytes",
                as: "control",
                means: "The variant that the others are compared with."
            ),
            .optional(
                "split",
                .named("a variant: number over 0", of: .number("number over 0")),
                else: "the same for each",
                as: "{ control: 1, experiment: 1 }",
                means: "How entrants were meant to be parted; a departure from it is named, and stops the verdict."
            ),
        ]
    )
}
