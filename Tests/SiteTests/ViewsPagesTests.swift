import Calendars
import Testing

/// Which view a page shows, and that it never shows two.
struct ViewsPagesTests {
    @Test func aBlankIsUnknownAndHasNoBar() throws {
        let site = FormSite.counts("2026-W30,1000,100,10\n2026-W31,1100,110,\n2026-W32,1200,120,\n")
        let page = try #require(try site.files()["index.html"])
        let row = try #require(page.split(separator: "<li class=\"st").last?.split(separator: "</li>").first)
        #expect(row.contains("<span class=\"n\">—</span>") && row.contains("bilinmiyor"))
        #expect(!row.contains("class=\"now\"") && !row.contains("class=\"missing\""))
        #expect(page.contains("oran bilinmiyor") && !page.contains("oran yok"))
    }

    @Test func aLargerStageHasASentenceAndNoRate() throws {
        let files = try FormSite.counts("2026-W30,1000,1500,10\n2026-W31,1000,1500,10\n").files()
        let week = try #require(files["en/index.html"])
        #expect(week.contains("500 sessions came without passing the stage before; no rate is given."))
        #expect(rows(of: week).contains(["View → Basket 1,500 / 1,000", "—", "—"]))
        let stage = try #require(files["en/stages/basket/index.html"])
        #expect(stage.contains("1,000 sessions came to this stage without passing the one before."))
        #expect(stage.contains("no rate is given") && !stage.contains("sample too small"))
    }

    @Test func whereNobodyIsFollowedNobodyEntersOrLeaves() throws {
        let files = try FormSite.counts(weeks: 8).files().filter { !$0.key.contains("glossary/") }
        for (path, text) in files where path.hasSuffix(".html") {
            for word in ["uniye ", "girişleri", "ayrıldı", "olgun", "Entries", "entered", " left", "matur"] {
                #expect(!text.contains(word), "\(path) says \(word)")
            }
        }
    }

    @Test func everyPageWithNumbersNamesItsView() throws {
        let (cohort, activity) = ("giriş haftasına göre", "o hafta olanlara göre")
        let deals = try FormSite.records(weeks: 8).files()
        for path in ["index.html", "archive/index.html", "stages/index.html", "stages/offer/index.html"] {
            #expect(deals[path]?.contains(cohort) == true && deals[path]?.contains(activity) == false, "\(path)")
        }
        let visits = try FormSite.counts(weeks: 8).files()
        for path in ["index.html", "archive/index.html", "stages/index.html", "stages/basket/index.html"] {
            #expect(visits[path]?.contains(cohort) == false && visits[path]?.contains(activity) == true, "\(path)")
        }
    }

    @Test func aFunnelOfTheOtherViewHasAPageOfItsOwn() throws {
        let files = try FormSite.bothViews().files()
        let index = try #require(files["index.html"])
        #expect(index.contains("<a href=\"funnels/visits/index.html\">visits</a>"))
        for (path, text) in files where path == "index.html" || path.hasPrefix("weeks/") {
            #expect(!text.contains("Sepet"), "\(path)")
        }
        let page = try #require(files["funnels/visits/index.html"])
        #expect(page.contains("o hafta olanlara göre") && !page.contains("giriş haftasına"))
        #expect(!page.contains("weeks/2026-W39/index.html") && !page.contains("../weeks/"))
        #expect(rows(of: page).contains(["31. hafta, 2026", "1.000", "200", "50"]))
    }

    @Test func whatHappenedInAWeekStandsBesideItsEntrants() throws {
        let files = try FormSite.records(weeks: 8).files()
        let page = try #require(files["activity/index.html"])
        let week = SampleSite.firstWeek.advanced(by: 7)
        #expect(rows(of: page).contains(["Teklif", "6", "6", "—"]), "\(rows(of: page).prefix(5))")
        #expect(page.contains("href=\"../weeks/\(week)/index.html\""))
        #expect(files["weeks/\(week)/index.html"]?.contains("href=\"../../activity/index.html\"") == true)
        #expect(files["archive/index.html"]?.contains("href=\"../activity/index.html\"") == true)
        #expect(!page.contains("giriş haftasına göre,") && page.contains("Bakış: o hafta olanlara göre."))
    }

    @Test func countsHaveNoOtherView() throws {
        let files = try FormSite.counts(weeks: 8).files()
        #expect(files["activity/index.html"] == nil)
        #expect(files["index.html"]?.contains("activity/") == false)
    }
}
