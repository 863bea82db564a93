import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct RecordReaderTests {
    private static let stages = ["lead", "mql", "sal", "won"]
    private static let outcomes = ["lost", "recycled"]
    private static let longColumns = RecordColumns(
        entity: "id",
        stages: stages.map { RecordColumns.StageColumn(id: $0) },
        outcomes: outcomes.map { RecordColumns.StageColumn(id: $0) },
        amount: "amount",
        long: RecordColumns.LongColumns(stage: "stage", time: "at")
    )

    /// Rounds are made up, written as rows in any order with faulty rows between, and have to come back.
    @Test func madeUpRoundsAreReadBackFromShuffledRows() throws {
        var random = SeededRandom(seed: 41)
        for _ in 0..<400 {
            var made = MadeRounds()
            for entity in 0..<Int.random(in: 1...4, using: &random) { made.addEntity(entity, &random) }
            let rows = made.rows.shuffled(using: &random)
            let file = (["id,stage,at,amount"] + rows).joined(separator: "\n")
            var reader = RecordReader(columns: Self.longColumns, format: TextFormat(zone: .utc))
            try reader.read(Array(file.utf8), file: "f")
            let reading = try reader.finish()
            #expect(Set(reading.table.summaries) == Set(made.rounds), "\(file)")
            #expect(reading.table.count == made.rounds.count)
            #expect(reading.tally.rejected == made.faults && reading.tally.read == rows.count)
            #expect(reading.table.rowCounts.reduce(0, +) == reading.tally.accepted)
        }
    }

    @Test func roundsOfOneEntityNeverOverlapAndItsFirstRowIsKept() throws {
        var random = SeededRandom(seed: 42)
        let columns = RecordColumns(
            entity: "id",
            stages: [
                RecordColumns.StageColumn(id: "lead", date: "lead"), RecordColumns.StageColumn(id: "won", date: "won"),
            ],
            outcomes: [RecordColumns.StageColumn(id: "recycled", date: "recycled")]
        )
        for _ in 0..<1_000 {
            let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                let cells = (0..<3).map { _ in
                    Bool.random(using: &random) ? "2026-11-0\(Int.random(in: 1...9, using: &random))" : ""
                }
                return (["a", "b", ""].randomElement(using: &random) ?? "") + "," + cells.joined(separator: ",")
                    + ",row"
            }
            var reader = RecordReader(columns: columns, format: TextFormat(zone: .utc))
            try reader.read(Array((["id,lead,won,recycled,row"] + rows).joined(separator: "\n").utf8), file: "f")
            let (table, tally) = (try reader.finish().table, try reader.finish().tally)
            #expect(tally.read == rows.count && table.count == tally.accepted)
            #expect(table.entityCount == Set(rows.compactMap { $0.first == "," ? nil : $0.first }).count)
            for entity in Set(table.entities) { checkRounds(of: entity, in: table, rows) }
        }
    }

    private func checkRounds(of entity: Int32, in table: RecordTable, _ rows: [String]) {
        let rounds = (0..<table.count).filter { table.entities[$0] == entity }
        let begins = rounds.map { row -> Int64? in
            let times = table.reached.compactMap { if case .at(let time) = $0[row] { time } else { nil } }
            return times.min() ?? table.endings[row]?.time
        }
        let ordered = rounds.indices.sorted { (begins[$0] ?? .max, rounds[$0]) < (begins[$1] ?? .max, rounds[$1]) }
        for (earlier, later) in zip(ordered, ordered.dropFirst()) {
            let end = table.endings[rounds[earlier]]?.time
            #expect(end != nil && end ?? .max <= begins[later] ?? .max, "\(rows)")
        }
        let name = rows[table.rows[rounds[0]].line - 2].first
        #expect(rows.firstIndex { $0.first == name } == table.rows[rounds[0]].line - 2)
    }

    @Test func severalFilesAreDecidedTogether() throws {
        let columns = RecordColumns(entity: "id", stages: [RecordColumns.StageColumn(id: "lead", date: "created")])
        var reader = RecordReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(Array("id,created\na,01/02/2026\n".utf8), file: "1.csv")
        try reader.read(Array("created;id\n13/02/2026;b\n".utf8), file: "2.csv")
        #expect(try reader.finish().table.lines == ["#0 lead=2026-02-01 @2 ×1", "#1 lead=2026-02-13 @2 ×1"])
        #expect(try reader.finish().table.rows.map(\.file) == ["1.csv", "2.csv"])
    }

    @Test func theErrorStandsAtTheColumnsNameInTheFirstFile() throws {
        let columns = RecordColumns(entity: "id", stages: [RecordColumns.StageColumn(id: "lead", date: "created")])
        var reader = RecordReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(Array("# a title\n\nid,created\na,01/02/2026\n".utf8), file: "1.csv")
        let error = try #require(throws: RecordsError.self) { try reader.finish() }
        #expect(error.position == SourcePosition(file: "1.csv", line: 3, column: 4))
    }

    @Test func messagesNeverNameTheEntity() throws {
        var reader = RecordReader(columns: Self.longColumns, format: TextFormat(zone: .utc))
        let rows = ["secret-1,secret-1,2026-11-09,1", "secret-2,lead,secret-2,1", "secret-3,lead,2026-11-09,secret-3"]
        let twice = ["secret-4,lead,2026-11-09,", "secret-4,lead,2026-11-10,"]
        try reader.read(Array((["id,stage,at,amount"] + rows + twice).joined(separator: "\n").utf8), file: "f")
        let rejections = try reader.finish().rejections
        #expect(rejections.count == 4)
        #expect(!rejections.map { "\($0) \($0.diagnostic)" }.joined().contains("secret"))
    }

    @Test func aWordThatIsNoStageComesWithTheNearestThatIs() throws {
        var reader = RecordReader(columns: Self.longColumns, format: TextFormat(zone: .utc))
        try reader.read(Array("id,stage,at,amount\na,recycle,2026-11-09,\n".utf8), file: "f")
        let diagnostic = try #require(try reader.finish().rejections.first?.diagnostic)
        #expect("\(diagnostic)" == "f:2:3: warning: “recycle” is no stage\n  Did you mean “recycled”?")
    }
}

/// Rounds made up by chance, and the rows that tell of them.
private struct MadeRounds {
    var rows: [String] = []
    var rounds: [String] = []
    var faults = 0

    mutating func addEntity(_ entity: Int, _ random: inout SeededRandom) {
        var day = 0
        var isOpen = true
        while isOpen {
            var round = "e\(entity):"
            let depth = Int.random(in: 1...4, using: &random)
            for (index, stage) in ["lead", "mql", "sal", "won"].prefix(depth).enumerated() {
                if index > 0, Int.random(in: 0..<4, using: &random) == 0 { continue }
                day += Int.random(in: 1...5, using: &random)
                add(entity, stage, day)
                round += " \(stage)\(day)"
                if Int.random(in: 0..<6, using: &random) == 0 { addFault(entity, stage, day + 1, &random) }
                day += 1
            }
            let outcome = ["", "lost", "recycled"].randomElement(using: &random) ?? ""
            isOpen = outcome == "recycled" && day < 60
            if !outcome.isEmpty {
                day += 1
                add(entity, outcome, day)
                round += " !\(outcome)\(day)"
                if !isOpen, Bool.random(using: &random) {
                    add(entity, "mql", day + 1)
                    faults += 1
                }
            }
            rounds.append(round)
        }
    }

    private mutating func add(_ entity: Int, _ stage: String, _ day: Int) {
        rows.append("e\(entity),\(stage),\(LocalDate(dayNumber: day)),\(entity)")
    }

    private mutating func addFault(_ entity: Int, _ stage: String, _ day: Int, _ random: inout SeededRandom) {
        let date = LocalDate(dayNumber: day)
        let faulty = [
            "e\(entity),\(stage),\(date),", ",\(stage),\(date),", "e\(entity),,\(date),", "e\(entity),nothing,\(date),",
            "e\(entity),\(stage),,", "e\(entity),\(stage),soon,", "e\(entity),\(stage),\(date),x",
            "e\(entity),\(stage)",
        ]
        rows.append(faulty.randomElement(using: &random) ?? "")
        faults += 1
    }
}

extension RecordTable {
    /// A round each, in the form of `MadeRounds`; the entity by its amount.
    fileprivate var summaries: [String] {
        (0..<count).map { row in
            var words = ["e\(Int(amounts[row] ?? -1)):"]
            for (stage, reached) in zip(stages, reached) {
                if case .at(let time) = reached[row] { words.append("\(stage)\(time / 86_400_000_000)") }
            }
            if let ending = endings[row], let time = ending.time {
                words.append("!\(outcomes[ending.outcome])\(time / 86_400_000_000)")
            }
            return words.joined(separator: " ")
        }
    }
}
