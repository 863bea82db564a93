import Testing

/// New sites: complete at once, and never at the cost of a file that is there.
@Suite struct InitTests {
    @Test(arguments: ["customer-journey", "marketing"], ["tr", "en", "tr,en", "en,tr"])
    func newSiteHasNothingToMendAndBuilds(_ preset: String, _ languages: String) throws {
        try expectWhole(preset, languages)
    }

    @Test(
        .disabled("waits for records to be read and shown"),
        arguments: ["sales-pipeline", "deal"],
        ["tr", "en", "tr,en", "en,tr"]
    )
    func newSiteOfRecordsHasNothingToMendAndBuilds(_ preset: String, _ languages: String) throws {
        try expectWhole(preset, languages)
    }

    private func expectWhole(_ preset: String, _ languages: String) throws {
        let site = try Site([:])
        let made = try site.run("init", "--preset", preset, "--lang", languages)
        #expect(made.status == 0)
        #expect(made.errors.isEmpty)
        #expect(made.output.hasPrefix("made     "))
        let check = try site.run("check", "--strict")
        #expect(check.status == 0)
        #expect(check.errors.isEmpty)
        #expect(!site.exists("output"))
        #expect(try site.run("build", "--strict", "--quiet") == Run(status: 0, output: "", errors: ""))
        let parts = languages.split(separator: ",")
        #expect(try site.text("output/index.html").contains("<html lang=\"\(parts[0])\""))
        let others = ["tr", "en"].filter { site.exists("output/\($0)/index.html") }
        #expect(others == parts.dropFirst().map(String.init))
    }

    @Test(arguments: [("sales-pipeline", "lead_id", "pipeline"), ("deal", "deal_id", "deals")])
    func pipelinesBeginWithACRMExport(_ preset: String, _ entity: String, _ funnel: String) throws {
        let site = try Site([:])
        #expect(try site.run("init", "--preset", preset).status == 0)
        let header = try site.text("content/data/crm.csv").prefix { $0 != "\n" }
        #expect(header.hasPrefix("\(entity),"))
        let config = try site.text("huni.yaml")
        #expect(config.contains("  - id: \(funnel)\n") && config.contains("entity: \(entity),"))
        let named = config.split { !$0.isLetter && $0 != "_" }.filter { $0.hasSuffix("_at") }
        #expect(!named.isEmpty && named.allSatisfy { header.split(separator: ",").contains($0) })
        #expect(site.exists("content/stages/won/rehearse-the-hard-talk.tr.md"))
    }

    @Test func folderIsMadeAndTheNextCommandsAreNamed() throws {
        let site = try Site([:])
        let run = try site.run("init", "new/report", "--lang", "en")
        #expect(run.status == 0)
        #expect(
            run.output.hasSuffix("next     huni build -r new/report   then open new/report/output/index.html\n")
        )
        #expect(try site.run("build", "-r", "new/report").status == 0)
        #expect(site.exists("new/report/output/index.html"))
    }

    @Test func secondInitIsRefusedAndChangesNothing() throws {
        let site = try Site([:])
        #expect(try site.run("init").status == 0)
        let before = try site.snapshot("")
        let run = try site.run("init", "--preset", "marketing", "--lang", "en")
        #expect(run.status == 1)
        #expect(run.errors == "huni.yaml: error: there is a site here already\n  Name another folder.\n")
        #expect(try site.snapshot("") == before)
    }

    @Test func filesThatExistAreKept() throws {
        let site = try Site(["content/stages/interest/index.en.md": "Mine.\n", "notes.txt": "Mine too.\n"])
        let run = try site.run("init", "--lang", "en")
        #expect(run.status == 0)
        #expect(try site.text("notes.txt") == "Mine too.\n")
        let name = "content/stages/interest/index.en.md"
        #expect(try site.text(name) == "Mine.\n")
    }

    @Test func folderBelowAFileIsTheEnvironmentsFault() throws {
        let site = try Site(["file": "text"])
        let run = try site.run("init", "file/site")
        #expect(run.status == 3)
        #expect(run.errors.contains("error: cannot be written: "))
        #expect(try site.snapshot("").count == 1)
    }
}
