import Testing

/// Faults of plays: in a condition at its place, in what it names, and what `check` finds in the data.
@Suite struct PlayTests {
    private let play = "content/stages/interest/webinar.md"

    private func errors(_ frontMatter: String) throws -> String {
        let run = try Site().build { site in try site.replace("effort: 2", by: frontMatter, in: play) }
        #expect(run.status == 1)
        return run.errors
    }

    @Test func aFaultInAConditionIsNamedAtItsPlace() throws {
        let errors = try errors("when: rate < targt")
        #expect(errors.hasPrefix("\(play):3:14: error: in `when`: 'targt' is no value of a stage\n"))
        #expect(errors.contains("  Did you mean 'target'? Known are count, rate, "))
    }

    @Test func aFaultInAFoldedConditionIsNamedInItsLine() throws {
        let errors = try errors("when: >\n  count > 10\n  and rate < 5pp")
        #expect(
            errors == "\(play):5:14: error: in `when`: a rate cannot be set beside a difference in points\n"
                + "  Rates are written 36%, their differences 5pp.\n"
        )
    }

    @Test func dimensionsOfTheStagesFunnelsAreKnown() throws {
        let errors = try errors("when: rate(chanel = \"ads\") < rate")
        #expect(errors.contains("\(play):3:12: error: in `when`: no funnel with this stage has a dimension 'chanel'\n"))
        #expect(errors.contains("  Did you mean 'channel'? Dimensions are channel, device.\n"))
    }

    @Test func whatAPlayNamesMustExist() throws {
        let errors = try errors(
            "kpi: rat\naudience: hr\nstarted: 2026-W44\nreview: 2026-W44\naliases: [../a.html, b/c]"
        )
        #expect(
            errors == """
                \(play):3:6: error: 'rat' is neither a number of a stage nor a measure
                  Did you mean 'rate'? Known are count, rate, rate_from_first, lost, median_days, p80_days.
                \(play):4:11: error: there is no segment 'hr'
                  Add it to `segments` in huni.yaml, or remove the key.
                \(play):6:9: error: the play is reviewed before it has run
                  Write a `review` later than `started`, some weeks after it.
                \(play):7:11: error: '../a.html' is no address within the site
                  Write it from the site's top, as in old/letter.html or old/letter/.

                """
        )
    }

    @Test func checkFindsAPlayThatCanNeverHold() throws {
        let site = try Site()
        try site.replace("effort: 2", by: "when: rate < 20% and rate > 30%", in: play)
        let run = try site.run("check")
        #expect(run.status == 1)
        #expect(run.errors.contains("\(play):3:7: warning: this condition can never hold\n"))
    }

    @Test func checkFindsAConditionOnATargetThatIsNotSet() throws {
        let site = try Site()
        try site.replace("effort: 2", by: "when: rate < target", in: play)
        #expect(try site.run("check").errors.contains("warning: this condition can never hold\n"))
    }

    @Test func checkFindsAValueThatNoRowHas() throws {
        let site = try Site()
        try site.replace("effort: 2", by: "when: share(channel = \"asd\") > 10%", in: play)
        let run = try site.run("check")
        #expect(run.errors.contains("warning: no row has 'asd' as its channel\n  Did you mean 'ads'? "))
    }

    @Test func checkFindsPlaysWhoseLanguagesDisagree() throws {
        let site = try Site()
        try site.write(
            "---\ntitle: Hold a webinar\neffort: 3\n---\nText.\n",
            to: "content/stages/interest/webinar.en.md"
        )
        try site.write("---\ntitle: Sunum yap\neffort: 2\n---\nMetin.\n", to: "content/stages/interest/webinar.tr.md")
        let run = try site.run("check")
        #expect(
            run.errors.contains(
                "content/stages/interest/webinar.tr.md:1: warning: the play is ranked differently in"
                    + " content/stages/interest/webinar.en.md\n"
            )
        )
    }

    @Test func checkFindsAStageWhoseWorstWeekNoPlayCovers() throws {
        let site = try Site()
        let visits = (0..<40).map { "v\($0),2026-11-02 10:00,visit,ads,desk\n" }.joined()
        try site.write(Site.rows + visits, to: "content/data/visits.csv")
        try site.write("---\ntitle: Be seen\nwhen: count > 1000\n---\nText.\n", to: "content/stages/awareness/seen.md")
        let run = try site.run("check")
        #expect(run.errors.contains("warning: no play covers the worst state of stage 'awareness', seen in 2026-W44\n"))
        #expect(!run.errors.contains("of stage 'interest'"))
    }
}
