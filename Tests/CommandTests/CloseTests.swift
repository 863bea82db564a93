import Foundation
import Testing

/// A week's numbers kept as they were published, and what later builds say of them.
@Suite struct CloseTests {
    private static let path = "content/closed/2026-W45.json"

    @Test func writesWhatWasPublishedALineAStage() throws {
        let site = try Site()
        let run = try site.run("close", "2026-W45")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "closed   2026-W45, 1 funnel → \(Self.path)\n")
        #expect(
            try site.text(Self.path) == """
                {
                  "schema": 1,
                  "week": "2026-W45",
                  "funnels": [
                    {
                      "id": "journey",
                      "as_of": "2026-11-15T00:00:00+03:00",
                      "cohort": "first",
                      "order": "ordered",
                      "window_seconds": 1209600,
                      "rows": 20,
                      "views": {
                        "cohort": [
                          {"id": "awareness", "count": 6, "matured": true, "passed_of_previous": null, "passed_of_first": null},
                          {"id": "interest", "count": 3, "matured": false, "passed_of_previous": "3/6", "passed_of_first": "3/6"},
                          {"id": "purchase", "count": 1, "matured": false, "passed_of_previous": "1/3", "passed_of_first": "1/6"}
                        ],
                        "activity": [
                          {"id": "awareness", "count": 6, "matured": true, "passed_of_previous": null, "passed_of_first": null},
                          {"id": "interest", "count": 3, "matured": true, "passed_of_previous": "3/6", "passed_of_first": "3/6"},
                          {"id": "purchase", "count": 1, "matured": true, "passed_of_previous": "1/3", "passed_of_first": "1/6"}
                        ]
                      }
                    }
                  ]
                }

                """
        )
    }

    @Test func isNeverOverwrittenButByForce() throws {
        let site = try Site()
        try site.run("close", "2026-W45").expectSuccess()
        let before = try site.text(Self.path)
        try site.addLateRows()
        let refused = try site.run("close", "2026-W45")
        #expect(
            refused
                == Run(
                    status: 1,
                    output: "",
                    errors: "\(Self.path): error: week 2026-W45 is closed already\n"
                        + "  `huni close 2026-W45 --force` replaces what was published; git keeps it.\n"
                )
        )
        #expect(try site.text(Self.path) == before)
        try site.run("close", "2026-W45", "--force").expectSuccess()
        #expect(try site.text(Self.path) != before)
    }

    @Test func aWeekThatIsNotOverIsRefused() throws {
        let site = try Site()
        let run = try site.run("close", "2026-W46")
        #expect(run.status == 1)
        #expect(
            run.errors == "error: week 2026-W46 is not over: the data of funnel 'journey' end on 2026-11-14\n"
                + "  Wait for the rows up to 2026-11-15, or close 2026-W45.\n"
        )
        #expect(!site.exists("content/closed"))
    }

    @Test func aWeekWithoutDataIsRefused() throws {
        let run = try Site().run("close", "2026-W30")
        #expect(run.status == 1)
        #expect(
            run.errors == "error: there are no data for week 2026-W30\n  The data have 2026-W43 to 2026-W46.\n"
        )
    }

    @Test func noWeekIsWrongUse() throws {
        #expect(try Site().run("close", "november").status == 2)
        #expect(try Site().run("close").status == 2)
    }

    @Test func lateRowsStandOnTheWeeksPageAndInTheArchive() throws {
        let site = try Site()
        try site.run("close", "2026-W45").expectSuccess()
        try site.run("build").expectSuccess()
        #expect(try !site.text("output/weeks/2026-W45/index.html").contains("as published"))
        let before = try site.snapshot("content/closed")
        try site.addLateRows()
        try site.run("build").expectSuccess()
        let page = try site.text("output/weeks/2026-W45/index.html")
        #expect(page.contains("awareness: 6 as published, now 8 for the same date: 3 late rows."))
        #expect(page.contains("awareness → interest: 3 / 6 as published, now 4 / 8 for the same date: 3 late rows."))
        let turkish = try site.text("output/tr/weeks/2026-W45/index.html")
        #expect(turkish.contains("awareness: yayımlandığında 6, aynı tarih için şimdi 8: sonradan gelen 3 satır."))
        let archive = try site.text("output/archive/index.html")
        #expect(archive.contains(" · restated"))
        #expect(archive.contains("Restated weeks"))
        let isUntouched = try site.snapshot("content/closed") == before
        #expect(isUntouched, "a build has written below content/closed")
    }

    @Test func jsonHasBothSides() throws {
        let site = try Site()
        try site.run("close", "2026-W45").expectSuccess()
        try site.addLateRows()
        let run = try site.run("metrics", "--format", "json", "--week", "2026-W45")
        let funnel = try #require((try run.json()["funnels"] as? [[String: Any]])?.first)
        let week = try #require((funnel["weeks"] as? [[String: Any]])?.first)
        let restated = try #require(week["restated"] as? [String: Any])
        #expect(restated["as_of"] as? String == "2026-11-15T00:00:00+03:00")
        #expect(restated["late_rows"] as? Int == 3)
        let stages = try #require(restated["stages"] as? [[String: Any]])
        #expect(stages.map { $0["id"] as? String } == ["awareness", "interest", "purchase"])
        #expect((stages[0]["published"] as? [String: Any])?["count"] as? Int == 6)
        #expect((stages[0]["now"] as? [String: Any])?["count"] as? Int == 8)
    }

    @Test func aBrokenFileFailsTheBuildAndLeavesTheOutput() throws {
        let run = try Site().build { site in
            try site.write(
                "{ \"schema\": 1, \"week\": \"2026-W45\",\n  \"funnels\": [ { \"id\": \"jorney\" } ] }\n",
                to: Self.path
            )
        }
        #expect(run.status == 1)
        #expect(
            run.errors == "\(Self.path):2:24: error: no such funnel 'jorney'\n"
                + "  Did you mean 'journey'? `huni close WEEK --force` writes the file anew; git has the one that was there. Or delete it.\n"
        )
    }

    @Test func aLinkOutOfTheSiteIsNotWrittenThrough() throws {
        let site = try Site()
        try site.link("content/closed", to: site.logs)
        let run = try site.run("close", "2026-W45")
        #expect(run.status == 1)
        #expect(run.errors.contains("lies behind a link that leaves the site's folder"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.logs).allSatisfy { !$0.hasSuffix(".json") })
    }
}

extension Site {
    /// Two visitors of 2026-W45 who came to light afterwards, one of whom had signed up.
    fileprivate func addLateRows() throws {
        let rows =
            "l1,2026-11-03 09:00,visit,ads,phone\nl1,2026-11-04 09:00,signup,ads,phone\nl2,2026-11-05 09:00,visit,mail,desk\n"
        try write(Site.header + rows, to: "content/data/late.csv")
    }
}
