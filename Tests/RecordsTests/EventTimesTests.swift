import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct EventTimesTests {
    private func reading(
        _ times: [String],
        dates: String? = nil,
        year: Int? = nil,
        joined: Bool = false
    ) throws -> EventReading {
        let pattern = try dates.map { try #require(DatePattern($0)) }
        let format = TextFormat(zone: .utc, dates: pattern, year: year)
        let rows = times.enumerated().map { "\($0)," + (joined ? "\($0)" : "\"\($1)\"") + ",v\n" }
        let file = joined ? "user,key,event\n" : "user,time,event\n"
        let table = "key,time\n" + times.enumerated().map { "\($0),\"\($1)\"\n" }.joined()
        let join = try JoinedTable(Array(table.utf8), file: "t", key: "key", format: format)
        var reader = EventReader(
            columns: EventColumns(entity: "user", time: "time", event: "event"),
            format: format,
            joins: joined ? [Join(column: "key", table: join)] : []
        )
        try reader.read(Array((file + rows.joined()).utf8), file: "f")
        return reader.finish()
    }

    private func days(_ reading: EventReading) -> [String] {
        reading.table.times.map { "\(Zone.utc.local(Instant(microseconds: $0)).date)" }
    }

    @Test(arguments: [false, true])
    func theWholeColumnDecidesTheOrderOfDayAndMonth(joined: Bool) throws {
        let european = try reading(["03.11.2026", "04.11.2026", "17.11.2026", ""], joined: joined)
        #expect(days(european) == ["2026-11-03", "2026-11-04", "2026-11-17"])
        #expect(european.rejections.map(\.reason) == [.missingTime])
        let american = try reading(["11/3/26 14:05", "11/17/26 9:00"], joined: joined)
        #expect(days(american) == ["2026-11-03", "2026-11-17"])
        #expect(american.table.hasClockTimes)
    }

    @Test(arguments: [false, true])
    func anAmbiguousColumnIsAskedFor(joined: Bool) throws {
        let error = try #require(throws: RecordsError.self) {
            try reading(["01/02/2026", "02/01/2026"], joined: joined)
        }
        guard case .ambiguousDates("time", _, _) = error.kind else {
            Issue.record("\(error.kind)")
            return
        }
        #expect(error.position == SourcePosition(file: "f", line: 1, column: joined ? nil : 6))
        #expect(
            days(try reading(["01/02/2026", "02/01/2026"], dates: "D/M/YYYY", joined: joined)) == [
                "2026-02-01", "2026-01-02",
            ]
        )
    }

    @Test func aConfiguredPatternIsReadAndWhatItDoesNotReadIsRejected() throws {
        let reading = try reading(["17.11.2026", "11/17/2026"], dates: "DD.MM.YYYY")
        #expect(days(reading) == ["2026-11-17"])
        #expect(reading.rejections.map(\.reason) == [.badTime])
    }

    @Test func aPatternWithoutAYearNeedsOne() throws {
        #expect(throws: RecordsError.self) { try reading(["Sat, Oct 11", "Sun, Oct 12"]) }
        #expect(throws: RecordsError.self) { try reading(["Oct 11"], dates: "MMM D") }
        #expect(days(try reading(["Sat, Oct 11", "Sun, Oct 12"], year: 2014)) == ["2014-10-11", "2014-10-12"])
    }

    @Test func epochsAreFound() throws {
        #expect(
            try reading(["1794096000000", "1794182400000"]).table.times == [
                1_794_096_000_000_000, 1_794_182_400_000_000,
            ]
        )
    }

    @Test func aBadFirstTimeDoesNotHideISO() throws {
        let reading = try reading(["soon", "2026-11-09", "2026-11-10T10:00:00Z"])
        #expect(days(reading) == ["2026-11-09", "2026-11-10"])
        #expect(reading.rejections.map(\.reason) == [.badTime])
    }

    @Test func aHundredBadTimesDoNotEither() throws {
        let reading = try reading(Array(repeating: "soon", count: 150) + ["17.11.2026"])
        #expect(days(reading) == ["2026-11-17"])
        #expect(reading.tally.rejected == 150)
    }

    @Test func jsonIsDecidedLikewise() throws {
        var reader = EventReader(columns: EventColumns(entity: "u", time: "t"), format: TextFormat(zone: .utc))
        try reader.read(Array(#"[{"u":1,"t":"17\/11\/2026"},{"u":2,"t":"18\/11\/2026"}]"#.utf8), file: "f", event: "e")
        #expect(reader.finish().table.rowCount == 2)
        let error = try #require(throws: RecordsError.self) {
            try reader.read(Array(#"{"u":1,"t":"01/02/2026"}"#.utf8), file: "g", event: "e")
        }
        #expect(error.position == SourcePosition(file: "g", line: 1))
    }
}
