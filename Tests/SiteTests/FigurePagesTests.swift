import Calendars
import Testing

/// Where figures stand on pages, and when.
struct FigurePagesTests {
    private static let long = Result { try SampleSite(weeks: 16).files() }

    private func page(_ path: String) throws -> String { try #require(try Self.long.get()[path], "\(path)") }

    @Test func stepsHaveALineFromSixWeeksOn() throws {
        let short = try #require(try SampleSite(weeks: 5).files()["index.html"])
        #expect(!short.contains("class=\"sp\"") && !short.contains("<th scope=\"col\" class=\"t\">12 hafta</th>"))
        let front = try page("index.html")
        #expect(front.contains("<th scope=\"col\" class=\"t\">12 hafta</th>"))
        #expect(front.split(separator: "<svg class=\"sp\"").count == 3, "one a step")
        #expect(front.contains("class=\"hol"), "the newest week is not final")
    }

    @Test func theArchiveDrawsAYearOfEachStep() throws {
        let html = try page("archive/index.html")
        #expect(html.split(separator: "class=\"sp\" width=\"208\"").count == 4, "two steps and the whole way")
        #expect(!html.contains("stroke-dasharray"), "weeks that are not final are not drawn beside final ones")
    }

    @Test func aStagesTrendNeedsSixWeeksAndAStageBefore() throws {
        let short = try SampleSite(weeks: 5).files()
        #expect(short["stages/signup/index.html"]?.contains("journey-trend-title") == false)
        #expect(try page("stages/signup/index.html").contains("id=\"journey-trend-title\""))
        #expect(try !page("stages/visit/index.html").contains("journey-trend-title"))
    }

    @Test func aStageShowsHowFastItsPeopleCome() throws {
        let html = try page("stages/order/index.html")
        #expect(html.contains("id=\"journey-cohorts-title\""))
        #expect(html.contains("id=\"journey-time-title\""))
        #expect(html.contains("hn-open"))
    }

    @Test func aPlayThatWasBegunStandsOnTheTrend() throws {
        let week = SampleSite.firstWeek.advanced(by: 8)
        var site = SampleSite(weeks: 16)
        let play = "---\ntitle: Kısa form\nstarted: \(week)\n---\n\nMetin.\n"
        site.content = ["content/stages/signup/short-form.md": Array(play.utf8)]
        let html = try #require(try site.files()["stages/signup/index.html"])
        #expect(html.contains(">Kısa form</text>"))
    }

    @Test func theMixOfChannelsStandsUnderTheirTable() throws {
        let html = try page("index.html")
        #expect(html.split(separator: "id=\"journey-mix-title\"").count == 2)
    }

    @Test func valuesAreComparedOnTheirPages() throws {
        let files = try Self.long.get()
        let pages = files.filter { $0.key.hasPrefix("channels/") }
        #expect(!pages.isEmpty)
        for (path, html) in pages { #expect(html.contains("class=\"multi\""), "\(path)") }
    }

    @Test func eachPictureIsNamedAndDescribedOnItsPage() throws {
        for (path, html) in try Self.long.get() where path.hasSuffix(".html") {
            for name in ["aria-labelledby", "aria-describedby"] {
                for part in html.split(separator: "\(name)=\"").dropFirst() {
                    let id = part.prefix { $0 != "\"" }
                    #expect(html.split(separator: " id=\"\(id)\"").count == 2, "\(path): \(id)")
                }
            }
        }
    }

    @Test func aStageWithATargetShowsItBesideItsNumber() throws {
        var site = FormSite.records(weeks: 10)
        site.settings = site.settings.replacing(
            "{ id: offer, name: { tr: Teklif, en: Offer } }",
            with: "{ id: offer, name: { tr: Teklif, en: Offer }, target: { rate: 0.4, count: 9 } }"
        )
        let html = try #require(try site.files()["stages/offer/index.html"])
        #expect(html.contains(">hedef 9</span>"))
        #expect(!html.contains("Hedef oran"), "said once")
    }
}
