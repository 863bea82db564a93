import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct CountReaderTests {
    private static let wide = CountColumns(
        day: "day",
        stages: .columns([
            CountColumns.StageHeader(id: "visit", header: "v"), CountColumns.StageHeader(id: "click", header: "c"),
        ]),
        properties: ["channel"]
    )
    private static let long = CountColumns(
        day: "day",
        stages: .rows(
            stage: "stage",
            count: "n",
            stages: [CountColumns.StageWords(id: "visit"), CountColumns.StageWords(id: "click", words: ["Click"])]
        ),
        properties: ["channel"]
    )

    /// What the slow way gives: for every day, variant and channel, the sums as strings.
    private struct Oracle {
        var cells: [String: [Int?]] = [:]
        var rejected = 0

        mutating func add(_ key: String, _ stage: Int, _ count: Int?) {
            var counts = cells[key] ?? [nil, nil]
            if let count { counts[stage] = (counts[stage] ?? 0) + count }
            cells[key] = counts
        }
    }

    @Test func wideRowsAreAddedUpAsTheOracleAddsThem() throws {
        var random = SeededRandom(seed: 51)
        for _ in 0..<1_500 {
            var oracle = Oracle()
            var reader = CountReader(columns: Self.wide, format: TextFormat(zone: .utc))
            var read = 0
            for variant in ["a", "b"] {
                var lines = ["row,day,channel,v,c"]
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    let day = ["2026-11-09", "2026-11-10", "", "x"].randomElement(using: &random) ?? ""
                    let channel = ["ads", "mail", ""].randomElement(using: &random) ?? ""
                    let counts = (0..<2).map { _ in
                        ["", "0", "3", "1,200", "-1", "1.5"].randomElement(using: &random) ?? ""
                    }
                    lines.append("row,\(day),\(channel)," + counts.map { "\"\($0)\"" }.joined(separator: ","))
                    read += 1
                    if day.count < 10 || counts.contains("-1") || counts.contains("1.5") {
                        oracle.rejected += 1
                        continue
                    }
                    for (stage, count) in counts.enumerated() {
                        oracle.add("\(day) \(variant) \(channel)", stage, Int(count.replacing(",", with: "")))
                    }
                }
                try reader.read(Array(lines.joined(separator: "\n").utf8), file: variant, variant: variant)
            }
            try check(reader, oracle, read)
        }
    }

    @Test func longRowsAreAddedUpAndFilledAsTheOracleDoes() throws {
        var random = SeededRandom(seed: 52)
        for _ in 0..<1_500 {
            var oracle = Oracle()
            var reader = CountReader(columns: Self.long, format: TextFormat(zone: .utc))
            var read = 0
            for variant in ["a", "b"] {
                var lines = ["day,channel,stage,n"]
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    let day = ["2026-11-09", "2026-11-10"].randomElement(using: &random) ?? ""
                    let channel = ["ads", "mail", ""].randomElement(using: &random) ?? ""
                    let stage = ["visit", "Click", "click", ""].randomElement(using: &random) ?? ""
                    let count = ["", "0", "3", "12", "-1"].randomElement(using: &random) ?? ""
                    lines.append("\(day),\(channel),\(stage),\(count)")
                    read += 1
                    if count == "-1" || !["visit", "Click"].contains(stage) {
                        oracle.rejected += 1
                    } else {
                        oracle.add("\(day) \(variant) \(channel)", stage == "visit" ? 0 : 1, Int(count))
                    }
                }
                try reader.read(Array(lines.joined(separator: "\n").utf8), file: variant, variant: variant)
            }
            for (key, counts) in oracle.cells {
                let day = key.split(separator: " ").prefix(2)
                let sameDay = oracle.cells.filter { $0.key.split(separator: " ").prefix(2) == day }
                let filled = (0..<2).map { stage in
                    counts[stage] ?? (sameDay.values.contains { $0[stage] != nil } ? 0 : nil)
                }
                oracle.cells[key] = filled
            }
            try check(reader, oracle, read)
        }
    }

    private func check(_ reader: CountReader, _ oracle: Oracle, _ read: Int) throws {
        let reading = try reader.finish()
        let table = reading.table
        var cells: [String: [Int?]] = [:]
        for row in 0..<table.count {
            let words = [table.columns["variant"], table.columns["channel"]].map { $0?.word(at: row) ?? "" }
            cells["\(table.days[row]) \(words[0]) \(words[1])"] = table.counts.map { $0[row] }
        }
        #expect(cells == oracle.cells && table.count == cells.count)
        #expect(reading.tally.read == read && reading.tally.rejected == oracle.rejected)
        #expect(table.rowCounts.reduce(0, +) == reading.tally.accepted)
    }

    @Test func withoutVariantsThereIsNoSuchColumn() throws {
        var reader = CountReader(columns: Self.wide, format: TextFormat(zone: .utc))
        try reader.read(Array("day,channel,v,c\n2026-11-09,,1,1\n".utf8), file: "f")
        #expect(try reader.finish().table.columns.keys.sorted() == ["channel"])
    }

    @Test func aTimeWithAnOffsetIsOfTheDayInTheFormatsZone() throws {
        let istanbul = TextFormat(zone: try #require(Zone(named: "Europe/Istanbul")))
        var reader = CountReader(columns: Self.wide, format: istanbul)
        let rows = "2026-11-09T22:00Z,,1,\n2026-11-09T20:00Z,,2,\n2026-11-09 23:00,,4,\n"
        try reader.read(Array(("day,channel,v,c\n" + rows).utf8), file: "f")
        #expect(
            try reader.finish().table.lines == [
                "2026-11-10 visit=1 click=— channel=— ×1", "2026-11-09 visit=6 click=— channel=— ×2",
            ]
        )
    }

    @Test func aWeekThatThereIsNotSaysSo() throws {
        let columns = CountColumns(day: "w", isWeekly: true, stages: .columns([.init(id: "visit", header: "v")]))
        var reader = CountReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(Array("w,v\n2026-W54,1\n2026-11-10,1\n".utf8), file: "f")
        let messages = try reader.finish().rejections.map { "\($0.diagnostic)" }
        #expect(
            messages == [
                """
                f:2:1: warning: “2026-W54” is a week that there is not
                  Weeks are written like 2026-W07; a year has 52 of them or 53.
                """,
                """
                f:3:1: warning: no week begins on 2026-11-10, a Tuesday
                  Give the Monday of the week; read: { week_starts: sunday } is for weeks named by their Sunday.
                """,
            ]
        )
    }
}

@Suite struct MeasureReaderTests {
    @Test func everyRowIsUsedOrRejectedAndEveryValueComesBack() throws {
        var random = SeededRandom(seed: 61)
        let columns = MeasureColumns(day: "day", layout: .columns(["a", "b"]))
        for _ in 0..<1_000 {
            var lines = ["row,day,a,b"]
            var expected: [String] = []
            var rejected = 0
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                let day = ["2026-11-09", "", "x"].randomElement(using: &random) ?? ""
                let values = (0..<2).map { _ in ["", "1", "2.5", "-3", "x"].randomElement(using: &random) ?? "" }
                lines.append("row,\(day),\(values[0]),\(values[1])")
                if day.count < 10 || values.contains("x") {
                    rejected += 1
                } else {
                    for (name, value) in zip(["a", "b"], values) {
                        if let value = Double(value) { expected.append("\(day) \(name)=\(value)") }
                    }
                }
            }
            var reader = MeasureReader(columns: columns, format: TextFormat(zone: .utc))
            let text = lines.joined(separator: "\n")
            try reader.read(Array(text.utf8), file: "f")
            let reading = try reader.finish()
            #expect(reading.table.lines == expected, "\(text)")
            #expect(reading.tally.rejected == rejected && reading.table.days.count == reading.tally.accepted)
            #expect(reading.tally.read == lines.count - 1)
        }
    }
}

@Suite struct FormsInJSONTests {
    @Test func aPointInAJSONNumberIsItsDecimalSign() throws {
        let columns = MeasureColumns(day: "day", layout: .columns(["value"]))
        var reader = MeasureReader(columns: columns, format: TextFormat(zone: .utc))
        let rows = #"{"day":"2026-11-09","value":1.234}"# + "\n" + #"{"day":"2026-11-10","value":2.5e-1}"#
        try reader.read(Array(rows.utf8), file: "f.ndjson")
        #expect(try reader.finish().table.lines == ["2026-11-09 value=1.234", "2026-11-10 value=0.25"])
    }

    @Test func aPropertyThatNoFileHasIsMissing() throws {
        let stages = CountColumns.Stages.columns([.init(id: "visit", header: "n")])
        let columns = CountColumns(day: "day", stages: stages, properties: ["page", "city"])
        var reader = CountReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(Array(#"[{"day":"2026-11-09","n":1,"pages":"a"}]"#.utf8), file: "1.json")
        try reader.read(Array(#"[{"day":"2026-11-09","n":1}]"#.utf8), file: "2.json")
        let error = try #require(throws: RecordsError.self) { try reader.finish() }
        #expect(
            error.diagnostics.map(\.message) == [
                "no column “page”, which is asked for as the property",
                "no column “city”, which is asked for as the property",
            ]
        )
        #expect(error.diagnostics.first?.remedy == "Did you mean “pages”?")
        try reader.read(Array(#"[{"day":"2026-11-09","n":1,"page":"a","city":"b"}]"#.utf8), file: "3.json")
        #expect(try reader.finish().table.rowCounts == [2, 1])
    }

    @Test func ambiguousDatesInJSONAreAskedForAtTheFile() throws {
        let columns = RecordColumns(entity: "id", stages: [RecordColumns.StageColumn(id: "lead", date: "at")])
        var reader = RecordReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(Array(#"[{"id":"a","at":"01/02/2026"}]"#.utf8), file: "f.json")
        let error = try #require(throws: RecordsError.self) { try reader.finish() }
        #expect(error.position == SourcePosition(file: "f.json", line: 1))
    }
}
