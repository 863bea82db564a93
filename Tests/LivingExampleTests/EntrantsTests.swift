import LivingExample
import Testing

/// New visitors by the week of their first visit, with how far they went; a slow count of the example's own.
private struct Entrants {
    /// Rows of each person in order of time, under the index of the week in which the person came.
    var weeks: [[[ExampleRow]]]

    init(_ files: [[ExampleRow]]) {
        weeks = Array(repeating: [], count: files.count)
        var rows: [String: [ExampleRow]] = [:]
        var entry: [String: Int] = [:]
        for (index, file) in files.enumerated() {
            for row in file {
                rows[row.person, default: []].append(row)
                entry[row.person] = entry[row.person] ?? index
            }
        }
        for (person, index) in entry { weeks[index].append(rows[person] ?? []) }
    }

    /// People of the weeks 2026-W`from` to W`to` who had one of the events, `times` times.
    func count(
        _ from: Int,
        _ to: Int,
        _ events: Set<String>,
        times: Int = 1,
        only: (ExampleRow) -> Bool = { _ in true }
    )
        -> Double
    {
        Double(
            weeks[(from - 22)...(to - 22)].joined()
                .count { rows in only(rows[0]) && rows.count { events.contains($0.event) } >= times }
        )
    }
}

/// Counted once for all tests.
private let demlikEntrants = Entrants(demlikRows.map(\.rows))

@Suite struct EntrantsTests {
    private let entrants = demlikEntrants
    private let interested: Set<String> = ["signup", "guide"]

    @Test func ordinaryWeeksConvertAsTheStorySays() {
        let interest = entrants.count(22, 36, interested)
        let decision = entrants.count(22, 36, ["sample"])
        let purchase = entrants.count(22, 36, ["order"])
        #expect((0.35...0.39).contains(interest / entrants.count(22, 36, ["visit"])))
        #expect((0.42...0.46).contains(decision / interest))
        #expect((0.40...0.45).contains(purchase / decision))
        #expect((0.31...0.39).contains(entrants.count(22, 36, ["order"], times: 2) / purchase))
    }

    @Test func theBrokenFormOnMobileIsVisibleInItsTwoWeeks() {
        func rate(_ from: Int, _ to: Int, _ device: String) -> Double {
            entrants.count(from, to, ["sample"]) { $0.device == device }
                / entrants.count(from, to, interested) { $0.device == device }
        }
        let overall = entrants.count(38, 39, ["sample"]) / entrants.count(38, 39, interested)
        #expect((0.31...0.37).contains(overall))
        #expect(rate(38, 39, "mobile") < rate(22, 36, "mobile") - 0.1)
        #expect(abs(rate(38, 39, "desktop") - rate(22, 36, "desktop")) < 0.06)
    }

    @Test func freeDeliveryLiftsTheFirstOrder() {
        func rate(_ from: Int, _ to: Int) -> Double {
            entrants.count(from, to, ["order"]) / entrants.count(from, to, ["sample"])
        }
        #expect((0.47...0.55).contains(rate(42, 45)))
        #expect(rate(42, 45) > rate(22, 37) + 0.05)
    }

    @Test func channelsConvertClearlyDifferently() {
        let shares = ["email", "referral", "organic", "ads", "social"].map { channel in
            entrants.count(22, 43, ["order"]) { $0.channel == channel }
                / entrants.count(22, 43, ["visit"]) { $0.channel == channel }
        }
        for (better, worse) in zip(shares, shares.dropFirst()) {
            #expect(better > worse * 1.15)
        }
    }

    @Test func peopleComeBackAndChangeTheirChannel() {
        let people = entrants.weeks.joined()
        let again = people.count { rows in rows.count { $0.event == "visit" } > 1 }
        let changed = people.count { $0.first?.channel != $0.last?.channel }
        #expect(Double(again) / Double(people.count) > 0.2)
        #expect(Double(changed) / Double(people.count) > 0.1)
    }

    @Test func someOrdersComeTooLateForTheWindow() {
        let late = entrants.weeks[..<20].joined().count { rows in
            rows.count { $0.event == "order" } > 1 && weeksBetween(rows[0], rows[rows.count - 1]) > 4
        }
        let all = entrants.count(22, 41, ["order"], times: 2)
        #expect(late > 0)
        #expect(Double(late) < all / 2)
    }

    /// Whole weeks from one row to the other, counted on the files' own calendar of 2026.
    private func weeksBetween(_ early: ExampleRow, _ late: ExampleRow) -> Int {
        (dayOfYear(late.time) - dayOfYear(early.time)) / 7
    }

    private func dayOfYear(_ time: String) -> Int {
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        let parts = time.prefix(10).split(separator: "-").compactMap { Int($0) }
        return before[parts[1] - 1] + parts[2]
    }
}
