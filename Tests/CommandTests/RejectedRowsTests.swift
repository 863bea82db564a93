import Foundation
import Testing

/// Rows with a fault: left out, counted, shown by place and reason, and never by whom they concern.
@Suite struct RejectedRowsTests {
    private static let bad = [
        "ayse@example.org,2026-99-01 10:00,visit,ads,phone",
        "u9,ali@example.org,visit,ads,phone",
        ",2026-11-12 10:00,visit,ads,phone",
        "veli@example.org,2026-11-12",
        "fatma@example.org,2026-11-12 10:00,visit,ads,phone,more",
        "secret77,secret77,visit,ads,phone",
    ]

    private func site() throws -> Site {
        let site = try Site()
        try site.write(Site.rows + Self.bad.joined(separator: "\n") + "\n", to: "content/data/visits.csv")
        return site
    }

    private static let warnings = """
        content/data/visits.csv:42:18: warning: “2026-99-01 10:00” is no time that can be read (and 2 more rows like it)
          Times are written like 2026-11-09, 2026-11-09 14:05 or 2026-11-09T14:05:00+03:00.
        content/data/visits.csv:45: warning: the row has 2 cells, the header 5
          Put a cell that holds the delimiter between quotes.
        content/data/visits.csv:46:52: warning: the row has 6 cells, the header 5
          Put a cell that holds the delimiter between quotes.
        content/data/visits.csv:44:1: warning: the entity is missing

        """

    @Test func eachReasonIsToldOnceWithItsFirstPlaceAndTheCount() throws {
        let run = try site().run("build")
        #expect(run.status == 0)
        #expect(run.errors == Self.warnings)
        #expect(
            run.output.contains("         web: 46 rows = 40 used + 0 other + 0 after as-of + 6 rejected\n")
        )
    }

    @Test func oneMoreRowIsSingular() throws {
        let site = try Site()
        let rows = Site.rows + "u1,never,visit,ads,phone\nu2,never,visit,ads,phone\n"
        try site.write(rows, to: "content/data/visits.csv")
        let run = try site.run("build")
        #expect(run.errors.contains("is no time that can be read (and 1 more row like it)\n"))
    }

    @Test func frontPageShowsTheSumsAndThePlaces() throws {
        let site = try site()
        #expect(try site.run("build", "--quiet").status == 0)
        let page = try site.text("output/index.html")
        for cell in ["46", "40", "6", "content/data/visits.csv:42:18", "content/data/visits.csv:45", "3"] {
            #expect(page.contains("<td>\(cell)</td>") || page.contains(">\(cell)</td>"), "no cell holds \(cell)")
        }
        #expect(page.contains("The time cannot be read"))
        #expect(try site.text("output/tr/index.html").contains("content/data/visits.csv:44:1"))
    }

    @Test func metricsCountThem() throws {
        let run = try site().run("metrics", "--format", "json")
        #expect(run.status == 0)
        let sources = try #require(try run.json()["sources"] as? [String: [String: Int]])
        #expect(sources == ["web": ["read": 46, "used": 40, "other": 0, "after_as_of": 0, "rejected": 6]])
        #expect(try site().run("metrics", "--strict").status == 1)
    }

    @Test func strictBuildFailsAndWritesNothing() throws {
        let run = try Site().build("--strict") { site in
            try site.write(Site.rows + Self.bad.joined(separator: "\n") + "\n", to: "content/data/visits.csv")
        }
        #expect(run.status == 1)
        #expect(
            run.errors == Self.warnings + "error: there are rejected rows or warnings, and --strict asks for none\n"
                + "  Mend them, or build without --strict.\n"
        )
    }

    @Test func checkFailsAndWritesNothing() throws {
        let site = try site()
        let run = try site.run("check")
        #expect(run.status == 1)
        #expect(run.errors == Self.warnings)
        #expect(!site.exists("output"))
    }

    @Test func rejectedRowsAreWrittenToAFile() throws {
        let site = try site()
        #expect(try site.run("build", "--rejected", "rejected.csv").status == 0)
        let written = """
            source,file,line,column,reason
            web,content/data/visits.csv,42,18,bad-time
            web,content/data/visits.csv,43,4,bad-time
            web,content/data/visits.csv,44,1,missing-entity
            web,content/data/visits.csv,45,,too-few-cells
            web,content/data/visits.csv,46,52,too-many-cells
            web,content/data/visits.csv,47,10,bad-time

            """
        #expect(try site.text("rejected.csv") == written)
        #expect(try site.run("build", "--rejected", "rejected.csv").status == 0, "a second run writes it again")
    }

    @Test(arguments: ["output/r.csv", "./output/../output/new/r.csv", "shortcut/r.csv", "r.csv"])
    func rejectedRowsInsideTheOutputAreWrongUsage(_ path: String) throws {
        let run = try Site().build("--rejected", path) { site in
            try site.link("shortcut", to: "output")
            try site.link("r.csv", to: "output/index.html")
        }
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Error: --rejected must not lie inside the output folder\n"))
    }

    @Test func rejectedRowsDoNotReplaceAnotherFile() throws {
        let site = try site()
        let run = try site.run("build", "--rejected", "content/data/visits.csv")
        #expect(run.status == 1)
        #expect(
            run.errors.hasSuffix(
                "content/data/visits.csv: error: this file was not written by --rejected, and stays as it is\n"
                    + "  Name another file.\n"
            )
        )
        #expect(try site.text("content/data/visits.csv").hasPrefix(Site.rows))
    }

    @Test func rejectedRowsWithoutAFolderAreTheEnvironmentsFault() throws {
        let run = try site().run("build", "--rejected", "missing/rejected.csv")
        #expect(run.status == 3)
        #expect(run.errors.contains("missing/rejected.csv: error: cannot be written: "))
    }

    @Test(arguments: [
        ["build"], ["build", "--json"], ["build", "--strict"], ["check"], ["metrics", "--by", "channel"],
    ])
    func nobodyIsNamed(_ arguments: [String]) throws {
        let site = try site()
        let run = try site.run(arguments + (arguments[0] == "build" ? ["--rejected", "rejected.csv"] : []))
        var texts = [run.output, run.errors] + (try site.snapshot().values.map { String(decoding: $0, as: UTF8.self) })
        if site.exists("rejected.csv") { texts.append(try site.text("rejected.csv")) }
        for secret in ["@example", "ayse", "fatma", "secret77"] {
            #expect(!texts.contains { $0.contains(secret) }, "\(secret) is shown")
        }
    }
}
