import Calendars
import Foundation
import Testing

/// Everything in one output together tells no small number: two sites whose hidden numbers differ are the same files.
struct SmallCellsPagesTests {
    /// Visitors by week and channel; each fourth of `ads` and each third of `mail` signs up.
    private static let visitors = [
        ["ads": 40, "mail": 9, "tv": 3], ["ads": 44, "mail": 8, "tv": 2],
        ["ads": 39, "mail": 9, "tv": 4], ["ads": 41, "mail": 8, "tv": 3], ["ads": 47, "mail": 9, "tv": 3],
    ]

    @Test func nobodyCanTellTwoSitesApartThatDifferInHiddenNumbers() throws {
        let (one, other) = (try files(Self.visitors), try files(Self.moved))
        #expect(one.keys.sorted() == other.keys.sorted())
        let different = one.keys.filter { one[$0] != other[$0] }.sorted()
        #expect(different.isEmpty, "\(different)")
        #expect(try files(Self.visitors, suppression: "") != files(Self.moved, suppression: ""))
    }

    /// One visitor of the first week came by mail and not by television, one of the fourth the other way round.
    private static var moved: [[String: Int]] {
        var moved = visitors
        moved[0] = ["ads": 40, "mail": 10, "tv": 2]
        moved[3] = ["ads": 41, "mail": 7, "tv": 4]
        return moved
    }

    @Test func pagesSayThatANumberIsHiddenAndWhy() throws {
        let files = try files(Self.visitors)
        let page = try #require(files["weeks/2026-W31/index.html"])
        #expect(page.contains("<td>gizli</td>"))
        #expect(page.contains("“gizli”: 5 altındaki sayılar ile onları ele verebilecek sayılar gösterilmez."))
        let english = try #require(files["en/channels/tv/index.html"])
        #expect(english.contains("“hidden”: numbers under 5 are not shown, nor numbers that would give them away."))
        #expect(try #require(files["method/index.html"]).contains("Küçük sayılar"))
    }

    @Test func valuesOfTooFewHaveNoPageAndNoName() throws {
        var visitors = Self.visitors
        visitors[1]["radio"] = 2
        visitors[3]["zine"] = 2
        let files = try files(visitors)
        #expect(files.keys.contains("channels/other/index.html"))
        for name in ["radio", "zine"] {
            #expect(!files.values.contains { $0.contains(name) })
        }
    }

    private func files(
        _ visitors: [[String: Int]],
        suppression: String = "suppress_below: 5"
    ) throws -> [String: String] {
        try FormSite(
            settings: """
                sources:
                  web: { form: events, files: web.csv, columns: { entity: user, time: time, event: event } }
                funnels:
                  - id: journey
                    source: web
                    window: 7d
                    dimensions: [channel]
                    stages: [ { id: visit, match: { event: visit } }, { id: signup, match: { event: signup } } ]
                """,
            data: ["web": Self.rows(visitors)],
            moreOfSite: suppression
        )
        .files()
    }

    /// The same people at the same times, whatever channel they came by: those who sign up come first in each channel.
    private static func rows(_ visitors: [[String: Int]]) -> String {
        visitors.enumerated().reduce("user,time,event,channel\n") { text, week in
            let monday = SampleSite.firstWeek.advanced(by: week.offset).monday
            let channels = week.element.sorted { $0.key < $1.key }.flatMap { channel, count in
                (0..<count).map { (channel, channel == "ads" ? $0 % 4 == 0 : channel == "mail" && $0 < 3) }
            }
            let people = channels.filter(\.1) + channels.filter { !$0.1 }
            return people.enumerated().reduce(text) { text, person in
                let row =
                    "p\(week.offset)-\(person.offset),\(monday.advanced(by: person.offset % 7)) 09:00,visit,\(person.element.0)\n"
                return text + row + (person.element.1 ? row.replacing("visit", with: "signup") : "")
            }
        }
    }
}
