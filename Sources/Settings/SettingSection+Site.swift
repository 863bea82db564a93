extension SettingSection {
    static let top = SettingSection(
        "",
        [
            .needed("version", .whole("1", 1...1), as: "1", means: "The version of this file's form."),
            .needed("site", .section(.site), as: "{ title: Report }", means: "The site as a whole."),
            .needed(
                "sources",
                .named("named sections", of: .section(.source)),
                as: "{ web: { form: events, files: web.csv, columns: { entity: user, time: time } } }",
                means: "Where the data are and what their columns mean."
            ),
            .optional(
                "measures",
                .named("named sections", of: .section(.measure)),
                as: "{ visitors: { source: mail, sum: visitors } }",
                means: "Figures of stages that are not counted but given: visitors, open rate, satisfaction."
            ),
            .optional(
                "values",
                .named("named texts", of: .localized),
                as: "{ ads: { tr: reklam, en: ads } }",
                means:
                    "What readers call values of dimensions and themes of feedback; others stand as the data have them."
            ),
            .optional(
                "segments",
                .named("named conditions", of: .condition),
                as: "{ hr-new: { role: hr, staff: { over: 10 } } }",
                means: "Parts of the entities: columns and their values or bounds, all of which must hold; `any` lists "
                    + "alternatives, and `name: { tr: …, en: … }` names the segment for readers."
            ),
            .optional(
                "tests",
                .lines("list of sections", of: .section(.test)),
                as: "[{ id: trial, source: trial, stage: enrol }]",
                means: "Comparisons of variants."
            ),
            .needed(
                "funnels",
                .lines("list of sections", of: .section(.funnel)),
                as: "[{ id: journey, source: web, preset: customer-journey }]",
                means: "The funnels; the first owns the front page."
            ),
        ]
    )

    static let site = SettingSection(
        "site",
        [
            .needed(
                "title",
                .localized,
                as: "{ tr: Haftalık huni raporu, en: Weekly funnel report }",
                means: "The report's name."
            ),
            .optional(
                "languages",
                .list("list of tr, en, and languages of i18n/", of: .text("language", matching: SettingType.language)),
                else: "[tr, en]",
                as: "[tr, en]",
                means:
                    "The site's languages; the first is at the root, the others in a folder each. One beside tr and en "
                    + "takes its texts in i18n/de.yaml (`huni help strings de`)."
            ),
            .optional(
                "time_zone",
                .zone,
                else: "UTC",
                as: "Europe/Istanbul",
                means: "The zone that cuts days and weeks."
            ),
            .optional(
                "base_url",
                .text("http(s) address", matching: "^https?://"),
                as: "https://example.org/funnel/",
                means: "Where the site will be found; only feed, sitemap, sharing and the 404 page need it."
            ),
            .optional(
                "currency",
                .text("three capital letters of ISO 4217", matching: "^[A-Z]{3}$"),
                as: "TRY",
                means: "What amounts are counted in."
            ),
            .optional(
                "suppress_below",
                .whole("whole number from 2 to 1000", 2...1000),
                as: "5",
                means:
                    "In breakdowns, and in measures of single stages, numbers of fewer are not told, nor what would give "
                    + "them away, and values of fewer are taken together as 'other'."
            ),
            .optional(
                "brand",
                .section(.brand),
                as: "{ name: Demlik, logo: content/logo.png }",
                means: "Name, logo and colours of the site's owner."
            ),
            .optional(
                "publish_people",
                .truth,
                else: "false",
                as: "true",
                means: "Whether owners' names appear; else they are A, B, … in a stable order."
            ),
        ]
    )
}
