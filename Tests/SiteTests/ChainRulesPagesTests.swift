import Testing

/// What pages say of funnels with optional stages, of stages in any order, of excluded rows.
struct ChainRulesPagesTests {
    private func page(_ path: String, of site: SampleSite) throws -> String {
        try #require(try site.files()[path])
    }

    @Test func theStepBehindAnOptionalStageIsFromTheLastMandatoryOne() throws {
        let site = SampleSite(stages: ["visit", "signup", "order"], optional: ["signup"])
        let turkish = try page("index.html", of: site)
        #expect(turkish.contains("visit-tr → order-tr: "))
        #expect(!turkish.contains("signup-tr → order-tr"))
        #expect(turkish.contains(">isteğe bağlı<") && turkish.contains("uğramadı"))
        let english = try page("en/index.html", of: site)
        #expect(english.contains("visit-en → order-en: ") && english.contains(">optional<"))
    }

    @Test func underAnyOrderNumbersAreOfHowManyStages() throws {
        let site = SampleSite(rules: "order: any")
        let turkish = try page("index.html", of: site)
        #expect(turkish.contains("<span class=\"nm\">2/3 aşama</span>") && turkish.contains("2/3 aşama → 3/3 aşama"))
        #expect(!turkish.contains("signup-tr</span>"))
        let english = try page("en/index.html", of: site)
        #expect(english.contains("<span class=\"nm\">3 of 3 stages</span>"))
        #expect(english.contains("reached at least 2 stages"))
        let stage = try page("en/stages/signup/index.html", of: site)
        #expect(stage.contains("<h1>signup-en</h1>") && stage.contains("stages may come in any order"))
        #expect(!stage.contains("<table"))
    }

    @Test func theMethodPageTellsOrderExclusionsAndOptionalStages() throws {
        let site = SampleSite(
            rules: "order: strict\n    exclude: [{ event: bot }, { channel: [ads, mail] }]",
            optional: ["signup"]
        )
        let turkish = try page("method/index.html", of: site)
        #expect(turkish.contains("order: strict") && turkish.contains("signup-tr: uğramadan da geçilir"))
        #expect(turkish.contains("zincir sayılmaz: event: bot; channel: ads, mail."))
        let english = try page("en/method/index.html", of: site)
        #expect(english.contains("signup-en: one may pass") && english.contains("event: bot; channel: ads, mail."))
        let plain = try page("en/method/index.html", of: SampleSite())
        #expect(!plain.contains("Excluded") && !plain.contains("Optional") && plain.contains("Stages come in order"))
    }
}
