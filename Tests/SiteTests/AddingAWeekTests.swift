import Calendars
import Testing

/// A week more of data changes what is said of it, and nothing else.
struct AddingAWeekTests {
    @Test func onlyItsPagesAndThoseOfMaturingWeeksChange() throws {
        let (before, after) = (try site(weeks: 8).files(), try site(weeks: 9).files())
        let changed = pages(after.keys.filter { after[$0] != before[$0] })
        #expect(changed == inBothLanguages(lists + weeks(6...8)))
        #expect(before.keys.allSatisfy { after.keys.contains($0) })
    }

    @Test func inFourWeeksEveryOtherPageStays() throws {
        let (before, after) = (try site(weeks: 8).files(), try site(weeks: 12).files())
        let kept = ["method/index.html", "404.html", "stages/order/fast/index.html", "style.css"] + weeks(0...5)
        for path in kept { #expect(after[path] != nil && after[path] == before[path], "\(path)") }
    }

    @Test func ofRecordsThePipelineChangesToo() throws {
        let (before, after) = (try FormSite.records(weeks: 8).files(), try FormSite.records(weeks: 9).files())
        let changed = pages(after.keys.filter { after[$0] != before[$0] && !$0.contains("by/") })
        let stages = ["lead", "offer", "won"].map { "stages/\($0)/index.html" }
        let lists = ["index", "archive/index", "stages/index", "activity/index", "pipeline/index"].map { $0 + ".html" }
        #expect(changed == inBothLanguages(lists + stages + weeks(6...8)))
    }

    @Test func ofCountsWeeksThatAreOverStayAsTheyAre() throws {
        let (before, after) = (try FormSite.counts(weeks: 8).files(), try FormSite.counts(weeks: 9).files())
        let changed = pages(after.keys.filter { after[$0] != before[$0] })
        let stages = ["view", "basket", "buy"].map { "stages/\($0)/index.html" }
        let lists = ["index", "archive/index", "stages/index"].map { $0 + ".html" }
        #expect(changed == inBothLanguages(lists + stages + weeks(7...8)))
    }

    @Test func ofTheFilesOfWeeksOnlyThoseOfMaturingOnesChange() throws {
        let (before, after) = (try site(weeks: 8).files(), try site(weeks: 9).files())
        let changed = Set(after.keys.filter { after[$0] != before[$0] && $0.hasPrefix("data/weeks/") })
        let weeks = (6...8).map { "data/weeks/\(SampleSite.firstWeek.advanced(by: $0))" }
        #expect(Set(weeks.flatMap { [$0 + ".csv", $0 + ".json"] }).isSubset(of: changed))
        #expect(changed.filter { path in !weeks.contains { path.hasPrefix($0) } } == [])
    }

    private func pages(_ paths: [String]) -> Set<String> { Set(paths.filter { !$0.hasPrefix("data/") }) }

    /// The pages that tell of all weeks.
    private let lists =
        ["index.html", "archive/index.html", "stages/index.html", "activity/index.html"]
        + ["visit", "signup", "order"].map { "stages/\($0)/index.html" }
        + ["ads", "email", "organic", "referral", "social"].map { "channels/\($0)/index.html" }

    /// Numbers count from 0: of eight weeks 6 and 7 are maturing, the window being 14 days; 7 also gets a next one.
    private func weeks(_ numbers: ClosedRange<Int>) -> [String] {
        numbers.map { "weeks/\(SampleSite.firstWeek.advanced(by: $0))/index.html" }
    }

    private func site(weeks: Int) -> SampleSite {
        SampleSite(
            weeks: weeks,
            content: ["content/stages/order/fast.tr.md": Array("# Hızlı\n\nBir öneri.\n".utf8)]
        )
    }

    private func inBothLanguages(_ paths: [String]) -> Set<String> {
        Set(paths + paths.map { "en/\($0)" })
    }
}
