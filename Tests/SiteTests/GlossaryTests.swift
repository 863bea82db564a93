import Testing

struct GlossaryTests {
    @Test func eachWordIsThereInBothLanguagesWithAnIDOfItsOwn() throws {
        let files = try SampleSite().files()
        let (turkish, english) = (
            try #require(files["glossary/index.html"]), try #require(files["en/glossary/index.html"])
        )
        #expect(
            turkish.contains("<dt id=\"bottleneck\">Darboğaz <small lang=\"en\">Bottleneck</small></dt>")
        )
        #expect(
            english.contains("<dt id=\"bottleneck\">Bottleneck <small lang=\"tr\">Darboğaz</small></dt>")
        )
        let ids = english.split(separator: "<dt id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(ids.count > 60)
        #expect(Set(ids).count == ids.count)
    }

    @Test func theWordsOfTheReportAreAllExplained() throws {
        let page = try #require(try SampleSite().files()["en/glossary/index.html"])
        for word in [
            "Entity", "Stage", "Step", "Conversion rate", "Loss, drop-off", "Bottleneck", "Week", "Cohort", "Maturing",
            "Restated", "Signal", "Noise", "Play",
        ] {
            #expect(page.contains(">\(word) <small") || page.contains(">\(word)</dt>"), "\(word)")
        }
    }
}
