import Calendars
import Testing

/// The feed, the sitemap and what other sites show: only where the site's address is known.
struct FeedTests {
    private func site(weeks: Int = 8, base: String? = "https://example.org/funnel/") -> SampleSite {
        SampleSite(weeks: weeks, baseURL: base)
    }

    @Test func withoutAnAddressThereIsNone() throws {
        let files = try site(base: nil).files()
        #expect(!files.keys.contains { $0.hasSuffix(".xml") })
        #expect(files.values.allSatisfy { !$0.contains("og:") && !$0.contains("canonical") && !$0.contains("atom") })
    }

    @Test func eachLanguageHasAFeedWithAnEntryACompleteWeek() throws {
        let files = try site().files()
        for (path, language) in [("feed.xml", "tr"), ("en/feed.xml", "en")] {
            let feed = try #require(files[path])
            #expect(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language)\">"))
            #expect(
                feed.contains(
                    "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/funnel/\(path)\"/>"
                )
            )
            #expect(feed.split(separator: "<entry>").count == 9)
        }
    }

    @Test func idsAreTheAddressesOfTheirPagesForGood() throws {
        let (before, after) = (try site(weeks: 8).files(), try site(weeks: 12).files())
        let ids = ids(in: try #require(before["feed.xml"]))
        #expect(ids.contains("https://example.org/funnel/weeks/\(SampleSite.firstWeek)/index.html"))
        #expect(Set(ids).count == ids.count)
        #expect(Set(ids).isSubset(of: self.ids(in: try #require(after["feed.xml"]))))
    }

    @Test func aFinalWeekIsNoLongerUpdated() throws {
        let (before, after) = (try site(weeks: 8).files(), try site(weeks: 12).files())
        let (old, new) = (entries(in: try #require(before["feed.xml"])), entries(in: try #require(after["feed.xml"])))
        let first = "/\(SampleSite.firstWeek)/"
        #expect(old.first { $0.contains(first) } == new.first { $0.contains(first) })
        let last = "/\(SampleSite.firstWeek.advanced(by: 7))/"
        #expect(old.first { $0.contains(last) } != new.first { $0.contains(last) })
    }

    @Test func theSitemapListsEveryPageInEveryLanguage() throws {
        let files = try site().files()
        let map = try #require(files["sitemap.xml"])
        for path in files.keys where path.hasSuffix(".html") && !path.hasSuffix("404.html") {
            #expect(map.contains("<loc>https://example.org/funnel/\(path)</loc>"), "\(path)")
        }
        #expect(!map.contains("404"))
        #expect(map.contains("hreflang=\"en\" href=\"https://example.org/funnel/en/index.html\""))
        #expect(files["en/sitemap.xml"] == nil)
    }

    @Test func sharedPagesHaveTitleAddressAndLanguage() throws {
        let page = try #require(try site().files()["en/archive/index.html"])
        #expect(page.contains("<meta property=\"og:title\" content=\"Archive\">"))
        #expect(
            page.contains("<meta property=\"og:url\" content=\"https://example.org/funnel/en/archive/index.html\">")
        )
        #expect(page.contains("<meta property=\"og:locale\" content=\"en_GB\">"))
        #expect(page.contains("type=\"application/atom+xml\""))
    }

    @Test func theMissingPageHasAbsoluteAddressesBelowTheSitesPath() throws {
        let page = try #require(try site().files()["en/404.html"])
        #expect(page.contains("href=\"/funnel/style.css\""))
        #expect(page.contains("href=\"/funnel/en/index.html\""))
        #expect(page.contains("href=\"/funnel/en/glossary/index.html\""))
        #expect(page.contains("href=\"/funnel/404.html\" lang=\"tr\""))
        #expect(!page.contains("og:url"))
    }

    private func entries(in feed: String) -> [String] { feed.split(separator: "<entry>").dropFirst().map(String.init) }

    private func ids(in feed: String) -> [String] {
        feed.split(separator: "<id>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }
}
