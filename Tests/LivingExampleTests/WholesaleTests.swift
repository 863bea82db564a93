import Calendars
import LivingExample
import Testing

/// The CRM's rows by column.
private let leads: [[String: String]] = {
    let lines = String(decoding: wholeDemlik.crm.bytes, as: UTF8.self).split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
}()

private let dates = ["created_at", "mql_at", "sal_at", "sql_at", "won_at", "lost_at", "disqualified_at", "recycled_at"]
private let outcomes = ["won_at", "lost_at", "disqualified_at", "recycled_at"]

@Suite struct WholesaleTests {
    private let enquiries = demlikRows.flatMap(\.rows).filter { $0.leadID != "" }

    @Test func onlyEnquiriesCarryAKeyAndEachItsOwn() {
        #expect(enquiries.allSatisfy { $0.event == "quote" })
        #expect(demlikRows.flatMap(\.rows).count { $0.event == "quote" } == enquiries.count)
        #expect(Set(enquiries.map(\.leadID)).count == enquiries.count)
        #expect(Set(enquiries.map(\.person)).count == enquiries.count)
    }

    @Test func whoeverAsksHasLeftAnAddressBefore() {
        var known: Set<String> = []
        for row in demlikRows.flatMap(\.rows) {
            if ["signup", "guide"].contains(row.event) { known.insert(row.person) }
            if row.event == "quote" { #expect(known.contains(row.person)) }
        }
    }

    @Test func visitsAreThoseOfTheSameStoryWithoutTheForm() {
        var story = Story.demlik
        story.enquiry = nil
        let plain = SampleEvents(story).files.flatMap { exampleRows($0.bytes) }
        let others = demlikRows.flatMap(\.rows).filter { $0.event != "quote" }
        #expect(plain.map { $0.person + $0.time + $0.event } == others.map { $0.person + $0.time + $0.event })
    }

    @Test func mostLeadsAreFoundOnTheWebAndTheOthersComeFromFairs() {
        let keys = Set(enquiries.map(\.leadID))
        let known = Set(leads.compactMap { $0["lead_id"] })
        let found = known.intersection(keys).count
        #expect((0.7...0.85).contains(Double(found) / Double(known.count)))
        #expect((0.88...0.97).contains(Double(found) / Double(keys.count)))
        #expect(leads.allSatisfy { keys.contains($0["lead_id"] ?? "") != ($0["source"] == "fair") })
    }

    @Test func aLeadIsCreatedOnTheDayOfItsForm() {
        let days = Dictionary(uniqueKeysWithValues: enquiries.map { ($0.leadID, String($0.time.prefix(10))) })
        var seen: Set<String> = []
        for lead in leads where seen.insert(lead["lead_id"] ?? "").inserted {
            if let day = days[lead["lead_id"] ?? ""] { #expect(lead["created_at"] == day) }
        }
    }

    @Test func aWeekBringsTwentyFiveToFortyFiveLeadsAndMoreAfterAFair() throws {
        var weeks: [Week: Int] = [:]
        for lead in leads {
            weeks[Week(containing: try #require(LocalDate(lead["created_at"] ?? ""))), default: 0] += 1
        }
        #expect(weeks.count == 26)
        for (week, count) in weeks where week != demlik.files[0].week { #expect((24...55).contains(count), "\(week)") }
    }

    @Test func theDataEndWithTheSameSundayAsTheWeb() {
        let last = leads.flatMap { lead in dates.compactMap { lead[$0] } }.max()
        #expect(last == "2026-11-22")
    }

    @Test func sharesAreThoseOfTheStory() {
        func share(_ column: String, of base: String, _ weeks: ClosedRange<String>) -> Double {
            let rows = leads.filter { weeks.contains($0["created_at"] ?? "") && $0[base] != "" }
            return Double(rows.count { $0[column] != "" }) / Double(rows.count)
        }
        let before = "2026-05-25"..."2026-09-20"
        #expect((0.54...0.66).contains(share("mql_at", of: "created_at", before)))
        #expect((0.60...0.74).contains(share("sal_at", of: "mql_at", before)))
        #expect((0.54...0.68).contains(share("sql_at", of: "sal_at", before)))
        #expect((0.26...0.44).contains(share("won_at", of: "sql_at", before)))
        #expect(
            share("sal_at", of: "mql_at", "2026-10-05"..."2026-11-08") > share("sal_at", of: "mql_at", before) + 0.03
        )
    }

    @Test func oneDateIsMistypedAndAFewAcceptancesAreMissing() {
        let order = dates.prefix(5)
        let backwards = leads.count { lead in
            let reached = order.compactMap { lead[$0] }.filter { $0 != "" }
            return reached != reached.sorted()
        }
        #expect(backwards == 1)
        #expect((3...9).contains(leads.count { $0["sal_at"] == "" && $0["sql_at"] != "" }))
    }

    @Test func newestWeeksAreOpenAndSomeComeRoundAgain() {
        func open(_ first: String, _ last: String) -> Double {
            let rows = leads.filter { (first...last).contains($0["created_at"] ?? "") }
            return Double(rows.count { row in outcomes.allSatisfy { row[$0] == "" } }) / Double(rows.count)
        }
        #expect(open("2026-05-25", "2026-08-30") < 0.35)
        #expect(open("2026-11-09", "2026-11-22") > 0.6)
        let rounds = Dictionary(grouping: leads) { $0["lead_id"] ?? "" }.values
        #expect((10...50).contains(rounds.count { $0.count > 1 }))
    }
}
