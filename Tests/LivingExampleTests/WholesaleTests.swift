import Calendars
import LivingExample
import Testing

/// The CRM's rows by column.
let wholesaleLeads: [[String: String]] = {
    let lines = String(decoding: wholeDemlik.crm.bytes, as: UTF8.self).split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
}()

private let leads = wholesaleLeads

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

    /// But for those whose sign-up the broken tag of 2026-W39 lost.
    @Test func whoeverAsksHasLeftAnAddressBefore() {
        var known: Set<String> = []
        var lost = 0
        for row in demlikRows.flatMap(\.rows) {
            if ["signup", "guide"].contains(row.event) { known.insert(row.person) }
            guard row.event == "quote", !known.contains(row.person) else { continue }
            #expect(row.time > "2026-09-22")
            lost += 1
        }
        #expect(lost < 40)
    }

    @Test func visitsAreThoseOfTheSameStoryWithoutTheForm() {
        var story = Story.demlik
        story.enquiry = nil
        let plain = SampleEvents(story).files.flatMap { exampleRows($0.bytes) }
        let others = demlikRows.flatMap(\.rows).filter { $0.event != "quote" }
        #expect(plain.map { $0.person + $0.time + $0.event } == others.map { $0.person + $0.time + $0.event })
    }

    @Test func halfOfTheLeadsAreFoundOnTheWebAndTheOthersComeByPhonePartnersAndFairs() {
        let offline: Set = ["fair", "phone", "partner"]
        let keys = Set(enquiries.map(\.leadID))
        let known = Set(leads.compactMap { $0["lead_id"] })
        let found = known.intersection(keys).count
        #expect((0.45...0.55).contains(Double(found) / Double(known.count)))
        #expect((0.88...0.97).contains(Double(found) / Double(keys.count)))
        #expect(leads.allSatisfy { keys.contains($0["lead_id"] ?? "") == !offline.contains($0["source"] ?? "") })
    }

    @Test func aLeadIsCreatedInTheMinuteOfItsForm() {
        let minutes = Dictionary(uniqueKeysWithValues: enquiries.map { ($0.leadID, String($0.time.prefix(16))) })
        var seen: Set<String> = []
        for lead in leads where seen.insert(lead["lead_id"] ?? "").inserted {
            if let minute = minutes[lead["lead_id"] ?? ""] { #expect(lead["created_at"] == minute) }
        }
    }

    @Test func everyWeekBringsEnoughLeadsForARateAtEachStep() throws {
        var weeks: [Week: [Int]] = [:]
        for lead in leads {
            let week = Week(containing: try #require(LocalDate(String((lead["created_at"] ?? "").prefix(10)))))
            for (index, column) in dates.prefix(4).enumerated() where lead[column] != "" {
                weeks[week, default: [0, 0, 0, 0]][index] += 1
            }
        }
        #expect(weeks.count == 30)
        for (week, counts) in weeks where week != demlik.files[0].week {
            #expect((95...190).contains(counts[0]), "\(week)")
        }
        let grown = demlik.files.map(\.week)[1...27]
        #expect(grown.count { (weeks[$0] ?? []).allSatisfy { $0 >= 30 } } >= 22)
    }

    @Test func theDataEndWithTheSameSundayAsTheWeb() {
        let last = leads.flatMap { lead in dates.compactMap { lead[$0] } }.max()
        #expect(last?.prefix(10) == "2026-11-22")
    }

    @Test func sharesAreThoseOfTheStory() {
        func share(_ column: String, of base: String) -> Double {
            let rows = leads.filter { ($0["created_at"] ?? "") < "2026-09-21" && $0[base] != "" }
            return Double(rows.count { $0[column] != "" }) / Double(rows.count)
        }
        #expect((0.57...0.66).contains(share("mql_at", of: "created_at")))
        #expect((0.60...0.70).contains(share("sal_at", of: "mql_at")))
        #expect((0.58...0.70).contains(share("sql_at", of: "sal_at")))
        #expect((0.26...0.40).contains(share("won_at", of: "sql_at")))
    }

    @Test func companiesHaveASectorAndAsManyPeopleAsTheirSectorCanHave() throws {
        let staff: [String: ClosedRange<Int>] = ["cafe": 2...24, "office": 8...160, "hotel": 12...140, "shop": 1...12]
        for lead in leads {
            let range = try #require(staff[lead["sector"] ?? ""])
            #expect(range.contains(Int(lead["staff"] ?? "") ?? 0))
        }
        let large = leads.count { Int($0["staff"] ?? "") ?? 0 > 10 }
        #expect((0.25...0.75).contains(Double(large) / Double(leads.count)))
    }

    @Test func fourOwnersWorkInTwoTeams() {
        let pairs = Set(leads.map { "\($0["owner"] ?? "") \($0["team"] ?? "")" })
        #expect(pairs == ["Elif Istanbul", "Mert Istanbul", "Deniz Izmir", "Selin Izmir"])
    }

    @Test func whatHappensLaterIsLaterAndInOfficeHoursButForms() {
        for lead in leads {
            let moments = dates.dropFirst().compactMap { lead[$0] }.filter { $0 != "" }
            #expect(moments.allSatisfy { $0.count == 16 && $0.dropFirst(11) >= "09:00" })
            let end = outcomes.compactMap { lead[$0] }.first { $0 != "" }
            if let end, lead["lead_id"] != "W1108" { #expect(moments.allSatisfy { $0 <= end }) }
        }
    }

    @Test func oneDateIsMistypedAndAFewAcceptancesAreMissing() {
        let order = dates.prefix(5)
        let backwards = leads.count { lead in
            let reached = order.compactMap { lead[$0] }.filter { $0 != "" }
            return reached != reached.sorted()
        }
        #expect(backwards == 1)
        #expect((10...40).contains(leads.count { $0["sal_at"] == "" && $0["sql_at"] != "" }))
    }

    @Test func newestWeeksAreOpenAndSomeComeRoundAgain() {
        func open(_ first: String, _ last: String) -> Double {
            let rows = leads.filter { (first...last).contains($0["created_at"] ?? "") }
            return Double(rows.count { row in outcomes.allSatisfy { row[$0] == "" } }) / Double(rows.count)
        }
        #expect(open("2026-04-27", "2026-08-30") < 0.35)
        #expect(open("2026-11-09", "2026-11-22T24") > 0.6)
        let rounds = Dictionary(grouping: leads) { $0["lead_id"] ?? "" }.values
        #expect((80...180).contains(rounds.count { $0.count > 1 }))
    }
}
