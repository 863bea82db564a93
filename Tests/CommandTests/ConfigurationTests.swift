import Testing

/// Faults of huni.yaml: each at its place with its remedy, and the output as it was.
@Suite struct ConfigurationTests {
    /// What is changed in huni.yaml, and all that is said about it.
    struct Fault: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        var errors: String

        var testDescription: String { new }
    }

    static let faults = [
        Fault(
            old: "source: web",
            new: "sorce: web",
            errors: "huni.yaml:13:5: error: unknown key 'sorce' in funnels[]\n  Did you mean 'source'?\n"
        ),
        Fault(
            old: "form: events",
            new: "form: evnts",
            errors: "huni.yaml:8:11: error: 'evnts' is no form\n"
                + "  Did you mean 'events'? Expected: events, records, counts, measures, as in `form: events`.\n"
        ),
        Fault(
            old: "{ event: visit }",
            new: "{ event: visit",
            errors:
                "huni.yaml:19:11: error: broken YAML: did not find expected ',' or '}', while parsing a flow mapping from line 18\n"
                + "  Look at indentation, quotes and brackets here and in the line before.\n"
        ),
        Fault(
            old: "    window: 14d\n",
            new: "    window: 14d\n    window: 15d\n",
            errors: "huni.yaml:14:5: error: a key is written twice: 'window'\n  Keep one of them.\n"
        ),
        Fault(
            old: "id: purchase",
            new: "id: interest",
            errors: "huni.yaml:21:13: error: two stages of the funnel have the id 'interest'\n  Give each its own.\n"
        ),
        Fault(
            old: "entity: user_id",
            new: "entity: userid",
            errors: "huni.yaml:10:24: error: no column “userid”, which is asked for as the entity"
                + " (content/data/visits.csv)\n  Did you mean “user_id”?\n"
        ),
        Fault(
            old: "[channel, device]",
            new: "[chanel, device]",
            errors: "huni.yaml:15:18: error: no column “chanel”, which is asked for as the property"
                + " (content/data/visits.csv)\n  Did you mean “channel”?\n"
        ),
        Fault(
            old: "content/data/*.csv",
            new: "content/dta/*.csv",
            errors: "huni.yaml:9:12: error: no file matches 'content/dta/*.csv'\n"
                + "  Paths are relative to the folder of huni.yaml.\n"
        ),
        Fault(
            old: "content/data/*.csv",
            new: "../*.csv",
            errors: "huni.yaml:9:12: error: '../*.csv' is no path inside the site's folder\n"
                + "  Write a path relative to huni.yaml, without `..`; copy the data into content/data.\n"
        ),
    ]

    @Test(arguments: faults)
    func faultIsNamedAtItsPlace(_ fault: Fault) throws {
        let run = try Site().build { try $0.replace(fault.old, by: fault.new) }
        #expect(run.status == 1)
        #expect(run.errors == fault.errors)
        #expect(run.output.isEmpty)
    }

    @Test func missingConfigurationNamesTheFolder() throws {
        let site = try Site()
        let run = try site.build { try $0.remove("huni.yaml") }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("huni.yaml: error: there is no such file in /"))
        #expect(run.errors.hasSuffix("\n  `huni init` makes a new site; -r names the folder of another one.\n"))
    }

    @Test func columnsOfPositionsCountBytes() throws {
        let run = try Site().build { try $0.replace("tr: Küçük rapor }", by: "tr: Küçük rapor, de: Bericht }") }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("huni.yaml:3:50: error: 'title' has no text for language 'de'\n"))
    }

    @Test func severalFaultsAreToldInTheOrderOfTheFile() throws {
        let run = try Site().build { site in
            try site.replace("id: purchase", by: "id: Purchase!")
            try site.replace("version: 1", by: "version: 2")
            try site.replace("14d", by: "fortnight")
            try site.replace("source: web", by: "sorce: web")
            try site.replace("[en, tr]", by: "[en, de]")
        }
        #expect(run.status == 1)
        let places = run.errorLines.filter { !$0.hasPrefix("  ") }.compactMap { $0.split(separator: " ").first }
        #expect(
            places == ["huni.yaml:1:10:", "huni.yaml:4:19:", "huni.yaml:13:5:", "huni.yaml:14:13:", "huni.yaml:21:13:"]
        )
    }

    @Test func configurationInAnotherEncodingIsRefused() throws {
        let run = try Site().build { site in
            try site.write(bytes: Array("version: 1\nsite: { title: ".utf8) + [0xFC, 0x7D, 0x0A], to: "huni.yaml")
        }
        #expect(run.status == 1)
        #expect(run.errors == "huni.yaml:2: error: the file is not UTF-8\n  Save it as UTF-8.\n")
    }

    @Test func configurationOutsideTheSiteIsRefused() throws {
        let run = try Site().run("build", "-c", "../huni.yaml")
        #expect(run.status == 1)
        #expect(
            run.errors == "../huni.yaml: error: the configuration lies outside the site's folder\n"
                + "  -r names the site's folder, -c a file in it.\n"
        )
    }

    @Test func emptyConfigurationIsRefused() throws {
        let run = try Site().build { try $0.write("", to: "huni.yaml") }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("huni.yaml:1: error: the file is empty\n"))
    }

    @Test func faultsOfNotesAndOfDataAreToldTogether() throws {
        let run = try Site().build { site in
            try site.replace("effort: 2", by: "effort: 9", in: "content/stages/interest/webinar.md")
            try site.remove("content/data/visits.csv")
        }
        #expect(run.status == 1)
        #expect(run.errors.contains("webinar.md:3:9: error: "))
        #expect(run.errors.contains("huni.yaml:9:12: error: no file matches"))
    }
}
