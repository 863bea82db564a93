/// A key of huni.yaml: what may stand behind it and what it means.
public struct SettingKey: Sendable {
    /// As written in the file.
    public var name: String
    /// What may stand behind it.
    public var type: String
    /// What holds where it is left out; `nil`: it is needed.
    public var fallback: String?
    /// As it could stand in a file.
    public var example: String
    /// What it is for, one sentence.
    public var meaning: String
}

/// The keys of one kind of mapping in huni.yaml. The reader accepts these and no others.
public struct SettingSection: Sendable {
    /// Where such a mapping stands, `<…>` being a name of the user's.
    public var path: String
    /// Its keys, in the order in which they are explained.
    public var keys: [SettingKey]

    init(_ path: String, _ keys: [(String, String, String?, String, String)]) {
        self.path = path
        self.keys = keys.map { SettingKey(name: $0.0, type: $0.1, fallback: $0.2, example: $0.3, meaning: $0.4) }
    }
}

extension SettingSection {
    /// Every section, in the order of the file.
    public static let all = [top, site, source, columns, read, funnel, dimension, stage, target]

    static let top = SettingSection(
        "",
        [
            ("version", "1", nil, "1", "The version of this file's form."),
            ("site", "section", nil, "", "The site as a whole."),
            ("sources", "named sections", nil, "", "Where the data are and what their columns mean."),
            ("funnels", "list of sections", nil, "", "The funnels; the first owns the front page."),
        ]
    )

    static let site = SettingSection(
        "site",
        [
            (
                "title", "text or text a language", nil, "{ tr: Haftalık huni raporu, en: Weekly funnel report }",
                "The report's name."
            ),
            (
                "languages", "list of tr, en", "[tr, en]", "[tr, en]",
                "The site's languages; the first is at the root, the others in a folder each."
            ),
            ("time_zone", "IANA name", "UTC", "Europe/Istanbul", "The zone that cuts days and weeks."),
            (
                "base_url", "http(s) address", "none", "https://example.org/funnel/",
                "Where the site will be found; only the 404 page and canonical addresses need it."
            ),
        ]
    )

    static let source = SettingSection(
        "sources.<source>",
        [
            ("form", "events", nil, "events", "What a row is: one entity did one thing at one time."),
            (
                "files", "path or list of paths", nil, "content/data/web/*.csv",
                "CSV files, relative to huni.yaml; * stands for any run of characters in a file's name."
            ),
            (
                "columns", "section", nil, "{ entity: user_id, time: timestamp, event: event }",
                "What the columns mean; every other column may be used as a property."
            ),
            ("time_zone", "IANA name", "the site's", "UTC", "The zone of times without offset."),
            ("missing", "list of texts", "[]", "[n/a]", "Cells that count as missing, beside the empty one."),
            ("read", "section", "found by looking", "{ delimiter: \";\" }", "What cannot be found by looking."),
        ]
    )

    static let columns = SettingSection(
        "sources.<source>.columns",
        [
            ("entity", "header of a column", nil, "user_id", "Tells the people, companies or deals apart."),
            ("time", "header of a column", nil, "timestamp", "When it happened: ISO 8601, with or without offset."),
            ("event", "header of a column", "none", "event", "What happened."),
        ]
    )

    static let read = SettingSection(
        "sources.<source>.read",
        [
            ("delimiter", "one character", "found in the header", "\";\"", "Stands between cells.")
        ]
    )

    static let funnel = SettingSection(
        "funnels[]",
        [
            ("id", "name", nil, "journey", "The funnel's name in addresses and in JSON."),
            (
                "name", "text or text a language", "the id", "{ tr: Müşteri yolculuğu, en: Customer journey }",
                "The funnel's name for readers."
            ),
            ("source", "name of a source", nil, "web", "Where its rows come from."),
            (
                "preset", "marketing, customer-journey, sales-pipeline, deal", "none", "customer-journey",
                "Names, phases and owners for stages with the preset's ids; all stages of it where none are listed."
            ),
            (
                "entity", "a language: [one, many]", "{ tr: [kişi, kişi], en: [person, people] }",
                "{ tr: [üye, üye], en: [member, members] }", "What moves through the funnel."
            ),
            (
                "window", "duration (30m, 24h, 14d, 2w) or none", "none", "14d",
                "The longest time from a chain's first row to its last, inclusive."
            ),
            ("matures_after", "duration", "none", "60d", "Without a window: the age at which rates are final."),
            ("order", "ordered", "ordered", "ordered", "How stages follow one another."),
            ("cohort", "first, every, person", "first", "first", "The week or weeks in which an entity is counted."),
            ("touch", "entry, first, last", "entry", "entry", "The row that gives an entity its dimension values."),
            ("dimensions", "list of columns or sections", "[]", "[channel, device]", "Breakdowns."),
            ("stages", "list of sections", "the preset's", "", "The stages, in order; 2 to 12."),
        ]
    )

    static let dimension = SettingSection(
        "funnels[].dimensions[]",
        [
            ("id", "name", nil, "month", "The dimension's name."),
            ("from", "header of a column, or time", "the id", "time", "Where the values come from."),
            (
                "part", "year, quarter, month, week, weekday", "none", "month",
                "With `from: time`, the part of the date."
            ),
            ("touch", "entry, first, last", "the funnel's", "first", "The row that gives the value."),
        ]
    )

    static let stage = SettingSection(
        "funnels[].stages[]",
        [
            ("id", "name", nil, "interest", "The stage's name in addresses and JSON, and the folder of its notes."),
            (
                "name", "text or text a language", "the preset's, or the id", "{ tr: İlgi, en: Interest }",
                "The stage's name for readers."
            ),
            (
                "short", "text or text a language", "none", "{ tr: İlgi, en: Interest }",
                "Up to 20 characters, where there is little room."
            ),
            ("phase", "ToFu, MoFu, BoFu, after", "the preset's", "MoFu", "Where the stage lies."),
            ("owner", "marketing, sales, service or text", "the preset's", "marketing", "Who answers for it."),
            (
                "match", "condition", "{ event: <id> }",
                "{ any: [ { event: signup }, { event: download, kind: [ebook, guide] } ] }",
                "The rows that show an entity in this stage: columns and their values, all of which must hold; `any` lists alternatives."
            ),
            ("target", "section", "none", "{ rate: 0.25, count: 5000 }", "What the stage should reach."),
        ]
    )

    static let target = SettingSection(
        "funnels[].stages[].target",
        [
            ("rate", "fraction 0 to 1", "none", "0.25", "Of those in the previous stage."),
            ("count", "whole number", "none", "5000", "Entities a week."),
        ]
    )
}
