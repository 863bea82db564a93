import Calendars
import Foundation
import Funnel
import Testing

@testable import Site

@Suite("Pages end in what to do")
struct AdvicePagesTests {
    private func site(_ plays: [String: String]) -> SampleSite {
        var site = SampleSite(weeks: 14)
        site.content["content/stages/signup/index.md"] = Array("---\ntitle: Note\n---\nStanding advice.\n".utf8)
        for (name, front) in plays {
            let text = "---\ntitle: \(name.capitalized)\n\(front)\n---\nDo \(name).\n"
            site.content["content/stages/signup/\(name).md"] = Array(text.utf8)
        }
        return site
    }

    private func page(_ path: String, _ plays: [String: String]) throws -> String {
        try #require(try site(plays).files()[path])
    }

    private let stagePage = "en/stages/signup/index.html"

    @Test func aPlayThatIsCalledForSaysWhyWhoHowMeasuredAndWhen() throws {
        let html = try page(
            stagePage,
            ["letters": "when: rate < 99%\nkpi: rate\nowner: Mail team\nreview: 2027-W02\neffort: 1"]
        )
        let list = try #require(html.components(separatedBy: "<ol class=\"plays\">").dropFirst().first)
        let terms = list.components(separatedBy: "<dt>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(terms == ["Finding", "Action", "Possible gain"])
        #expect(
            list.contains(
                /Week \d+, 2026, the newest matured: visit-en → signup-en, rate [0-9.]+% \([0-9.–]+%; n = \d+\)\./
            )
        )
        #expect(list.contains("<dd>Do letters.</dd>"))
        let rest = "Owner: Mail team · Measured by: rate from the stage before · Review: Week 2, 2027 · Effort: 1 of 3"
        #expect(list.contains("</dl>\n<p class=\"meta\">\(rest)</p>"))
    }

    @Test func threeAreShownAndTheRestStandBehindADisclosure() throws {
        let plays = Dictionary(uniqueKeysWithValues: ["a", "b", "c", "d"].map { ($0, "when: rate < 99%") })
        let html = try page(stagePage, plays)
        let parts = html.components(separatedBy: "<summary>Other plays</summary>")
        #expect(parts.count == 2)
        for name in ["A", "B", "C"] { #expect(parts[0].contains(">\(name)</a>")) }
        #expect(parts[1].contains(">D</a>") && !parts[0].contains(">D</a>"))
    }

    @Test func lessEffortStandsFirst() throws {
        let html = try page(
            stagePage,
            ["hard": "when: rate < 99%\neffort: 3\nweight: 2", "light": "when: rate < 99%\neffort: 1\nweight: 1"]
        )
        let light = try #require(html.range(of: ">Light</a>"))
        let hard = try #require(html.range(of: ">Hard</a>"))
        #expect(light.lowerBound < hard.lowerBound)
    }

    @Test func withoutATriggerStandingAdviceShows() throws {
        let html = try page(stagePage, ["always": "effort: 1", "rare": "when: rate < 1%"])
        #expect(html.contains("The condition of no play holds now; these always stand."))
        let parts = html.components(separatedBy: "<summary>Other plays</summary>")
        #expect(parts[0].contains(">Always</a>") && parts[1].contains(">Rare</a>"))
        #expect(html.contains("Standing advice."))
    }

    @Test func aPlayOfTwoFunnelsIsListedOnce() throws {
        var site = site(["letters": "when: rate < 99%"])
        site.funnels = ["journey", "again"]
        let html = try #require(try site.files()["en/index.html"])
        #expect(html.components(separatedBy: "letters/index.html\">Letters</a></h3>").count == 2)
    }

    @Test func aWeeksPageListsWhatItsNumbersCallFor() throws {
        let week = "weeks/\(SampleSite.firstWeek.advanced(by: 12))/index.html"
        let html = try page("en/\(week)", ["letters": "when: rate < 99%"])
        #expect(html.contains("<h2>Recommendations</h2>"))
        #expect(html.contains("../../stages/signup/letters/index.html"))
        #expect(html.contains("<dt>Finding</dt>"))
        #expect(
            try page("en/\(week)", ["letters": "when: rate < 1%"]).contains("The condition of no play holds this week.")
        )
    }

    @Test func theFirstWeeksCallForNothingYet() throws {
        let html = try page("en/weeks/\(SampleSite.firstWeek)/index.html", ["letters": "when: change < 99pp"])
        #expect(html.contains("The condition of no play holds this week."))
    }

    @Test func fromItsReviewOnAPlayTellsBeforeAndAfter() throws {
        let start = SampleSite.firstWeek.advanced(by: 6)
        let front = "when: rate < 99%\nstarted: \(start)\nreview: \(start.advanced(by: 4))"
        let html = try page(stagePage, ["letters": front])
        #expect(html.contains("<dt>What happened</dt>"))
        #expect(html.contains("in the 6 weeks before"))
        #expect(html.contains("This is no experiment; other things may have changed at the same time."))
        let early = try page("en/weeks/\(start.advanced(by: 3))/index.html", ["letters": front])
        #expect(!early.contains("<dt>What happened</dt>"))
    }

    @Test func theGainNamesTheLastStageAndTheNumberThatRanksThePlay() throws {
        let html = try page(
            "en/index.html",
            ["hard": "when: rate < 99%\neffort: 3", "light": "when: rate < 99%\neffort: 1"]
        )
        #expect(
            html.contains(
                /more people a week could have reached the last stage \(order-en\); an estimate, no promise\./
            )
        )
        let ranks = html.matches(of: /divided by the effort: ([0-9.]+) \/ (\d) = ([0-9.]+)\./).map {
            (Double($0.1) ?? 0, Double($0.2) ?? 0, Double($0.3) ?? 0)
        }
        #expect(ranks.map(\.1) == [1, 3])
        for (gain, effort, merit) in ranks { #expect(abs(gain / effort - merit) < 0.1) }
        #expect(ranks.map(\.2) == ranks.map(\.2).sorted(by: >))
    }

    @Test func aGainOfNothingIsNotKnown() throws {
        var site = site(["letters": "when: rate < 99%"])
        site.targets = ["signup": 0.01]
        let html = try #require(try site.files()[stagePage])
        let text = "Not known: over the last 4 final weeks together the step is where it should be."
        #expect(html.contains("<dd>\(text)</dd>"))
        #expect(!html.contains("0 more people"))
        site.targets = [:]
        site.weeks = 5
        let young = try #require(try site.files()[stagePage])
        #expect(young.contains("<dd>Not known yet: the step has no rate that it could be held against.</dd>"))
    }

    @Test func entriesHaveNoGain() throws {
        var site = SampleSite(weeks: 14)
        site.content["content/stages/visit/seen.md"] = Array("---\nwhen: count > 0\n---\nBe seen.\n".utf8)
        let html = try #require(try site.files()["en/index.html"])
        #expect(html.contains("<dd>Cannot be computed: entries are a number, without a rate that could rise.</dd>"))
    }

    @Test func aRangeThatSaysLittleSaysSo() {
        func reach(_ low: Double, _ high: Double) -> Gain.Reach {
            Gain(entities: (low + high) / 2, interval: low...high).reach
        }
        #expect(reach(4, 9) == .clear)
        #expect(reach(0.5, 5) == .wide)
        #expect(reach(0, 5) == .open)
        #expect(reach(-1, 5) == .open)
    }

    @Test func aPlayOfAStageThatSeveralFunnelsHaveStandsOnceOnAPage() throws {
        var site = site(["letters": "when: rate < 99%"])
        site.funnels = ["journey", "other"]
        let html = try #require(try site.files()["en/index.html"])
        #expect(html.components(separatedBy: "<h3><a href=\"stages/signup/letters/index.html\">").count == 2)
        #expect(html.contains("journey-en: recommendations") && !html.contains("other-en: recommendations"))
    }

    @Test func theNextStepIsThePlayThatIsCalledFor() throws {
        let html = try page(
            "en/index.html",
            ["a-standing": "weight: 1", "letters": "when: rate < 99%\nowner: Mail team"]
        )
        #expect(html.contains("<b>Letters.</b> Owner: Mail team. <a href=\"stages/signup/letters/index.html\">"))
    }
}
