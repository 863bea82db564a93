import Foundation
import LivingExample
import Testing

/// Each episode of the table at `Demlik`, found in the data by counting.
@Suite struct EpisodeTests {
    private let entrants = demlikEntrants
    private let interested: Set<String> = ["signup", "guide"]

    /// Rows of an event on the days from `first` to `last`, as `2026-06-22`.
    private func rows(_ event: String, _ first: String, _ last: String, device: String? = nil) -> Int {
        demlikRows.flatMap(\.rows).count { row in
            row.event == event && (first...last).contains(String(row.time.prefix(10)))
                && (device == nil || row.device == device)
        }
    }

    @Test func paymentByCardFailsInOneWeekAndTwoWeeksOfEntrantsLoseTheirOrders() {
        let before = rows("order", "2026-06-15", "2026-06-21")
        let during = rows("order", "2026-06-22", "2026-06-28")
        let after = rows("order", "2026-06-29", "2026-07-05")
        #expect(Double(during) < 0.55 * Double(before))
        #expect(Double(during) < 0.55 * Double(after))
        let usual = entrants.rate(18, 23, ["order"], of: ["sample"])
        #expect(entrants.rate(24, 25, ["order"], of: ["sample"]) < usual - 0.09)
        #expect(abs(entrants.rate(27, 28, ["order"], of: ["sample"]) - usual) < 0.06)
        #expect(
            abs(entrants.rate(24, 25, ["sample"], of: interested) - entrants.rate(18, 23, ["sample"], of: interested))
                < 0.04
        )
        #expect(measured("payment_failed", from: "2026-W26", to: "2026-W26") > 30)
        #expect(measured("payment_failed", from: "2026-W18", to: "2026-W25") < 24)
    }

    @Test func thoseWhoSeeTheCheckoutOfTwoScreensOrderMore() throws {
        let lines = String(decoding: wholeDemlik.trial.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        let cells = lines.map { $0.split(separator: ",").map(String.init) }
        let rates = try ["A", "B"].map { variant in
            let drawn = Set(cells.filter { $0[3] == variant && $0[2] == "sample" }.map { $0[0] })
            let ordered = Set(cells.filter { $0[3] == variant && $0[2] == "order" }.map { $0[0] })
            #expect(ordered.isSubset(of: drawn))
            #expect((450...650).contains(drawn.count))
            return Double(ordered.count) / Double(try #require(drawn.isEmpty ? nil : drawn.count))
        }
        #expect((0.38...0.47).contains(rates[0]))
        #expect(rates[1] > rates[0] + 0.06)
        let web = Set(demlikRows.flatMap(\.rows).map { "\($0.person),\($0.time),\($0.event)" })
        #expect(cells.allSatisfy { web.contains($0[0...2].joined(separator: ",")) })
    }

    @Test func theCheckoutForEverybodyLiftsTheFirstOrderAndItStays() {
        let before = entrants.rate(18, 28, ["order"], of: ["sample"])
        for (first, last) in [(35, 37), (38, 40), (41, 43)] {
            #expect(entrants.rate(first, last, ["order"], of: ["sample"]) > before + 0.04)
        }
    }

    @Test func theBrokenTagLosesVisitsOnPhonesForThreeDaysAndTheServerSawThem() {
        let days = rows("visit", "2026-09-22", "2026-09-24", device: "mobile")
        let week = rows("visit", "2026-09-15", "2026-09-17", device: "mobile")
        #expect(Double(days) < 0.2 * Double(week))
        let desktop = rows("visit", "2026-09-22", "2026-09-24", device: "desktop")
        #expect(abs(desktop - rows("visit", "2026-09-15", "2026-09-17", device: "desktop")) < week / 5)
        let recorded = Set(demlikRows[21].rows.filter { $0.event == "visit" }.map(\.person)).count
        #expect(measured("visitors", from: "2026-W39", to: "2026-W39") > Double(recorded) * 1.15)
        func interest(_ from: Int, _ to: Int) -> Double {
            entrants.rate(from, to, interested, of: ["visit"]) { $0.event == "visit" }
        }
        #expect(abs(interest(39, 39) - interest(36, 38)) < 0.05)
    }

    @Test func salesAnswersWithinOneWorkingDayAndAcceptsMoreButOneOwnerStaysSlow() throws {
        func answered(
            _ first: String,
            _ last: String,
            _ owner: (String) -> Bool
        ) throws -> (day: Double, accepted: Double) {
            let rows = wholesaleLeads.filter { (first...last).contains($0["mql_at"] ?? "") && owner($0["owner"] ?? "") }
            let hours = rows.compactMap { row -> Double? in
                let answer = ["sal_at", "disqualified_at", "recycled_at"].compactMap { row[$0] }.first { $0 != "" }
                guard let start = moment(row["mql_at"]), let end = moment(answer), end > start else { return nil }
                return end.timeIntervalSince(start) / 3600
            }
            try #require(hours.count > 100)
            return (
                Double(hours.count { $0 <= 24 }) / Double(hours.count),
                Double(rows.count { $0["sal_at"] != "" }) / Double(rows.count)
            )
        }
        let before = try answered("2026-04-27", "2026-09-27") { $0 != "Mert" }
        let after = try answered("2026-09-28", "2026-11-15") { $0 != "Mert" }
        let slow = try answered("2026-09-28", "2026-11-15") { $0 == "Mert" }
        #expect(before.day < 0.35 && after.day > 0.6 && slow.day < 0.25)
        #expect(after.accepted > before.accepted + 0.05)
    }

    @Test func lettersThatAskAQuestionAreOpenedMore() {
        func rate(_ first: String, _ last: String) -> Double {
            measured("opens", from: first, to: last) / measured("delivered", from: first, to: last)
        }
        #expect((0.32...0.36).contains(rate("2026-W18", "2026-W41")))
        #expect((0.37...0.41).contains(rate("2026-W42", "2026-W47")))
    }

    @Test func fairsBringLeadsInTheirWeeks() {
        func leads(_ monday: String, _ end: String) -> Int {
            wholesaleLeads.count { $0["source"] == "fair" && (monday..<end).contains($0["created_at"] ?? "") }
        }
        let fairs = [
            leads("2026-06-08", "2026-06-15"), leads("2026-09-07", "2026-09-14"), leads("2026-10-19", "2026-10-26"),
        ]
        #expect(fairs.allSatisfy { $0 >= 10 })
        #expect(leads("2026-08-03", "2026-08-31") / 4 < 14)
    }

    @Test func theNumberAskedForOnPhonesCostsSignUpsInTheLastWeek() {
        func signUps(_ week: Int, _ device: String) -> Double {
            entrants.rate(week, week, interested, of: ["visit"]) { $0.device == device }
        }
        #expect(signUps(47, "mobile") < signUps(46, "mobile") - 0.07)
        #expect(abs(signUps(47, "desktop") - signUps(46, "desktop")) < 0.06)
        #expect(measured("form_too_long", from: "2026-W47", to: "2026-W47") > 20)
        #expect(measured("form_too_long", from: "2026-W43", to: "2026-W46") < 20)
    }

    private func moment(_ text: String?) -> Date? {
        text.flatMap { try? Date("\($0):00Z", strategy: .iso8601) }
    }
}
