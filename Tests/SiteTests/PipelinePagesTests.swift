import Testing

/// Pages of records: the pipeline, its data quality, owners and segments.
struct PipelinePagesTests {
    private let site = FormSite.records(
        """
        1,Zeynep,10,2026-07-06,2026-07-08,2026-07-20,,
        2,Ali,90,2026-07-06,,2026-07-21,,
        3,Ali,20,2026-07-07,2026-07-05,,2026-07-22,
        4,Can,80,2026-07-08,,,,
        5,Can,30,2026-07-09,,,,2026-07-15
        5,Can,30,2026-07-20,2026-07-21,,,

        """
    )

    @Test func stagesAndOutcomesAddUpToTheRounds() throws {
        let page = try #require(try site.files()["pipeline/index.html"])
        let rows = rows(of: page)
        #expect(rows.contains(["Aday", "6", "4", "0", "1", "1", "0"]))
        #expect(rows.contains(["Teklif", "4", "2", "1", "0", "1", "1"]))
        #expect(rows.contains(["Kazanıldı", "2", "2", "0", "0", "0", "0"]))
        let outcomes = [("Kazanıldı", 2), ("Kaybedildi", 1), ("Geri döndü", 1), ("Açık", 2), ("Toplam", 6)]
        for (name, count) in outcomes { #expect(rows.contains([name, "\(count)", "—"]), "\(name)") }
        #expect(page.contains("<h1>2 açık anlaşma var</h1>") && page.contains("22 Temmuz 2026 sonundaki durum"))
        #expect(page.contains("5 anlaşma, 6 tur") && page.contains("“Geri döndü” sonucundan sonra"))
    }

    @Test func aDateThatRunsBackwardsIsListedWithItsPlace() throws {
        let page = try #require(try site.files()["en/pipeline/index.html"])
        #expect(rows(of: page).contains(["crm.csv:4", "Offer: 5 July 2026", "Lead: 7 July 2026"]))
        #expect(page.contains("1 date lies before") && page.contains("Offer: 1 deal count as having passed"))
    }

    @Test func whereNothingStandsOutThePageSaysSo() throws {
        let page = try #require(try FormSite.records(weeks: 8).files()["en/pipeline/index.html"])
        #expect(page.contains("Nothing stands out."))
    }

    @Test func thePipelineIsInTheMenuOnlyWhereThereIsOne() throws {
        #expect(try site.files()["archive/index.html"]?.contains(">Satış hattı</a>") == true)
        let files = try FormSite.counts(weeks: 8).files()
        #expect(files["archive/index.html"]?.contains("Satış hattı") == false)
        #expect(files["pipeline/index.html"] == nil)
    }

    @Test func ownersAreLettersUnlessTheSitePublishesPeople() throws {
        let names = ["zeynep", "ali", "can"]
        for (path, text) in try FormSite.records(weeks: 8).files() where path.hasSuffix(".html") {
            let words = text.lowercased().split { !$0.isLetter }.map(String.init) + [path]
            for name in names { #expect(!words.contains { $0 == name || $0.contains("/\(name)") }, "\(path)") }
        }
        var open = FormSite.records(weeks: 8)
        open.publishesPeople = true
        let files = try open.files()
        #expect(files.keys.contains { $0.hasPrefix("by/owner/ali-") || $0.hasPrefix("by/owner/zeynep-") })
        #expect(files["index.html"]?.contains(">Zeynep</a>") == true)
    }

    @Test func lettersFollowTheFirstRecords() throws {
        let page = try #require(try site.files()["weeks/2026-W28/index.html"])
        let owners = rows(of: page).filter { ["A", "B", "C"].contains($0.first) }
        #expect(owners.map { [$0[0], $0[2]] } == [["A", "2"], ["C", "2"], ["B", "1"]])
    }

    @Test func segmentsAreCalledByTheirNames() throws {
        let files = try FormSite.records(weeks: 8).files()
        #expect(files["index.html"]?.contains(">Büyükler</a>") == true)
        #expect(files["en/by/segment/large/index.html"]?.contains("<h1>Segment: Large ones</h1>") == true)
    }
}
