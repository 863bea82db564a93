import Testing

struct PagesTests {
    @Test func eachPageIsThereInBothLanguages() throws {
        let files = try SampleSite().files()
        for path in files.keys where path.hasSuffix(".html") && !path.hasPrefix("en/") {
            #expect(files["en/\(path)"] != nil, "\(path) has no English version")
        }
        #expect(files.keys.contains("weeks/\(SampleSite.firstWeek)/index.html"))
    }

    @Test func theSameSiteHasTheSameBytes() throws {
        #expect(try SampleSite().files() == SampleSite().files())
    }

    @Test func withoutDataTheFrontPageSaysSo() throws {
        let files = try SampleSite(hasData: false).files()
        #expect(files["index.html"]?.contains("<h1>Veri yok</h1>") == true)
        #expect(files["en/index.html"]?.contains("<h1>No data</h1>") == true)
        #expect(!files.keys.contains { $0.contains("weeks/") })
    }

    @Test(arguments: [2, 12])
    func aFunnelOfManyOrFewStagesHasARowForEach(count: Int) throws {
        let files = try SampleSite(stages: (1...count).map { "s\($0)" }).files()
        let page = try #require(files["index.html"])
        #expect(page.split(separator: "class=\"nm\"").count == count + 1)
        #expect(page.contains("funnel compact") == (count > 6))
        #expect(files["stages/s\(count)/index.html"]?.contains("Aşama \(count) / \(count)") == true)
    }

    @Test func eachOfSeveralFunnelsHasAPage() throws {
        let files = try SampleSite(funnels: ["one", "two"]).files()
        for id in ["one", "two"] {
            let page = try #require(files["funnels/\(id)/index.html"])
            #expect(page.contains("id=\"\(id)-funnel-title\""))
            #expect(page.contains("href=\"../../en/funnels/\(id)/index.html\""))
            #expect(files["index.html"]?.contains("href=\"funnels/\(id)/index.html\"") == true)
            #expect(files["en/index.html"]?.contains(">\(id)-en<") == true)
        }
    }

    @Test func noPageOfSeveralFunnelsHasAnIDTwice() throws {
        let page = try #require(try SampleSite(funnels: ["one", "two"]).files()["index.html"])
        let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
    }

    @Test func regionsOfSeveralFunnelsHaveNamesOfTheirOwn() throws {
        let files = try SampleSite(funnels: ["one", "two"]).files()
        for path in ["index.html", "archive/index.html", "stages/order/index.html", "stages/index.html"] {
            let regions = try #require(files[path]).split(separator: "role=\"region\" aria-label=\"").dropFirst()
            let names = regions.map { $0.prefix { $0 != "\"" } }
            #expect(names.count > 1 && Set(names).count == names.count, "\(path): \(names)")
        }
    }

    @Test func pagesOfSeveralFunnelsHaveTitlesOfTheirOwn() throws {
        let files = try SampleSite(funnels: ["one", "two"]).files()
        let pages = files.filter { $0.key.hasSuffix("index.html") && !$0.key.hasPrefix("weeks/2026") }
        for (path, text) in pages where path.contains("funnels/") {
            let title = text.split(separator: "<title>").last?.prefix { $0 != "<" } ?? ""
            let sharing = pages.filter { $0.value.contains("<title>\(title)<") }.keys
            #expect(sharing.count == 1, "\(sharing.sorted())")
        }
    }

    @Test func whatAllFunnelsDefineAlikeIsSaidOnce() throws {
        var site = SampleSite()
        site.funnels = ["journey", "again"]
        let page = try #require(try site.files()["en/method/index.html"])
        let terms = page.matches(of: /<dt>(.+?)<\/dt>/).map { String($0.1) }
        #expect(page.contains("<h2>All funnels</h2>"))
        #expect(terms.filter { $0 == "Rate and interval" }.count == 1)
        #expect(Set(terms).count == terms.count, "two funnels that are counted alike have nothing of their own")
    }

    @Test func oneFunnelAloneHasNoPageOfItsOwn() throws {
        #expect(try !SampleSite().files().keys.contains { $0.contains("funnels/") && $0.hasSuffix(".html") })
    }

    @Test func noPageHoldsAPlaceholder() throws {
        for (path, text) in try SampleSite().files() where path.hasSuffix(".html") {
            #expect(!text.contains("{"), "\(path)")
            #expect(!text.contains("lang=\"false\""), "\(path)")
        }
    }
}
