import Calendars
import Foundation
import Testing

@Suite struct CalendarsTests {
    @Test func everyDayAgreesWithThePlatformsCalendar() throws {
        var iso = Calendar(identifier: .iso8601)
        iso.timeZone = .gmt
        let first = try #require(LocalDate(year: 1899, month: 12, day: 25))
        for offset in stride(from: 0, to: 74_000, by: 7) {
            let date = first.advanced(by: offset + offset / 7 % 7)
            let noon = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 43_200)
            let parts = iso.dateComponents(
                [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear],
                from: noon
            )
            #expect([date.parts.year, date.parts.month, date.parts.day] == [parts.year, parts.month, parts.day])
            #expect(date.weekday == ((parts.weekday ?? 0) + 5) % 7)
            let week = Week(containing: date).yearAndWeek
            #expect([week.year, week.week] == [parts.yearForWeekOfYear, parts.weekOfYear])
            #expect(LocalDate(year: date.parts.year, month: date.parts.month, day: date.parts.day) == date)
        }
    }

    @Test(arguments: ["2026-02-30", "2025-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01 ", "2026/01/01"])
    func noSuchDate(text: String) {
        #expect(LocalDate(text) == nil)
    }

    @Test func weeksAreNamedByTheirIsoYear() throws {
        #expect("\(Week(containing: try #require(LocalDate("2026-11-22"))))" == "2026-W47")
        #expect("\(Week(containing: try #require(LocalDate("2027-01-03"))))" == "2026-W53")
        #expect(Week("2026-W53")?.monday == LocalDate("2026-12-28"))
        #expect(Week("2026-W54") == nil)
        #expect(Week("2025-W53") == nil)
        #expect(Week("2026-W00") == nil)
        #expect(Week("2026-47") == nil)
    }
}

@Suite struct ZoneTests {
    let berlin: Zone
    let istanbul: Zone

    init() throws {
        berlin = try #require(Zone(named: "Europe/Berlin"))
        istanbul = try #require(Zone(named: "Europe/Istanbul"))
    }

    @Test func aTimeInTheSpringGapMovesForwardByTheGap() throws {
        let date = try #require(LocalDate("2026-03-29"))
        let gap = berlin.instant(on: date, microseconds: 9_000_000_000)
        #expect(berlin.timestamp(gap) == "2026-03-29T03:30:00+02:00")
    }

    @Test func aTimeThatComesTwiceIsTheFirst() throws {
        let date = try #require(LocalDate("2026-10-25"))
        #expect(berlin.timestamp(berlin.instant(on: date, microseconds: 9_000_000_000)) == "2026-10-25T02:30:00+02:00")
        #expect(berlin.timestamp(berlin.instant(on: date, microseconds: 10_800_000_000)) == "2026-10-25T03:00:00+01:00")
    }

    @Test func weeksAreCutByTheLocalClock() throws {
        let line = Timeline.instants(istanbul)
        let week = try #require(Week("2026-W47"))
        #expect(istanbul.timestamp(Instant(microseconds: line.start(of: week))) == "2026-11-16T00:00:00+03:00")
        #expect(line.week(at: line.start(of: week)) == week)
        #expect(line.week(at: line.start(of: week) - 1) == week.advanced(by: -1))
    }

    @Test func shiftingKeepsTheClockTimeOverTheEndOfSummerTime() throws {
        let line = Timeline.instants(berlin)
        let monday = line.start(of: try #require(LocalDate("2026-10-26")))
        #expect(line.shift(monday, days: -7) == line.start(of: try #require(LocalDate("2026-10-19"))))
        #expect(monday - line.shift(monday, days: -7) == 7 * microsecondsADay + 3_600_000_000)
    }

    @Test func localDaysHave24HoursWhateverTheClocksDid() throws {
        let line = Timeline.localDays(berlin)
        let sunday = try #require(LocalDate("2026-10-25"))
        #expect(line.start(of: sunday.advanced(by: 1)) - line.start(of: sunday) == microsecondsADay)
        let evening = berlin.instant(on: sunday, microseconds: 80_000_000_000)
        #expect(line.position(of: evening) == line.start(of: sunday))
    }

    @Test func instantsBefore1970HaveTheirLocalDay() throws {
        let date = try #require(LocalDate("1969-12-31"))
        #expect(Zone.utc.local(Instant(microseconds: -1)).date == date)
    }

    @Test func onlyIanaNamesAreZones() {
        #expect(Zone(named: "Europe/Istanbull") == nil)
        #expect(Zone(named: "UTC")?.name == "UTC")
    }
}
