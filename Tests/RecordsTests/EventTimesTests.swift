import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct EventTimesTests {
    private func reading(_ times: [String]..., format: TextFormat = TextFormat(zone: .utc)) throws -> EventReading {
        var reader = EventReader(columns: EventColumns(entity: "user", time: "time"), format: format)
        for (file, times) in times.enumerated() {
            let rows = times.enumerated().map { "u\($0),\($1)\n" }.joined()
            try reader.read(Array(("user,time\n" + rows).utf8), file: "\(file).csv")
        }
        return try reader.finish()
    }

    private func dates(_ table: EventTable) -> [String] {
        table.times.map { "\(Zone.utc.local(Instant(microseconds: $0)).date)" }
    }

    @Test(arguments: [
        (["13/02/2014", "01/02/2014"], ["2014-02-13", "2014-02-01"]),
        (["1700000000", "1700086400"], ["2023-11-14", "2023-11-15"]),
        (["1700000000123"], ["2023-11-14"]), (["22 Kasım 2026", "1 ARALIK 2026"], ["2026-11-22", "2026-12-01"]),
        (["20261109"], ["2026-11-09"]),
    ])
    func timesAreReadAsTheWholeColumnSays(times: [String], expected: [String]) throws {
        let reading = try reading(times)
        #expect(dates(reading.table) == expected)
        #expect(reading.tally.rejected == 0)
    }

    @Test func allFilesDecideTogether() throws {
        let reading = try reading(["01/02/2014"], ["13/02/2014 10:00"])
        #expect(dates(reading.table) == ["2014-02-01", "2014-02-13"])
        #expect(reading.table.hasClockTimes)
    }

    @Test func aConfiguredPatternIsUsedAlone() throws {
        let format = TextFormat(zone: .utc, dates: DatePattern("D/M/YYYY"))
        let reading = try reading(["01/02/2014", "02/13/2014", "2014-02-01", "soon", "02/03/2014"], format: format)
        #expect(dates(reading.table) == ["2014-02-01", "2014-03-02"])
        #expect(reading.rejections.map { $0.position.line } == [3, 4, 5])
    }

    @Test func timesThatMayBeTwoThingsAreAskedForAtTheHeader() throws {
        let error = try #require(throws: RecordsError.self) { try reading(["01/02/2014"], ["05/06/2014"]) }
        #expect(error.position == SourcePosition(file: "0.csv", line: 1, column: 6))
        let remedy = #"Say which: read: { dates: "D/M/YYYY" }, or read: { dates: "M/D/YYYY" }."#
        #expect(error.diagnostics.first?.remedy == remedy)
    }

    @Test func timesWithoutAYearAreAskedForOne() throws {
        let error = try #require(throws: RecordsError.self) { try reading(["Sat-Oct-11"]) }
        #expect(error.kind == .datesWithoutYear(column: "time", pattern: "ddd-MMM-D"))
        let dated = try reading(["Sat-Oct-11"], format: TextFormat(zone: .utc, year: 2014))
        #expect(dates(dated.table) == ["2014-10-11"])
        let format = TextFormat(zone: .utc, dates: DatePattern("ddd-MMM-D"))
        #expect(throws: RecordsError.self) { try reading(["Sat-Oct-11"], format: format) }
    }

    @Test func besideISOTheFewOthersAreRejectedInTheirPlaces() throws {
        let reading = try reading(["soon", "2026-11-09", "13/02/2014"], ["2026-11-10", "never", "2026-11-11"])
        #expect(dates(reading.table) == ["2026-11-09", "2026-11-10", "2026-11-11"])
        let places = reading.rejections.map { "\($0.position) \($0.reason.rawValue)" }
        #expect(places == ["0.csv:2:4 bad-time", "0.csv:4:4 bad-time", "1.csv:3:4 bad-time"])
        #expect(reading.table.entityCount == 3 && reading.table.entities == [0, 1, 2])
        #expect(reading.tally.read == 6)
    }

    @Test func besideAFoundPatternISOIsReadToo() throws {
        let reading = try reading(["13/02/2014", "14/02/2014", "2014-02-01"])
        #expect(dates(reading.table) == ["2014-02-13", "2014-02-14", "2014-02-01"])
    }

    @Test func rejectedRowsLeaveNoWordsAndNoEntities() throws {
        var reader = EventReader(
            columns: EventColumns(entity: "user", time: "time", event: "event", properties: ["city"]),
            format: TextFormat(zone: .utc)
        )
        let rows = "z,soon,lost,Ordu\na,2026-11-09,visit,Van\nz,2026-11-10,visit,\n"
        try reader.read(Array(("user,time,event,city\n" + rows).utf8), file: "f")
        let table = try reader.finish().table
        #expect(table.entities == [0, 1] && table.entityCount == 2)
        #expect(table.columns["event"] == CodedColumn(codes: [0, 0], words: ["visit"]))
        #expect(table.columns["city"] == CodedColumn(codes: [0, -1], words: ["Van"]))
        try reader.read(Array("user,time,event,city\nb,2026-11-11,visit,Van\n".utf8), file: "g")
        #expect(try reader.finish().table.entities == [0, 1, 2])
    }

    @Test func randomColumnsAddUp() throws {
        var random = SeededRandom(seed: 71)
        let words = [
            "2026-11-09", "13/02/2014", "01/02/2014", "02/14/2014", "soon", "", "1700000000", "9.11.2026 10:00",
        ]
        for _ in 0..<3_000 {
            let times = (0..<Int.random(in: 0...6, using: &random)).map { _ in words.randomElement(using: &random) ?? ""
            }
            do throws(RecordsError) {
                var reader = EventReader(
                    columns: EventColumns(entity: "user", time: "time"),
                    format: TextFormat(zone: .utc)
                )
                let rows = times.enumerated().map { "u\($0),\($1)\n" }.joined()
                try reader.read(Array(("user,time\n" + rows).utf8), file: "f")
                let reading = try reader.finish()
                #expect(reading.tally.read == times.count && reading.tally.rejected == reading.rejections.count)
                #expect(reading.table.rowCount == reading.table.entityCount)
                #expect(!reading.table.times.contains(0))
            } catch {
                #expect(error.diagnostics.first?.remedy?.hasPrefix("Say which") == true, "\(times)")
            }
        }
    }
}
