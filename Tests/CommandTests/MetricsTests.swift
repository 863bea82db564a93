import Testing

/// The numbers for scripts: their names are fixed, because other programs build on them.
@Suite struct MetricsTests {
    private func week(_ run: Run) throws -> [String: Any] {
        let funnels = try #require(try run.json()["funnels"] as? [[String: Any]])
        return try #require((funnels.first?["weeks"] as? [[String: Any]])?.first)
    }

    private func by(_ run: Run) throws -> [String: [[String: Any]]] {
        try #require(try week(run)["by"] as? [String: [[String: Any]]])
    }

    @Test func membersHaveTheirFixedNames() throws {
        let run = try Site().run("metrics", "--format", "json")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let top = try run.json()
        #expect(Set(top.keys) == ["schema", "as_of", "sources", "funnels", "quality"])
        #expect(top["schema"] as? Int == 1)
        #expect(top["as_of"] as? String == "2026-11-15T00:00:00+03:00")
        let funnel = try #require((top["funnels"] as? [[String: Any]])?.first)
        #expect(
            Set(funnel.keys).isSuperset(of: [
                "id", "view", "cohort", "window_seconds", "weeks", "total", "total_matured",
            ])
        )
        #expect(funnel["id"] as? String == "journey")
        #expect(funnel["view"] as? String == "cohort")
        #expect(funnel["cohort"] as? String == "first")
        #expect(funnel["window_seconds"] as? Int == 1_209_600)
        let week = try week(run)
        #expect(week["week"] as? String == "2026-W43")
        #expect(week["age_days"] as? Int == 27)
        let stages = try #require(week["stages"] as? [[String: Any]])
        #expect(stages.compactMap { $0["id"] as? String } == ["awareness", "interest", "purchase"])
        #expect(stages.compactMap { $0["count"] as? Int } == [6, 3, 1])
        #expect(stages[1]["matured"] as? Bool == true)
        let rate = try #require(stages[1]["from_previous"] as? [String: Double])
        #expect(rate == ["rate": 0.5, "low": 0.187616306483, "high": 0.812383693517])
        #expect((stages[2]["from_first"] as? [String: Double])?["rate"] == 0.166666666667)
    }

    @Test func undefinedRatesAreNull() throws {
        let run = try Site().run("metrics", "--format", "json")
        #expect(run.output.contains("\"from_previous\": null, \"from_first\": null"))
    }

    @Test func eachDimensionIsATable() throws {
        let parts = try by(try Site().run("metrics", "--format", "json", "--by", "channel", "--by", "device"))
        #expect(parts.keys.sorted() == ["channel", "device"])
        #expect(parts["channel"]?.compactMap { $0["value"] as? String } == ["ads", "mail"])
        let first = try #require(parts["device"]?.first)
        let stages = try #require(first["stages"] as? [[String: Any]])
        #expect(first["value"] as? String == "desk")
        #expect(stages.compactMap { $0["count"] as? Int } == [3, 0, 0])
    }

    @Test func dimensionsWithACommaAreCrossed() throws {
        let parts = try by(try Site().run("metrics", "--format", "json", "--by", "channel,device"))
        #expect(parts.keys.sorted() == ["channel,device"])
        let values = parts["channel,device"]?.compactMap { $0["value"] as? [String] } ?? []
        #expect(values == [["ads", "desk"], ["ads", "phone"], ["mail", "desk"], ["mail", "phone"]])
    }

    @Test func withoutByThereIsNoBreakdown() throws {
        #expect(try by(try Site().run("metrics", "--format", "json")).isEmpty)
    }

    @Test func oneWeekIsTheOnlyOne() throws {
        let run = try Site().run("metrics", "--week", "2026-W44", "--format", "json")
        #expect(try week(run)["week"] as? String == "2026-W44")
        let table = try Site().run("metrics", "--week", "2026-W44")
        #expect(table.output.contains("2026-W44"))
        #expect(!table.output.contains("2026-W43"))
    }

    private static let noDimension =
        "funnel 'journey' has no dimension 'chanel'\n  Did you mean 'channel'? It has: channel, device."

    @Test(arguments: [
        (
            ["--by", "chanel"],
            noDimension
        ),
        (
            ["--by", "device,chanel"],
            noDimension
        ),
        (["--funnel", "jorney"], "there is no funnel 'jorney'\n  Did you mean 'journey'? Funnels are: journey."),
        (["--week", "2026-W50"], "there are no data for week 2026-W50\n  The data have 2026-W43 to 2026-W46."),
    ])
    func unknownNameIsAnsweredWithTheKnownOnes(_ arguments: [String], _ message: String) throws {
        let run = try Site().run(["metrics"] + arguments)
        #expect(run == Run(status: 1, output: "", errors: "error: \(message)\n"))
    }

    @Test func cellsThatLookLikeFormulasGetAnApostrophe() throws {
        let site = try Site()
        let rows = ["=1+1", "+cmd", "@sum", "-1", "\"a \"\"b\"\", c\""].enumerated().map {
            "x\($0),2026-11-10,visit,\($1),phone\n"
        }
        try site.write(Site.header + rows.joined(), to: "content/data/visits.csv")
        let run = try site.run("metrics", "--format", "csv", "--by", "channel")
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix("funnel,view,cohort,week,by,value,stage,count,matured,rate_from_previous,low,high,")
        )
        for cell in ["'=1+1", "'+cmd", "'@sum", "-1", "\"a \"\"b\"\", c\""] {
            #expect(
                run.output.contains("journey,cohort,first,2026-W46,channel,\(cell),awareness,1,"),
                "no row for \(cell)"
            )
        }
    }
}
