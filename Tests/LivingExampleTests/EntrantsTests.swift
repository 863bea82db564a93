import LivingExample
import Testing

@Suite struct EntrantsTests {
    private let entrants = demlikEntrants
    private let interested: Set<String> = ["signup", "guide"]

    @Test func ordinaryWeeksConvertAsTheStorySays() {
        let interest = entrants.count(18, 23, interested)
        let decision = entrants.count(18, 23, ["sample"])
        let purchase = entrants.count(18, 23, ["order"])
        #expect((0.35...0.39).contains(interest / entrants.count(18, 23, ["visit"])))
        #expect((0.42...0.46).contains(decision / interest))
        #expect((0.40...0.45).contains(purchase / decision))
        #expect((0.31...0.39).contains(entrants.count(18, 23, ["order"], times: 2) / purchase))
    }

    @Test func channelsConvertClearlyDifferently() {
        let shares = ["email", "referral", "organic", "ads", "social"].map { channel in
            entrants.count(18, 43, ["order"]) { $0.channel == channel }
                / entrants.count(18, 43, ["visit"]) { $0.channel == channel }
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
        let late = entrants.weeks[..<26].joined().count { rows in
            rows.count { $0.event == "order" } > 1 && weeksBetween(rows[0], rows[rows.count - 1]) > 4
        }
        let all = entrants.count(18, 43, ["order"], times: 2)
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
