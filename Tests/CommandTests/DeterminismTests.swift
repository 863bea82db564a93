import Foundation
import Testing

/// The same site gives the same bytes, wherever and by whomever it is built.
@Suite struct DeterminismTests {
    private static let weeks = ["b": Site.week(1, from: 19), "a": Site.week(0, from: 19), "ı": Site.week(2, from: 19)]

    /// A site with its data in three files, written in the order of `names`.
    private func site(_ names: [String]) throws -> Site {
        let site = try Site()
        try site.remove("content/data/visits.csv")
        for name in names { try site.write(Site.header + (Self.weeks[name] ?? ""), to: "content/data/\(name).csv") }
        try site.write(Site.header + "=x,2026-11-06 09:00,visit,İnternet,ipad\n,,,,x\n", to: "content/data/z.csv")
        return site
    }

    @Test func zoneLocaleFolderAndOrderOnTheDiskDoNotMatter() throws {
        let plain = try site(["a", "b", "ı"])
        try plain.run("build", environment: ["TZ": "UTC", "LANG": "C"]).expectSuccess()
        let other = try site(["ı", "b", "a"])
        let environment = [
            "TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr",
        ]
        try other.run("build", "-r", other.folder, in: "/", environment: environment).expectSuccess()
        let (here, there) = (try plain.snapshot(), try other.snapshot())
        #expect(here.keys.sorted() == there.keys.sorted())
        let different = here.keys.filter { here[$0] != there[$0] }.sorted()
        #expect(different.isEmpty)
        let numbers = try plain.run("metrics", "--format", "json").output
        #expect(try other.run("metrics", "--format", "json", environment: environment).output == numbers)
    }

    @Test(.enabled(if: ClockShift.library != nil, "no C compiler"), arguments: [-850_000_000, 450_000_000])
    func theDayOfTheBuildDoesNotMatter(_ seconds: Int) throws {
        let environment = ["LD_PRELOAD": ClockShift.library ?? "", "HUNI_CLOCK_SHIFT": "\(seconds)"]
        try #require(try ClockShift.year(environment) != ClockShift.year([:]), "the clock was not moved")
        let (today, then) = (try site(["a", "b", "ı"]), try site(["a", "b", "ı"]))
        try today.run("build", "--quiet").expectSuccess()
        try then.run("build", "--quiet", environment: environment).expectSuccess()
        let isSame = try today.snapshot() == then.snapshot()
        #expect(isSame)
    }

    @Test func secondBuildWritesNothing() throws {
        let site = try Site()
        try site.run("build").expectSuccess()
        let second = try site.run("build")
        #expect(second.output.contains("wrote    0 files, "))
        #expect(second.output.contains(" unchanged, 0 deleted → output\n"))
    }

    @Test func lineEndsAndByteOrderMarkDoNotMatter() throws {
        let (unix, dos) = (try Site(), try Site())
        try dos.write(
            "\u{FEFF}" + Site.rows.replacingOccurrences(of: "\n", with: "\r\n"),
            to: "content/data/visits.csv"
        )
        try unix.run("build").expectSuccess()
        try dos.run("build").expectSuccess()
        let isSame = try unix.snapshot() == dos.snapshot()
        #expect(isSame)
    }
}
