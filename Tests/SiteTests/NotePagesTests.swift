import Calendars
import Testing

/// Numbers and figures in notes, free pages, comments, and old addresses.
struct NotePagesTests {
    private func site(_ content: [String: String], base: String? = nil) -> SampleSite {
        SampleSite(content: content.mapValues { Array($0.utf8) }, baseURL: base)
    }

    private func note(_ text: String) throws -> (turkish: String, english: String) {
        let files = try site(["content/stages/signup/index.md": text]).files()
        return (files["stages/signup/index.html"] ?? "", files["en/stages/signup/index.html"] ?? "")
    }

    @Test func numbersAreThoseOfTheNewestFinalWeekInThePagesLanguage() throws {
        let pages = try note("N{{ count }}R{{ rate }}L{{ lost }}W{{ week }}X")
        let weeks = rows(of: pages.english)
        let settled = try #require(weeks.first { $0.count == 5 && $0[4].isEmpty })
        let count = try #require(settled[1].split(separator: " ").first)
        let rate = settled[2]
        #expect(pages.english.contains("N\(count)R\(rate)L"))
        #expect(pages.english.contains("W\(settled[0])X"))
        #expect(pages.turkish.contains("R%\(rate.dropLast().replacing(".", with: ","))L"))
    }

    @Test func aNumberNamesItsStageAndItsFunnel() throws {
        var site = site(["content/pages/x.md": "# X\n\nN{{ count stage=\"visit\" funnel=\"two\" }}N"])
        site.funnels = ["one", "two"]
        let page = try #require(try site.files()["en/pages/x/index.html"])
        #expect(page.contains("N120N") || page.contains(/N\d+N/))
    }

    @Test func aNumberThatIsNotKnownYetIsADash() throws {
        var site = site(["content/pages/x.md": "# X\n\nN{{ rate stage=\"order\" }}N{{ count stage=\"order\" }}N"])
        site.weeks = 1
        #expect(try site.files()["pages/x/index.html"]?.contains("<p>N—N—N</p>") == true)
    }

    @Test func aFigureStandsInANoteWithItsHatchings() throws {
        let page = try note("# T\n\n## Below\n\n![Funnel](figure:journey/funnel)\n\n![Funnel](figure:journey/funnel)")
            .english
        #expect(page.contains("<h3 id=\"note-figure-1-title\" class=\"cap\">"))
        #expect(page.contains("<h3 id=\"note-figure-2-title\" class=\"cap\">"))
        #expect(page.split(separator: "id=\"hn-lost\"").count == 2)
    }

    @Test func withoutDataAFigureSaysThatThereAreNone() throws {
        var site = site(["content/pages/x.md": "# X\n\n![The way](figure:journey/funnel)"])
        site.hasData = false
        #expect(
            try site.files()["en/pages/x/index.html"]?
                .contains("<p class=\"notice\">The way: no data for the figure yet.</p>") == true
        )
    }

    @Test func aFreePageIsLinkedAtTheFootOfEveryPage() throws {
        let files = try site(["content/pages/team.en.md": "# Our team\n\nFour people."]).files()
        #expect(files["en/pages/team/index.html"]?.contains("<h1>Our team</h1>") == true)
        #expect(
            files["en/weeks/\(SampleSite.firstWeek)/index.html"]?.contains("../../pages/team/index.html\">Our team<")
                == true
        )
        #expect(files["pages/team/index.html"]?.contains("<h1 lang=\"en\">Our team</h1>") == true)
    }

    @Test func aCommentStandsOnItsWeekWithItsAuthor() throws {
        let text = "---\nowner: Elif <E>\n---\nThe fair was on."
        let path = "weeks/\(SampleSite.firstWeek)/index.html"
        let files = try site(["content/weeks/\(SampleSite.firstWeek).en.md": text]).files()
        let page = try #require(files["en/" + path])
        #expect(page.contains("<h2 class=\"cap\">Comment on the week</h2>"))
        #expect(page.contains("<p>The fair was on.</p>"))
        #expect(page.contains("Written by Elif &lt;E&gt;."))
        #expect(files[path]?.contains("lang=\"en\">\n<p>The fair was on.</p>") == true)
        #expect(files["en/weeks/\(SampleSite.firstWeek.advanced(by: 1))/index.html"]?.contains("The fair") == false)
    }

    @Test func aCommentsLinksLeadOnFromTheFrontPageToo() throws {
        let newest = try #require(try site([:]).files().keys.filter { $0.hasPrefix("weeks/") }.max()).split(
            separator: "/"
        )[1]
        let text = "See [the note](../stages/order/index.md)."
        let files = try site(
            ["content/weeks/\(newest).md": text, "content/stages/order/index.md": "# Order\n\nText."]
        ).files()
        #expect(files["index.html"]?.contains("<a href=\"stages/order/index.html\">the note</a>") == true)
        #expect(files["weeks/\(newest)/index.html"]?.contains("<a href=\"../../stages/order/index.html\">the") == true)
        #expect(files["en/index.html"]?.contains("<a href=\"stages/order/index.html\">the note</a>") == true)
    }

    @Test func anOldAddressLeadsToThePlay() throws {
        let play = "---\naliases: [old/fast, stages/order/was.html]\n---\n# Fast\n\nText."
        let files = try site(["content/stages/order/fast.md": play], base: "https://example.org/r/").files()
        for (path, target) in [
            ("old/fast/index.html", "../../stages/order/fast/index.html"), ("stages/order/was.html", "fast/index.html"),
        ] {
            let page = try #require(files[path])
            #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">"))
            #expect(
                page.contains("<link rel=\"canonical\" href=\"https://example.org/r/stages/order/fast/index.html\">")
            )
            #expect(page.contains("<a href=\"\(target)\">"))
            #expect(files["en/" + path] != nil)
            #expect(files["sitemap.xml"]?.contains(path) == false)
        }
    }
}
