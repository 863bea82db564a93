import Calendars
import Funnel
import Records
import Testing

@Suite struct DataEndTests {
    private func date(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }
    private func time(_ text: String) throws -> Int64 {
        Timeline.instants(.utc).start(of: try date(text))
    }

    @Test func recordsEndWithTheLatestStageOrOutcome() throws {
        let rows = [
            RecordRow(entity: 0, stages: [.at(try time("2026-11-02")), .undated]),
            RecordRow(
                entity: 1,
                stages: [.at(try time("2026-11-01")), .no],
                ending: RecordTable.Ending(outcome: 0, time: try time("2026-11-09"))
            ),
        ]
        #expect(DataEnd(of: RecordTable(rows), in: .utc) == .lastDay(try date("2026-11-09")))
        #expect(DataEnd(of: RecordTable([rows[0]]), in: .utc) == .lastDay(try date("2026-11-02")))
        #expect(DataEnd(of: RecordTable([]), in: .utc) == .noRows)
    }

    @Test func oneDateFarAheadIsDoubtful() throws {
        let rows = ["2026-11-02", "2026-11-10"].map { RecordRow(entity: 0, stages: [.at((try? time($0)) ?? 0), .no]) }
        let doubtful = DataEnd.doubtful(last: try date("2026-11-10"), before: try date("2026-11-02"))
        #expect(DataEnd(of: RecordTable(rows), in: .utc) == doubtful)
    }

    @Test(arguments: [(false, "2026-11-09"), (true, "2026-11-15")])
    func rowsOfWeeksStandUntilTheirSunday(isWeekly: Bool, end: String) throws {
        let days = [try date("2026-11-02"), try date("2026-11-09")]
        let counts = CountTable(stages: ["a"], isWeekly: isWeekly, days: days, counts: [[1, nil]])
        #expect(DataEnd(of: counts) == .lastDay(try date(end)))
        let measures = MeasureTable(
            names: ["opens"],
            isWeekly: isWeekly,
            rows: days.map { MeasureTable.Row(day: $0, name: 0, value: 1) },
            days: days
        )
        #expect(DataEnd(of: measures) == .lastDay(try date(end)))
    }

    @Test func aMissingWeekMakesTheLastDoubtful() throws {
        let days = [try date("2026-11-02"), try date("2026-11-16")]
        let counts = CountTable(stages: ["a"], isWeekly: true, days: days, counts: [[1, 2]])
        #expect(DataEnd(of: counts) == .doubtful(last: try date("2026-11-22"), before: try date("2026-11-08")))
    }
}
