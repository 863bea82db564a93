import Testing

/// No data, weeks without data, and a last day that is in doubt.
@Suite struct DataEndTests {
    private func weeks(_ run: Run) throws -> [[String: Any]] {
        let funnels = try #require(try run.json()["funnels"] as? [[String: Any]])
        return try #require(funnels.first?["weeks"] as? [[String: Any]])
    }

    private func counts(_ week: [String: Any]) throws -> [Int] {
        try #require(week["stages"] as? [[String: Any]]).compactMap { $0["count"] as? Int }
    }

    @Test(arguments: ["", Site.header, "user_id,time,event,channel,device"])
    func siteWithoutRowsSaysSo(_ text: String) throws {
        let site = try Site()
        try site.write(text, to: "content/data/visits.csv")
        let build = try site.run("build")
        #expect(build.status == 0)
        #expect(build.errors.isEmpty)
        #expect(build.output.contains("as of    no data\n"))
        #expect(try site.text("output/index.html").contains("<h1>No data</h1>"))
        #expect(try site.text("output/tr/index.html").contains("<h1>Veri yok</h1>"))
        let metrics = try site.run("metrics", "--format", "json")
        #expect(metrics.status == 0)
        #expect(metrics.output.contains("  \"as_of\": null,\n"))
        #expect(try weeks(metrics).isEmpty)
        #expect(try site.run("metrics").output.hasSuffix("\nno data\n"))
    }

    @Test func weekWithoutRowsIsThereWithZeros() throws {
        let site = try Site()
        try site.write(Site.header + Site.week(0, from: 19) + Site.week(2, from: 19), to: "content/data/visits.csv")
        #expect(try site.run("build").status == 0)
        let page = try site.text("output/tr/weeks/2026-W44/index.html")
        #expect(page.contains("<h1>Bu hafta huniye giriş olmadı</h1>"))
        let weeks = try weeks(try site.run("metrics", "--format", "json"))
        #expect(weeks.compactMap { $0["week"] as? String } == ["2026-W43", "2026-W44", "2026-W45"])
        #expect(try weeks.map(counts) == [[6, 3, 1], [0, 0, 0], [6, 3, 1]])
    }

    @Test func fileNamedTwiceIsReadOnce() throws {
        let site = try Site()
        try site.replace("content/data/*.csv", by: "[content/data/visits.csv, content/data/*.csv]")
        let run = try site.run("build")
        #expect(run.output.hasPrefix("read     1 file, "))
        #expect(run.output.contains("web: 40 rows = 40 used"))
    }

    private func addLateRow(to site: Site) throws {
        try site.write(Site.rows + "u9,2026-12-01 10:00,visit,ads,phone\n", to: "content/data/visits.csv")
    }

    @Test func lastDayInDoubtStopsTheBuild() throws {
        let run = try Site().build(afterwards: addLateRow)
        #expect(run.status == 1)
        #expect(
            run.errors == "huni.yaml:7:3: error: the last day with rows in source 'web', 2026-12-01,"
                + " lies more than 7 days after the one before it, 2026-11-14\n"
                + "  If that row is a slip, correct it; else say up to when the data are complete:"
                + " --as-of 2026-12-01.\n"
        )
    }

    @Test func lastDayThatIsGivenLeavesLaterRowsOut() throws {
        let site = try Site()
        try addLateRow(to: site)
        let build = try site.run("build", "--as-of", "2026-11-15")
        #expect(build.status == 0)
        #expect(build.output.contains("web: 41 rows = 40 used + 0 other + 1 after as-of + 0 rejected\n"))
        let metrics = try site.run("metrics", "--as-of", "2026-11-15", "--format", "json").json()
        #expect(metrics["as_of"] as? String == "2026-11-16T00:00:00+03:00")
        let sources = try #require(metrics["sources"] as? [String: [String: Int]])
        #expect(sources["web"]?["after_as_of"] == 1)
        #expect(try weeks(try site.run("metrics", "--as-of", "2026-12-01", "--format", "json")).count == 7)
    }

    @Test func lastDayBeforeAllRowsGivesNoWeeks() throws {
        let site = try Site()
        let build = try site.run("build", "--as-of", "2026-01-01")
        #expect(build.status == 0)
        #expect(try site.text("output/index.html").contains("<h1>No data</h1>"))
        #expect(try weeks(try site.run("metrics", "--as-of", "2026-01-01", "--format", "json")).isEmpty)
    }
}
