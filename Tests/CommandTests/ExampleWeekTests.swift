import Foundation
import Testing

/// A week more of the living example's data, built by the real program: the diff that its owner reads on a Monday.
@Suite struct ExampleWeekTests {
    /// What tells of all weeks and so changes with each.
    private static let lists = [
        "index.html", "archive/index.html", "stages/index.html", "activity/index.html", "pipeline/index.html",
        "tests/index.html", "feed.xml", "sitemap.xml",
    ]
    /// Folders every page of which is of all weeks.
    private static let running = ["channels/", "by/", "funnels/", "data/", "measures/"]

    @Test
    func changesWhatTheContractNamesAndNothingElse() throws {
        let site = try Self.example()
        let newest = try #require(try Self.weeks(of: try site.run("metrics", "--format", "json", "--quiet")).last)
        let (last, before) = (try #require(newest.sunday), try #require(newest.sundayBefore))
        try site.run("build", "--quiet", "--as-of", before).expectSuccess()
        let young = try Self.weeks(of: try site.run("metrics", "--format", "json", "--as-of", before))
        let old = try site.snapshot()
        try site.run("build", "--quiet", "--as-of", last).expectSuccess()
        let new = try site.snapshot()
        #expect(old.keys.allSatisfy { new.keys.contains($0) }, "a file is gone")

        let changed = Set(new.keys.filter { new[$0] != old[$0] }.map(Self.withoutLanguage)).subtracting([
            "huni.manifest"
        ])
        let weeks = changed.filter { $0.hasPrefix("weeks/") }
        let maturing = young.filter { !$0.isMatured }.map(\.name)
        let expected = Set((maturing + [young.last?.name ?? "", newest.name]).map { "weeks/\($0)/index.html" })
        #expect(weeks.filter { $0.hasSuffix("index.html") } == expected)
        #expect(weeks.allSatisfy { path in expected.contains { path.hasPrefix($0.dropLast("index.html".count)) } })

        let others = changed.subtracting(weeks).filter { path in
            !Self.lists.contains(path) && !Self.running.contains { path.hasPrefix($0) } && !Self.isStage(path)
                && !path.hasPrefix(".")
        }
        #expect(others.isEmpty, "\(others.sorted())")
        for kept in ["method/index.html", "glossary/index.html", "404.html", "style.css"] {
            #expect(!changed.contains(kept))
        }
    }

    /// The rows that came on Tuesday are those of people who filled in a form on Saturday, from a letter.
    @Test func theClosedWeekIsWhatWasPublishedBeforeTheLateRowsCame() throws {
        let site = try Self.example()
        let published = try site.text("content/closed/2026-W42.json")
        let late = /[^,]*,2026-10-17T[^,]*,(signup|guide),email,.*/
        let rows = try site.text("content/data/web/2026-W42.csv").split(separator: "\n")
        let inTime = rows.filter { $0.wholeMatch(of: late) == nil }
        #expect(rows.count - inTime.count == 11)
        try site.write(inTime.joined(separator: "\n") + "\n", to: "content/data/web/2026-W42.csv")
        try site.run("close", "2026-W42", "--force", "--quiet", "--as-of", "2026-10-18").expectSuccess()
        #expect(try site.text("content/closed/2026-W42.json") == published)
    }

    @Test(arguments: ["2026-W43", "2026-W44", "2026-W45", "2026-W46"])
    func theOtherClosedWeeksStandAsTheyWerePublished(week: String) throws {
        let site = try Self.example()
        let published = try site.text("content/closed/\(week).json")
        let sunday = try #require(Self.sunday(of: week, 0))
        try site.run("close", week, "--force", "--quiet", "--as-of", sunday).expectSuccess()
        #expect(try site.text("content/closed/\(week).json") == published)
    }

    /// A stage's own page, or that of a play that was started, which tells what happened since; others stay as they are.
    private static func isStage(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard parts.first == "stages", parts.last == "index.html" else { return false }
        return parts.count == 3 || started.contains(String(parts.dropLast().joined(separator: "/")))
    }

    private static let started: Set<String> = [
        "stages/decision/first-three-letters", "stages/purchase/two-screen-checkout",
        "stages/purchase/weekly-trial-order", "stages/sal/one-working-day",
    ]

    private static func withoutLanguage(_ path: String) -> String {
        path.hasPrefix("en/") ? String(path.dropFirst(3)) : path
    }

    /// The living example without what is built of it.
    private static func example() throws -> Site {
        let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        let site = try Site([:])
        for name in ["huni.yaml", "content"] {
            try FileManager.default.copyItem(at: home.appending(path: name), to: URL(filePath: site.path(name)))
        }
        return site
    }

    private struct NamedWeek {
        var name: String
        var isMatured: Bool
        /// The last day of the week, and that of the one before.
        var sunday: String?
        var sundayBefore: String?
    }

    /// The weeks of all funnels by week of entry; one has matured if it has in all of them.
    private static func weeks(of run: Run) throws -> [NamedWeek] {
        try run.expectSuccess()
        let funnels = try #require(try run.json()["funnels"] as? [[String: Any]])
        var matured: [String: Bool] = [:]
        for funnel in funnels where funnel["view"] as? String == "cohort" {
            for week in funnel["weeks"] as? [[String: Any]] ?? [] {
                let stages = week["stages"] as? [[String: Any]] ?? []
                let isMatured = stages.allSatisfy { $0["matured"] as? Bool == true }
                if let name = week["week"] as? String { matured[name] = (matured[name] ?? true) && isMatured }
            }
        }
        return matured.sorted { $0.key < $1.key }.map { name, isMatured in
            NamedWeek(name: name, isMatured: isMatured, sunday: sunday(of: name, 0), sundayBefore: sunday(of: name, -1))
        }
    }

    private static func sunday(of week: String, _ weeks: Int) -> String? {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        let parts = week.split(separator: "-W").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        let day = DateComponents(weekday: 1, weekOfYear: parts[1] + weeks, yearForWeekOfYear: parts[0])
        return calendar.date(from: day)?.formatted(.iso8601.year().month().day())
    }
}
