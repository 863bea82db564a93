import Calendars
import LivingExample
import Testing

/// Rows of a sample export by column, as another reader of CSV sees them.
private struct Export {
    var header: [String]
    var rows: [[String: String]]

    init(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        header = lines[0]
        rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    func dates(_ row: [String: String], _ columns: [String]) -> [LocalDate] {
        columns.compactMap { row[$0].flatMap { LocalDate($0) } }
    }
}

/// Those from the first of the dates to the second, inclusive.
private func created(
    _ rows: [[String: String]],
    _ column: String,
    _ first: String,
    _ last: String
)
    -> [[String: String]]
{
    rows.filter { (first...last).contains($0[column] ?? "") }
}

private func share(_ rows: [[String: String]], _ column: String, of base: String) -> Double {
    let reached = rows.filter { $0[base] != "" }
    return Double(reached.count { $0[column] != "" }) / Double(reached.count)
}

private let firstWeek = Week("2026-W28") ?? Week(number: 0)
private let leadBytes = SampleRecords(.leads(firstWeek: firstWeek, weeks: 20)).bytes
private let dealBytes = SampleRecords(.deals(firstWeek: firstWeek, weeks: 20)).bytes
/// Read once for all tests.
private let leads = Export(leadBytes)
private let deals = Export(dealBytes)

@Suite struct SampleRecordsTests {
    private let leadStages = ["created_at", "mql_at", "sal_at", "sql_at", "won_at"]
    private let leadOutcomes = ["lost_at", "disqualified_at", "recycled_at"]
    private let dealStages = ["research_at", "evaluation_at", "commitment_at", "won_at"]

    @Test func tellingTwiceGivesTheSameBytesAndAnotherSeedOthers() {
        func bytes(_ seed: UInt64) -> [UInt8] {
            SampleRecords(.leads(firstWeek: firstWeek, weeks: 4, seed: seed)).bytes
        }
        #expect(bytes(1) == bytes(1))
        #expect(bytes(1) != bytes(2))
    }

    /// A deliberate change of the stories changes these numbers.
    @Test func bytesAreThoseOfEveryMachine() {
        #expect(fnv1a(leadBytes) == 0x9442_3A4F_84D9_D88E)
        #expect(fnv1a(dealBytes) == 0xDA89_0A1A_4343_8102)
    }

    @Test func columnsAreThoseOfTheConfiguration() {
        #expect(leads.header == ["lead_id", "source", "owner", "amount"] + leadStages + leadOutcomes + ["reason"])
        #expect(deals.header == ["deal_id", "owner", "amount"] + dealStages + ["lost_at", "reason"])
        #expect(leads.rows.allSatisfy { $0.count == leads.header.count })
        #expect(deals.rows.allSatisfy { $0.count == deals.header.count })
    }

    @Test func datesAreInOrderAndNoneIsAfterTheLastSunday() throws {
        let last = try #require(LocalDate("2026-11-22"))
        for (export, stages, outcomes) in [(leads, leadStages, leadOutcomes), (deals, dealStages, ["lost_at"])] {
            for row in export.rows {
                let reached = export.dates(row, stages)
                let ended = export.dates(row, outcomes)
                #expect(reached == reached.sorted(), "\(row)")
                #expect(ended.allSatisfy { $0 >= reached.last ?? last }, "\(row)")
                #expect((reached + ended).allSatisfy { $0 <= last }, "\(row)")
                #expect(row[stages[0]] != "")
            }
        }
    }

    @Test func aRecordEndsOnceAtMostAndSaysWhy() {
        let reasons: Set = ["competitor", "postponed", "price", "no budget", "no fit", "no answer"]
        for (export, outcomes) in [(leads, leadOutcomes), (deals, ["lost_at"])] {
            for row in export.rows {
                let ended = export.dates(row, outcomes).count
                #expect(ended + (row["won_at"] == "" ? 0 : 1) <= 1, "\(row)")
                #expect((row["reason"] != "") == (ended == 1), "\(row)")
            }
            #expect(Set(export.rows.compactMap { $0["reason"] }).subtracting([""]) == reasons)
        }
    }

    @Test func amountsAreWholeAndKnownOnceTheDealIsReal() {
        for (export, stage) in [(leads, "sql_at"), (deals, "evaluation_at")] {
            for row in export.rows {
                #expect((row["amount"] != "") == (row[stage] != ""), "\(row)")
                if let amount = row["amount"], amount != "" { #expect((Int(amount) ?? 0) >= 10_000, "\(row)") }
            }
        }
    }

    @Test func everyWeekBringsSixtyToNinetyNewOnes() throws {
        for (export, entity, column) in [(leads, "lead_id", "created_at"), (deals, "deal_id", "research_at")] {
            var seen: Set<String> = []
            var weeks: [Week: Int] = [:]
            for row in export.rows where seen.insert(row[entity] ?? "").inserted {
                weeks[Week(containing: try #require(LocalDate(row[column] ?? ""))), default: 0] += 1
            }
            #expect(weeks.count == 20)
            #expect(weeks.keys.max() == Week("2026-W47"))
            #expect(weeks.values.allSatisfy { (60...90).contains($0) }, "\(weeks)")
        }
    }

    @Test func sharesOfOldWeeksAreThoseOfTheStory() {
        let old = created(leads.rows, "created_at", "2026-07-06", "2026-09-20")
        #expect((0.52...0.62).contains(share(old, "mql_at", of: "created_at")))
        #expect((0.60...0.74).contains(share(old, "sal_at", of: "mql_at")))
        #expect((0.54...0.68).contains(share(old, "sql_at", of: "sal_at")))
        #expect((0.26...0.42).contains(share(old, "won_at", of: "sql_at")))
        let oldDeals = created(deals.rows, "research_at", "2026-07-06", "2026-09-20")
        #expect((0.56...0.68).contains(share(oldDeals, "evaluation_at", of: "research_at")))
        #expect((0.46...0.58).contains(share(oldDeals, "commitment_at", of: "evaluation_at")))
        #expect((0.64...0.80).contains(share(oldDeals, "won_at", of: "commitment_at")))
    }

    @Test func theNewestWeeksAreMostlyOpen() {
        func open(_ rows: [[String: String]]) -> Double {
            Double(rows.count { row in (leadOutcomes + ["won_at"]).allSatisfy { row[$0] == "" } }) / Double(rows.count)
        }
        let old = open(created(leads.rows, "created_at", "2026-07-06", "2026-09-20"))
        let new = open(created(leads.rows, "created_at", "2026-11-09", "2026-11-22"))
        #expect(old < 0.4)
        #expect(new > 0.6)
    }

    @Test func someComeRoundAgainAndSomeAcceptancesAreNotNoted() throws {
        let rounds = Dictionary(grouping: leads.rows) { $0["lead_id"] ?? "" }.values.filter { $0.count > 1 }
        #expect((20...150).contains(rounds.count))
        for rows in rounds {
            for (row, next) in zip(rows, rows.dropFirst()) {
                let back = try #require(LocalDate(row["recycled_at"] ?? ""))
                #expect(try #require(LocalDate(next["created_at"] ?? "")) > back)
            }
        }
        let forgotten = leads.rows.count { $0["sal_at"] == "" && $0["sql_at"] != "" }
        #expect((5...40).contains(forgotten))
    }

    @Test func sourcesConvertDifferentlyAndOwnersAreInitials() {
        func rate(_ source: String) -> Double {
            share(leads.rows.filter { $0["source"] == source }, "mql_at", of: "created_at")
        }
        #expect(rate("referral") > rate("organic") && rate("organic") > rate("ads"))
        #expect(Set(leads.rows.compactMap { $0["owner"] }) == ["EK", "DA", "MT", "SY"])
    }
}
