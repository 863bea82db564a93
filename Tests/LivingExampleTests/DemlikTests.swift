import Calendars
import Foundation
import LivingExample
import Testing

@Suite struct DemlikTests {
    @Test func tellingTwiceGivesTheSameBytes() {
        #expect(Demlik().files.map(\.bytes) == wholeDemlik.files.map(\.bytes))
    }

    /// A deliberate change of the story changes this number, and the committed files with it.
    @Test func bytesAreThoseOfEveryMachine() {
        #expect(fnv1a(wholeDemlik.files.flatMap(\.bytes)) == 0x2F0F_85F5_65CE_0885)
    }

    @Test func committedFilesAreWhatTheGeneratorGives() throws {
        let folder = packageRoot.appending(path: "content/data")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "web").path).sorted()
        #expect(names == demlik.files.map { "\($0.week).csv" })
        for (path, bytes) in wholeDemlik.files {
            let committed = try Data(contentsOf: folder.appending(path: path))
            #expect(committed == Data(bytes), "\(path): run generate-example and commit what it writes")
        }
    }

    @Test func itIsThirtyWeeksInAboutFourMegabytes() {
        #expect(demlik.files.count == 30)
        #expect(demlik.files.first?.week == Week("2026-W18"))
        #expect(demlik.files.last?.week == Week("2026-W47"))
        #expect(wholeDemlik.files.map(\.bytes.count).reduce(0, +) < 4_400_000)
    }

    @Test func eachFileHoldsItsOwnWeekSortedByTimeThenPerson() throws {
        for (week, rows) in demlikRows {
            let keys = rows.map { $0.time + $0.person }
            #expect(keys == keys.sorted())
            #expect(Set(keys).count == keys.count)
            let monday = "\(week.monday)T00:00:00"
            let sunday = "\(week.sunday)T23:59:59"
            #expect(rows.allSatisfy { (monday...sunday).contains($0.time) && $0.time.count == 19 })
        }
    }

    @Test func nothingHappensAfterTheLastSunday() throws {
        let last = try #require(demlikRows.last).rows
        #expect(last.allSatisfy { $0.time <= "2026-11-22T23:59:59" })
        #expect(last.contains { $0.time.hasPrefix("2026-11-22") })
    }

    @Test func rowsAndNewVisitorsOfAWeekAreInTheirRange() {
        var seen: Set<String> = []
        for (week, rows) in demlikRows {
            let newcomers = Set(rows.map(\.person)).subtracting(seen)
            seen.formUnion(newcomers)
            #expect((850...1350).contains(newcomers.count), "\(week)")
            #expect((1400...2900).contains(rows.count), "\(week)")
        }
    }

    /// Those whose visit the broken tag of 2026-W39 lost begin with what they did next.
    @Test func everybodyBeginsWithAVisit() {
        var seen: Set<String> = []
        let first = demlikRows.flatMap(\.rows).filter { seen.insert($0.person).inserted }
        let others = first.filter { $0.event != "visit" }
        #expect(others.count < 120)
        #expect(others.allSatisfy { $0.time > "2026-09-22" })
    }

    @Test func eventsChannelsAndDevicesAreTheSitesOwn() {
        let rows = demlikRows.flatMap(\.rows)
        #expect(Set(rows.map(\.event)) == ["visit", "signup", "guide", "sample", "order", "quote"])
        #expect(Set(rows.map(\.channel)) == ["organic", "ads", "email", "social", "referral"])
        #expect(Set(rows.map(\.device)) == ["mobile", "desktop"])
    }

    @Test func weekendsAndAugustAreQuieter() {
        let days = Dictionary(grouping: demlikRows.flatMap(\.rows)) { $0.time.prefix(10) }
        func rows(_ first: String, _ last: String) -> Int {
            days.filter { (first...last).contains(String($0.key)) }.values.map(\.count).reduce(0, +)
        }
        for (week, _) in demlik.files where "\(week)" != "2026-W39" {
            let saturday = "\(week.sunday.advanced(by: -1))"
            let daily = rows("\(week.monday)", "\(week.sunday)") / 7
            #expect(rows(saturday, "\(week.sunday)") / 2 < daily)
        }
        #expect(rows("2026-08-01", "2026-08-28") < rows("2026-07-04", "2026-07-31"))
        #expect(rows("2026-08-01", "2026-08-28") < rows("2026-09-05", "2026-10-02"))
    }
}
