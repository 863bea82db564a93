extension SettingSection {
    static let outcome = SettingSection(
        "funnels[].outcomes.<outcome>",
        [
            .needed(
                "name",
                .localized,
                as: "{ tr: Kaybedildi, en: Lost }",
                means: "The outcome's name for readers."
            )
        ]
    )

    static let stage = SettingSection(
        "funnels[].stages[]",
        [
            .needed(
                "id",
                .name,
                as: "interest",
                means: "The stage's name in addresses and JSON, and the folder of its notes."
            ),
            .optional(
                "name",
                .localized,
                else: "the preset's, or the id",
                as: "{ tr: İlgi, en: Interest }",
                means: "The stage's name for readers."
            ),
            .optional(
                "short",
                .localized,
                as: "{ tr: İlgi, en: Interest }",
                means: "Up to 20 characters, where there is little room."
            ),
            .optional(
                "phase",
                .choice(of: Phase.self),
                else: "the preset's",
                as: "MoFu",
                means: "Where the stage lies."
            ),
            .optional(
                "owner",
                .either("marketing, sales, service or text", [.localized]),
                else: "the preset's",
                as: "marketing",
                means: "Who answers for it."
            ),
            .optional(
                "match",
                .condition,
                else: "{ event: <id> }",
                as: "{ any: [ { event: signup }, { event: download, kind: [ebook, guide] } ] }",
                for: .events,
                means:
                    "The rows that show an entity in this stage: columns and their values or bounds, all of which must "
                    + "hold; `any` lists alternatives."
            ),
            .optional(
                "optional",
                .truth,
                else: "false",
                as: "true",
                for: .events,
                means: "Whether a chain may leave the stage out; never the first or the last, nor under `order: any`."
            ),
            .optional(
                "measures",
                .list("list of names of measures", of: .name),
                else: "[]",
                as: "[visitors, open_rate]",
                means: "The measures shown with it."
            ),
            .optional(
                "target",
                .section(.target),
                as: "{ rate: 0.25, count: 5000 }",
                means: "What the stage should reach."
            ),
            .optional(
                "probability",
                .number("fraction 0 to 1", 0...1),
                else: "the share of matured records in it that were won",
                as: "0.4",
                for: .records,
                means: "The chance of winning that open records in this stage have, for the weighted value."
            ),
        ]
    )

    static let target = SettingSection(
        "funnels[].stages[].target",
        [
            .optional("rate", .number("fraction 0 to 1", 0...1), as: "0.25", means: "Of those in the previous stage."),
            .optional("count", .whole("whole number", 0...Int.max), as: "5000", means: "Entities a week."),
            .optional(
                "amount",
                .number("amount over 0"),
                as: "250000",
                for: .records,
                means: "Of the last stage: what is to be won a week, in the site's currency; one target for marketing "
                    + "and sales."
            ),
        ]
    )
}
