import Calendars
import Diagnostics
import Foundation
import Funnel
import JSONText
import Records
import Settings
import Testing

@testable import Report

/// A closed week counted again with the rows before the same instant.
struct ClosedWeekTests {
    /// A source and its funnel with the files of two builds: then, when the week was closed, and now.
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var settings: String
        var files: [String: String]
        var added: [String: String]
        var asOf = "2026-11-15"
        var laterAsOf = "2026-11-20"
        /// What is said: by view, the changed stages' counts then and now, and the late rows. `nil`: nothing.
        var expected: [View: Expected]

        struct Expected: Equatable {
            var lateRows: Int
            var changes: [String: [Int?]]
        }
    }

    static let cases: [Case] = [
        Case(
            testDescription: "late rows of events are restated in both views",
            settings: events,
            files: ["web": rows],
            added: ["web": "u9,2026-11-10 09:00,visit\nu9,2026-11-11 09:00,signup\n"],
            expected: [
                .cohort: .init(lateRows: 2, changes: ["visit": [3, 4], "signup": [1, 2]]),
                .activity: .init(lateRows: 2, changes: ["visit": [3, 4], "signup": [1, 2]]),
            ]
        ),
        Case(
            testDescription: "growth after as-of is maturing, not restated",
            settings: events,
            files: ["web": rows],
            added: ["web": "u2,2026-11-16 09:00,signup\nu8,2026-11-17 09:00,visit\n"],
            expected: [:]
        ),
        Case(
            testDescription: "a conversion that came late in a later week is restated in the cohort view alone",
            settings: events,
            files: ["web": rows],
            added: ["web": "u2,2026-11-17 09:00,signup\n"],
            asOf: "2026-11-18",
            expected: [.cohort: .init(lateRows: 1, changes: ["signup": [1, 2]])]
        ),
        Case(
            testDescription: "data that end before the published ones are not compared",
            settings: events,
            files: ["web": rows + "u2,2026-11-17 09:00,signup\n"],
            added: ["web": "u9,2026-11-10 09:00,visit\n"],
            asOf: "2026-11-18",
            laterAsOf: "2026-11-15",
            expected: [:]
        ),
        Case(
            testDescription: "records that were changed are restated without late rows",
            settings: records,
            files: ["crm": "d1,2026-11-09,,,\nd2,2026-11-10,2026-11-12,,\n"],
            added: ["crm": "=d1,2026-11-09,2026-11-13,,\nd2,2026-11-10,2026-11-12,2026-11-18,\n"],
            expected: [
                .cohort: .init(lateRows: 0, changes: ["offer": [1, 2], "won": [0, 0]]),
                .activity: .init(lateRows: 0, changes: ["offer": [1, 2], "won": [0, 0]]),
            ]
        ),
        Case(
            testDescription: "counts that were mended are restated in the activity view",
            settings: counts,
            files: ["shop": "2026-11-09,100,10\n2026-11-10,100,12\n"],
            added: ["shop": "2026-11-11,50,5\n2026-11-17,70,7\n"],
            expected: [.activity: .init(lateRows: 1, changes: ["view": [200, 250], "buy": [22, 27]])]
        ),
        Case(
            testDescription: "a record that joins a visitor afterwards is restated in the joined funnel",
            settings: joined,
            files: [
                "web": visitsWithLeads,
                "crm": "d1,2026-11-10,,,L1\n",
            ],
            added: ["crm": "d2,2026-11-11,,,L2\n"],
            expected: [
                .cohort: .init(lateRows: 1, changes: ["lead": [1, 2], "offer": [0, 0]]),
                .activity: .init(lateRows: 1, changes: ["lead": [1, 2], "offer": [0, 0]]),
            ]
        ),
    ]

    @Test(arguments: cases) func isHeldAgainstTheSameInstant(_ sample: Case) throws {
        let published = try report(sample.files, sample, asOf: sample.asOf, closing: Self.week)
        let text = try published.closing(Self.week).json(zone: published.zone).text()
        let now = try report(
            sample.files.merging(sample.added) { $1.hasPrefix("=") ? String($1.dropFirst()) : $0 + $1 },
            sample,
            asOf: sample.laterAsOf,
            closed: text
        )
        let funnel = try #require(now.funnels.last)
        let told = funnel.restatements.map { restatement in
            let changes = restatement.changed.map { ($0.published.id, [$0.published.count, $0.now.count]) }
            return (
                restatement.view,
                Case.Expected(lateRows: restatement.lateRows, changes: Dictionary(uniqueKeysWithValues: changes))
            )
        }
        #expect(Dictionary(uniqueKeysWithValues: told) == sample.expected)
    }

    @Test(arguments: cases) func theSameRowsAreNoRestatementAtAnyLaterDate(_ sample: Case) throws {
        let published = try report(sample.files, sample, asOf: sample.asOf, closing: Self.week)
        let text = try published.closing(Self.week).json(zone: published.zone).text()
        for asOf in [sample.asOf, "2026-11-22", "2026-12-31"] {
            let now = try report(sample.files, sample, asOf: asOf, closed: text)
            #expect(now.funnels.flatMap(\.restatements).isEmpty)
        }
    }

    @Test func anotherWindowIsAWarningAndNoRestatement() throws {
        let sample = Self.cases[0]
        let published = try report(sample.files, sample, asOf: sample.asOf, closing: Self.week)
        let text = try published.closing(Self.week).json(zone: published.zone).text()
        var changed = sample
        changed.settings = sample.settings.replacing("window: 14d", with: "window: 7d")
        let now = try report(
            ["web": Self.rows + "u9,2026-11-10 09:00,visit\n"],
            changed,
            asOf: "2026-11-20",
            closed: text
        )
        #expect(now.funnels.flatMap(\.restatements).isEmpty)
        #expect(
            now.closingWarnings.map { "\($0)".prefix(70) } == [
                "content/closed/2026-W46.json:5:5: warning: funnel 'journey' had anothe"
            ]
        )
    }

    @Test(arguments: [
        ("{", "content/closed/2026-W46.json:2:1: error: broken YAML:"),
        ("[]", "content/closed/2026-W46.json:1:1: error: expected an object with schema, week, funnels"),
        (
            #"{"schema": 2, "week": "2026-W46", "funnels": []}"#,
            "content/closed/2026-W46.json:1:12: error: schema 2 is not known"
        ),
        (
            #"{"schema": 1, "week": "2026-W45", "funnels": []}"#,
            "content/closed/2026-W46.json:1:23: error: the file's name and its week are not the same"
        ),
        (
            #"{"schema": 1, "week": "2026-W46", "funnels": 3}"#,
            "content/closed/2026-W46.json:1:46: error: 'funnels' must be a list"
        ),
    ])
    func brokenFileIsAnErrorAtItsPlace(_ text: String, _ expected: String) throws {
        expectFailure(text, expected)
    }

    @Test(arguments: [
        ("\"journey\"", "\"jorney\"", "6:13: error: no such funnel 'jorney'\n  Did you mean 'journey'?"),
        ("\"signup\"", "\"sign\"", "15:18: error: no such stage 'sign'"),
        ("\"count\": 3", "\"count\": -3", "14:36: error: '-3' is no count"),
        ("\"1/3\"", "\"1:3\"", "15:80: error: '1:3' is no pair such as 121/1000"),
        ("\"first\"", "\"frist\"", "8:17: error: 'frist' is no cohort rule"),
        ("T00:00:00+03:00", "", "7:16: error: '2026-11-16' is no instant such as 2026-11-16T00:00:00+03:00"),
        ("\"rows\"", "\"row\"", "error: unknown key 'row'"),
    ])
    func unknownNameIsAnErrorAtItsPlace(_ old: String, _ new: String, _ expected: String) throws {
        let sample = Self.cases[0]
        let published = try report(sample.files, sample, asOf: sample.asOf, closing: Self.week)
        let text = try published.closing(Self.week).json(zone: published.zone).text()
        try #require(text.contains(old), "\(text)")
        let range = try #require(text.range(of: old))
        expectFailure(text.replacingCharacters(in: range, with: new), expected)
    }

    @Test func namesAWeekThatIsNotOver() throws {
        let sample = Self.cases[0]
        let running = try report(sample.files, sample, asOf: "2026-11-12", closing: Self.week)
        let failure = #expect(throws: Failure.self) { try running.closing(Self.week) }
        #expect(
            failure?.diagnostics.map { "\($0)" } == [
                "error: week 2026-W46 is not over: the data of funnel 'journey' end on 2026-11-12\n"
                    + "  Wait for the rows up to 2026-11-15, or close 2026-W45."
            ]
        )
    }

    private func expectFailure(_ text: String, _ expected: String) {
        let sample = Self.cases[0]
        let failure = #expect(throws: Failure.self) {
            try report(sample.files, sample, asOf: sample.asOf, closed: text)
        }
        let told = (failure?.diagnostics ?? []).map { "\($0)" }
        #expect(told.contains { $0.contains(expected) }, "\(told)")
    }

    private func report(
        _ files: [String: String],
        _ sample: Case,
        asOf: String,
        closing: Week? = nil,
        closed: String? = nil
    ) throws -> Report {
        let settings = try Settings(yaml: Self.head + sample.settings, file: "huni.yaml")
        let path = ClosedWeek.path(of: Self.week)
        return try ReportMaker(
            settings,
            lastDay: LocalDate(asOf),
            closed: closed.map { [ClosedFile(path: path, bytes: Array($0.utf8))] } ?? [],
            closing: closing
        )
        .report { source in
            let header = Self.headers[source.id] ?? ""
            let text = files[source.id] ?? ""
            let bytes = Array((text.hasPrefix("entity,") ? text : header + text).utf8)
            return SourceFiles([DataFile(path: "\(source.id).csv", bytes: bytes)])
        }
    }
}
