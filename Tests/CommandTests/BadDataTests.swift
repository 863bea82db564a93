import Foundation
import Testing

/// What is wrong in data of every form: each with its place and what to do, nothing lost, nothing counted twice.
@Suite struct BadDataTests {
    private static let site = "version: 1\nsite: { title: Small, time_zone: UTC, languages: [en] }\n"

    private static func records(_ columns: String, stages: String = "{ lead: lead_at, won: won_at }") -> String {
        site + """
            sources:
              crm: { form: records, files: data.csv, columns: \(columns), stages: \(stages), outcomes: { recycled: back_at } }
            funnels:
              - { id: f, source: crm, stages: [{ id: lead }, { id: won }] }

            """
    }

    private static let longRecords =
        site + """
            sources:
              crm:
                form: records
                files: data.csv
                columns: { entity: id, stage: stage, time: at }
            funnels:
              - { id: f, source: crm, stages: [{ id: lead }, { id: won }] }

            """

    private static let counts =
        site + """
            sources:
              c: { form: counts, files: data.csv, columns: { date: day }, stages: { a: A, b: B } }
            funnels:
              - { id: f, source: c, stages: [{ id: a }, { id: b }] }

            """

    private static let weeklyCounts = counts.replacing("date: day", with: "week: day")

    private static let events =
        site + """
            sources:
              web: { form: events, files: data.csv, columns: { entity: id, time: at, event: what } }
            funnels:
              - { id: f, source: web, stages: [{ id: a }, { id: b }] }

            """

    private static let joined = records("{ entity: id }", stages: "{ lead: lead_at, won: won_at }")
        .replacing("outcomes: { recycled: back_at }", with: "join: [ { file: deals.csv, key: id } ]")

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var configuration: String
        var data: String
        /// What the complaint begins with, and what its remedy holds.
        var complaint: String
        var remedy: String
        /// The source's row account.
        var account: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a quote that is never closed",
            configuration: events,
            data: "id,at,what\n1,2026-11-02,a\n2,\"2026-11-02,a\n3,2026-11-02,b\n",
            complaint: "data.csv:3:3: warning: ",
            remedy: "quote",
            account: "3 rows = 2 used + 0 other + 0 after as-of + 1 rejected"
        ),
        Case(
            name: "a negative count",
            configuration: counts,
            data: "day,A,B\n2026-11-02,10,-1\n2026-11-03,10,1\n",
            complaint: "data.csv:2:15: warning: ",
            remedy: "0",
            account: "2 rows = 1 used + 0 other + 0 after as-of + 1 rejected"
        ),
        Case(
            name: "a fractional count",
            configuration: counts,
            data: "day,A,B\n2026-11-02,10.5,1\n2026-11-03,10,1\n",
            complaint: "data.csv:2:12: warning: ",
            remedy: "whole",
            account: "2 rows = 1 used + 0 other + 0 after as-of + 1 rejected"
        ),
        Case(
            name: "an unknown stage",
            configuration: longRecords,
            data: "id,stage,at\n1,lead,2026-11-02\n1,wonn,2026-11-03\n",
            complaint: "data.csv:3:3: warning: ",
            remedy: "won",
            account: "2 rows = 1 used + 0 other + 0 after as-of + 1 rejected"
        ),
        Case(
            name: "two dates of one stage",
            configuration: longRecords,
            data: "id,stage,at\n1,lead,2026-11-02\n1,lead,2026-11-04\n",
            complaint: "data.csv:3",
            remedy: "recycled",
            account: "2 rows = 1 used + 0 other + 0 after as-of + 1 rejected"
        ),
        Case(
            name: "an entity twice",
            configuration: records("{ entity: id }"),
            data: "id,lead_at,won_at,back_at\n1,2026-11-02,,\n1,2026-11-04,2026-11-05,\n",
            complaint: "data.csv:3:1: warning: ",
            remedy: "recycled",
            account: "2 rows = 1 used + 0 other + 0 after as-of + 1 rejected"
        ),
        Case(
            name: "a week that no year has",
            configuration: weeklyCounts,
            data: "day,A,B\n2026-W53,10,1\n2026-W54,10,1\n",
            complaint: "data.csv:3:1: warning: ",
            remedy: "2026-W07",
            account: "2 rows = 1 used + 0 other + 0 after as-of + 1 rejected"
        ),
    ]

    @Test(arguments: cases)
    func aFaultyRowIsRejectedWithItsPlaceAndTheOthersCount(example: Case) throws {
        let site = try Site(["huni.yaml": example.configuration, "data.csv": example.data])
        let run = try site.run("build")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.hasPrefix(example.complaint), "\(run.errors)")
        let remedy = run.errors.split(separator: "\n").dropFirst().first { $0.hasPrefix("  ") } ?? ""
        #expect(!remedy.isEmpty && remedy.contains(example.remedy), "\(run.errors)")
        #expect(run.output.contains(example.account), "\(run.output)")
        #expect(try site.run("build", "--strict").status == 1)
    }

    @Test func aKeyOfAJoinedTableThatStandsTwiceCountsOnce() throws {
        let site = try Site([
            "huni.yaml": Self.joined, "data.csv": "id,lead_at\n1,2026-11-02\n2,2026-11-03\n",
            "deals.csv": "id,won_at\n1,2026-11-04\n1,2026-11-05\n",
        ])
        let run = try site.run("build")
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("deals.csv:3:1: warning: "), "\(run.errors)")
        #expect(try site.run("metrics").output.contains("total"))
        #expect(try site.run("metrics", "--format", "csv").output.contains("total,,,won,1,"))
        #expect(try site.run("build", "--strict").status == 1)
        let rejected = site.path("rejected.csv")
        #expect(try site.run("build", "--rejected", rejected).status == 0)
        #expect(try site.text("rejected.csv").contains("deals.csv,3,1,duplicate-key"))
    }

    @Test func aCellThatIsNotUTF8IsRejectedAndTheEncodingsKeyIsNamed() throws {
        let site = try Site(["huni.yaml": Self.events])
        try site.write(
            bytes: Array("id,at,what\n1,2026-11-02,a\n".utf8) + [0x32, 0xE7] + Array(",2026-11-02,a\n".utf8),
            to: "data.csv"
        )
        let run = try site.run("build")
        #expect(run.errors.hasPrefix("data.csv:3:1: warning: "))
        #expect(run.errors.contains("encoding:"))
        #expect(run.output.contains("2 rows = 1 used + 0 other + 0 after as-of + 1 rejected"))
    }

    @Test func aGzipThatIsCutOffFailsTheBuildAndTheOutputStays() throws {
        let site = try Site(["huni.yaml": Self.events, "data.csv": "id,at,what\n1,2026-11-02,a\n"])
        #expect(try site.run("build").status == 0)
        let before = try site.snapshot()
        let whole: [UInt8] = [
            0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb, 0x4c, 0xd1, 0x49, 0x2c, 0xd1, 0x29, 0xcf,
        ]
        try site.write(bytes: whole, to: "data.csv")
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("data.csv"), "\(run.errors)")
        #expect(run.errors.contains("error: ") && run.errors.contains("gzip"))
        #expect(try site.snapshot() == before)
    }
}
