import Calendars
import Foundation
import Testing

@testable import Records

@Suite struct SpelledTimeTests {
    @Test(
        arguments: [
            ("2026-11-09", nil, nil),
            (" 2026-11-09\t", nil, nil),
            ("0001-01-01", nil, nil),
            ("9999-12-31", nil, nil),
            ("2024-02-29", nil, nil),
            ("2026-11-09T14:05", 50_700_000_000, nil),
            ("2026-11-09t14:05", 50_700_000_000, nil),
            ("2026-11-09 14:05", 50_700_000_000, nil),
            ("2026-11-09 14:05:06", 50_706_000_000, nil),
            ("2026-11-09 14:05:06.5", 50_706_500_000, nil),
            ("2026-11-09 14:05:06,5", 50_706_500_000, nil),
            ("2026-11-09 14:05:06.123456789", 50_706_123_456, nil),
            ("2026-11-09 14:05:06.99999999999999999999999999", 50_706_999_999, nil),
            ("2026-11-09 00:00:00", 0, nil),
            ("2026-11-09 23:59:59.999999", 86_399_999_999, nil),
            ("2026-11-09T14:05:06Z", 50_706_000_000, 0),
            ("2026-11-09T14:05:06z", 50_706_000_000, 0),
            ("2026-11-09T14:05Z", 50_700_000_000, 0),
            ("2026-11-09 14:05:06 UTC", 50_706_000_000, 0),
            ("2026-11-09 14:05:06UTC", 50_706_000_000, 0),
            ("2026-11-09 14:05:06 GMT", 50_706_000_000, 0),
            ("2026-11-09 14:05:06 Z", 50_706_000_000, 0),
            ("2026-11-09T14:05:06+03:00", 50_706_000_000, 10_800),
            ("2026-11-09T14:05:06+0300", 50_706_000_000, 10_800),
            ("2026-11-09T14:05:06+03", 50_706_000_000, 10_800),
            ("2026-11-09 14:05:06.5 +03:00", 50_706_500_000, 10_800),
            ("2026-11-09T14:05-05:30", 50_700_000_000, -19_800),
            ("2026-11-09T14:05:06-00:00", 50_706_000_000, 0),
            ("2026-11-09T14:05:06+18:00", 50_706_000_000, 64_800),
            ("2026-11-09T14:05:06-18", 50_706_000_000, -64_800),
        ] as [(String, Int64?, Int64?)]
    )
    func goodSpellings(text: String, clock: Int64?, offset: Int64?) throws {
        let time = try #require(spelled(text))
        #expect("\(time.date)" == text.trimmingCharacters(in: .whitespaces).prefix(10))
        #expect(time.clock == clock)
        #expect(time.offsetSeconds == offset)
    }

    @Test(arguments: [
        "", " ", "2026", "2026-11", "2026-11-9", "2026-1-09", "26-11-09", "20261109", "2026/11/09", "09.11.2026",
        "2026-11-31", "2026-02-29", "2026-00-01", "2026-13-01", "2026-01-00", "0000-01-01", "-026-01-01", "12026-01-01",
        "2026-11-09T", "2026-11-09 14", "2026-11-09T14:", "2026-11-09T14:5", "2026-11-09T1405", "2026-11-09  14:05",
        "2026-11-09_14:05", "2026-11-09T24:00", "2026-11-09T23:60", "2026-11-09T23:59:60", "2026-11-09T23:59:",
        "2026-11-09T23:59:5", "2026-11-09T23:59:59.", "2026-11-09T23:59:59.Z", "2026-11-09T23:59.5",
        "2026-11-09Z", "2026-11-09+03:00", "2026-11-09 UTC", "2026-11-09T14:05  Z", "2026-11-09T14:05ZZ",
        "2026-11-09T14:05 utc", "2026-11-09T14:05 UTC+3", "2026-11-09T14:05 EST", "2026-11-09T14:05+",
        "2026-11-09T14:05+3", "2026-11-09T14:05+3:00", "2026-11-09T14:05+03:", "2026-11-09T14:05+03:0",
        "2026-11-09T14:05+03:60", "2026-11-09T14:05+18:01", "2026-11-09T14:05+19", "2026-11-09T14:05+03:00:00",
        "2026-11-09T14:05−03:00", "2026-11-09T14:05:06 PM", "1762700706000", "2026-W46-1", "2026-313", "yesterday",
        "２０２６-11-09", "2026-11-09\u{A0}14:05", "2026-11-09 14:05\0",
    ])
    func badSpellings(text: String) {
        #expect(spelled(text) == nil)
    }

    @Test func everySpellingOfARandomInstantComesBackAsFoundationReadsIt() throws {
        var random = SeededRandom(seed: 11)
        var clock = ZoneClock(.utc)
        for _ in 0..<20_000 {
            // From 1600 on: before the reform of 1582 Foundation counts by the Julian calendar.
            let seconds = Int64.random(in: -11_676_096_000...253_402_300_799, using: &random)
            let offset = Int64.random(in: -64_000...64_000, using: &random) / 900 * 900
            let day = try #require(TimeZone(secondsFromGMT: Int(offset)))
            let date = Date(timeIntervalSince1970: Double(seconds))
            let style = Date.ISO8601FormatStyle(timeZone: day)
            let text = date.formatted(style.timeZoneSeparator(Bool.random(using: &random) ? .colon : .omitted))
            if text.utf8.count > 25 { continue }
            let time = try #require(spelled(text), "\(text)")
            #expect(clock.microseconds(of: time) == seconds * 1_000_000, "\(text)")
        }
    }

    @Test func theCalendarIsGregorianFromItsFirstDayToItsLast() throws {
        var clock = ZoneClock(.utc)
        func seconds(_ text: String) throws -> Int64 {
            clock.microseconds(of: try #require(spelled(text))) / 1_000_000
        }
        #expect(try seconds("0001-01-01T00:00Z") == -62_135_596_800)
        #expect(try seconds("1582-10-14T00:00Z") == seconds("1582-10-15T00:00Z") - 86_400)
        #expect(try seconds("9999-12-31T23:59:59Z") == 253_402_300_799)
    }

    @Test func whatFoundationReadsStrictlyIsReadTheSame() throws {
        var random = SeededRandom(seed: 12)
        var clock = ZoneClock(.utc)
        let style = Date.ISO8601FormatStyle()
        for _ in 0..<5_000 {
            let parts = [0...13, 0...32, 0...25, 0...60, 0...59].map { Int.random(in: $0, using: &random) }
            let digits = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }
            let year = 2000 + Int.random(in: 0...99, using: &random)
            let text = "\(year)-\(digits[0])-\(digits[1])T\(digits[2]):\(digits[3]):\(digits[4])Z"
            guard let time = spelled(text) else {
                let isOrdinary = (1...12).contains(parts[0]) && (1...28).contains(parts[1]) && parts[2] < 24
                #expect(!(isOrdinary && parts[3] < 60), "\(text)")
                continue
            }
            let date = try style.parse(text)
            #expect(clock.microseconds(of: time) == Int64(date.timeIntervalSince1970) * 1_000_000, "\(text)")
        }
    }
}

@Suite struct ZoneClockTests {
    @Test(arguments: [
        "Europe/Istanbul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
    ])
    func rememberedHoursChangeNoResult(name: String) throws {
        let zone = try #require(Zone(named: name))
        var clock = ZoneClock(zone)
        let first = try #require(LocalDate("2015-01-01"))
        for day in 0..<1_500 {
            for minutes in stride(from: 0, to: 1440, by: 15) {
                let date = first.advanced(by: day * 3)
                let clockTime = Int64(minutes) * 60_000_000 + Int64(day)
                let time = try #require(spelled("\(date)")).at(clockTime)
                let expected = zone.instant(on: date, microseconds: clockTime).microseconds
                guard clock.microseconds(of: time) == expected else {
                    Issue.record("\(date), minute \(minutes)")
                    return
                }
            }
        }
    }

    @Test func theSpringGapMovesForwardAndTheAutumnHourIsTheFirst() throws {
        var clock = ZoneClock(try #require(Zone(named: "Europe/Berlin")))
        func instant(_ text: String) throws -> Int64 {
            clock.microseconds(of: try #require(spelled(text)))
        }
        for _ in 0..<2 {
            #expect(try instant("2026-03-29 02:30") == instant("2026-03-29T03:30+02:00"))
            #expect(try instant("2026-10-25 02:30") == instant("2026-10-25T02:30+02:00"))
            #expect(try instant("2026-10-25 03:00") == instant("2026-10-25T03:00+01:00"))
        }
    }
}

private func spelled(_ text: String) -> SpelledTime? { SpelledTime(Array(text.utf8).span) }

extension SpelledTime {
    fileprivate func at(_ clock: Int64) -> SpelledTime {
        var copy = self
        copy.clock = clock
        return copy
    }
}
