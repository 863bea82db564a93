import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct EventReaderTests {
    let columns = EventColumns(entity: "user", time: "time", event: "event")

    private func reading(
        _ files: String...,
        columns: EventColumns? = nil,
        format: TextFormat = TextFormat(zone: .utc)
    ) throws -> EventReading {
        var reader = EventReader(columns: columns ?? self.columns, format: format)
        for (index, file) in files.enumerated() { try reader.read(Array(file.utf8), file: "\(index).csv") }
        return try reader.finish()
    }

    @Test func severalFilesBecomeOneTable() throws {
        let reading = try reading(
            "user,time,event\na,2026-11-09,visit\nb,2026-11-09,visit\n",
            "event;user;time\r\nsignup;b;2026-11-10\r\nvisit;c;soon\r\n"
        )
        #expect(reading.table.entities == [0, 1, 1])
        #expect(reading.table.entityCount == 2)
        #expect(reading.table.columns["event"] == CodedColumn(codes: [0, 0, 1], words: ["visit", "signup"]))
        #expect(reading.rejections.map(\.position) == [SourcePosition(file: "1.csv", line: 3, column: 9)])
        #expect(reading.tally.read == 4)
    }

    @Test func datesOnlyMeansThatNoAcceptedRowHadAClock() throws {
        #expect(try reading("user,time,event\na,2026-11-09,v\nb,2026-11-10,v\n").table.hasClockTimes == false)
        #expect(try reading("user,time,event\na,2026-11-09,v\nb,2026-11-10 00:00,v\n").table.hasClockTimes)
        #expect(try reading("user,time,event\na,2026-11-09,v\n,2026-11-10 10:00,v\n").table.hasClockTimes == false)
        #expect(try reading("").table.hasClockTimes == false)
    }

    @Test func aDateIsItsMidnightInTheFormatsZone() throws {
        let istanbul = TextFormat(zone: try #require(Zone(named: "Europe/Istanbul")))
        let table = try reading("user,time,event\na,1970-01-02,v\na,1970-01-02 02:00,v\n", format: istanbul).table
        #expect(table.times == [79_200_000_000, 86_400_000_000])
    }

    @Test func theFileMayBeTheEvent() throws {
        var reader = EventReader(columns: EventColumns(entity: "id", time: "date"), format: TextFormat(zone: .utc))
        try reader.read(Array("id,date\n1,2026-11-09\n2,2026-11-09\n".utf8), file: "home.csv", event: "home")
        try reader.read(Array("id,date\n".utf8), file: "cart.csv", event: "cart")
        try reader.read(Array("date,id\n2026-11-09,2\n".utf8), file: "pay.csv", event: "payment")
        let table = try reader.finish().table
        #expect(table.columns == ["event": CodedColumn(codes: [0, 0, 1], words: ["home", "payment"])])
        #expect(table.entities == [0, 1, 1])
    }

    @Test func withoutAnEventThereIsNoEventColumn() throws {
        let bare = EventColumns(entity: "user", time: "time", properties: ["event"])
        let table = try reading("user,time,event\na,2026-11-09,v\n", columns: bare).table
        #expect(table.columns == ["event": CodedColumn(codes: [0], words: ["v"])])
        let barest = EventColumns(entity: "user", time: "time")
        #expect(try reading("user,time\na,2026-11-09\n", columns: barest).table.columns.isEmpty)
    }

    @Test func theEventColumnHasOneNameWhateverItsHeader() throws {
        let columns = EventColumns(entity: "who", time: "when", event: "what", properties: ["where"])
        let table = try reading("who,when,what,where\na,2026-11-09,v,\n", columns: columns).table
        #expect(table.columns.keys.sorted() == ["event", "where"])
        #expect(table.columns["where"] == CodedColumn(codes: [-1], words: []))
    }

    @Test(arguments: [
        EventColumns(entity: "user", time: "user", event: "event"),
        EventColumns(entity: "user", time: "time", event: "event", properties: ["user"]),
        EventColumns(entity: "user", time: "time", event: "what", properties: ["event"]),
        EventColumns(entity: "user", time: "time", event: "event", properties: ["city", "city"]),
    ])
    func aColumnHasOneRole(columns: EventColumns) throws {
        let error = #expect(throws: RecordsError.self) {
            try reading("user,time,event,what,city\n", columns: columns)
        }
        guard case .columnAskedForTwice = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aMissingColumnCarriesTheHeaderAndSuggestsTheNearestName() throws {
        let error = try #require(throws: RecordsError.self) { try reading("usr,time, event \n") }
        let wanted = RecordsError.WantedColumn(name: "user", role: .entity)
        #expect(error.kind == .missingColumns([wanted], header: ["usr", "time", "event"]))
        #expect(error.diagnostics.map(\.remedy) == ["Did you mean “usr”?"])
        #expect(error.position == SourcePosition(file: "0.csv", line: 1))
    }

    @Test(arguments: ["jane,2026-11-09,visit\n", "jane@example.org,soon,visit\n"])
    func aFileWithoutAHeaderIsToldWithoutItsFirstRow(file: String) throws {
        let error = try #require(throws: RecordsError.self) { try reading(file) }
        #expect(error.diagnostics.count == 3)
        #expect(error.diagnostics.allSatisfy { $0.remedy?.hasPrefix("The first line seems to hold data") == true })
        #expect(!error.diagnostics.map { "\($0)" }.joined().contains("jane"))
    }

    @Test func aBlankNameFindsNoColumn() throws {
        let blank = EventColumns(entity: "", time: "time")
        #expect(throws: RecordsError.self) { try reading("time,\n2026-11-09\n", columns: blank) }
    }

    @Test func aFileThatCannotBeReadLeavesNothingBehind() throws {
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(Array("user,time,event\na,2026-11-09,visit\n".utf8), file: "1.csv")
        #expect(throws: RecordsError.self) { try reader.read(Array("user,time\nb,2026-11-09\n".utf8), file: "2.csv") }
        try reader.read(Array("user,time,event\nc,2026-11-09,\n".utf8), file: "3.csv")
        #expect(try reader.finish().table.entities == [0, 1])
        #expect(try reader.finish().tally.read == 2)
    }

    @Test func aGivenDelimiterIsNotLookedFor() throws {
        let format = TextFormat(zone: .utc, delimiter: UInt8(ascii: "^"))
        #expect(try reading("user^time^event\na,b^2026-11-09^v\n", format: format).table.rowCount == 1)
        #expect(throws: RecordsError.self) { try reading("user,time,event\n", format: format) }
    }

    @Test func theTallyNamesTheFirstOfEachReasonTheMostFrequentFirst() throws {
        let reading = try reading(
            "user,time,event\na,x,v\n,2026-11-09,v\na,y,v\na,2026-11-09,v\na,,v\n,2026-11-09,v\na,\"z\"z,v\na,w,v\n"
        )
        let groups = reading.tally.groups.map { "\($0.reason.rawValue) \($0.count) \($0.first.position)" }
        #expect(
            groups == [
                "bad-time 3 0.csv:2:3", "missing-entity 2 0.csv:3:1", "text-after-quote 1 0.csv:8:6",
                "missing-time 1 0.csv:6:3",
            ]
        )
        #expect((reading.tally.read, reading.tally.accepted, reading.tally.rejected) == (8, 1, 7))
    }

    @Test func messagesSayWhereAndWhyButNotWho() throws {
        let reading = try reading(
            "user,time,event\nsecret-7,secret-7 x,v\nsecret-8,13/13/2026,v\nsecret-9,2026-11-09\n"
        )
        let messages = reading.rejections.map { "\($0.diagnostic)" }.joined(separator: "\n")
        #expect(!messages.contains("secret"))
        #expect(messages.contains("0.csv:3:10: warning: “13/13/2026” is no time that can be read"))
        #expect(messages.contains("0.csv:4: warning: the row has 2 cells, the header 3"))
        #expect(!"\(Array(reading.rejections))".contains("secret"))
    }

    @Test func manyWordsKeepTheirNumbers() throws {
        var random = SeededRandom(seed: 5)
        let numbers = (0..<20_000).map { _ in Int.random(in: 0..<5_000, using: &random) }
        let rows = numbers.map { "user-\($0),2026-11-09,\($0 % 7)\n" }.joined()
        let table = try reading("user,time,event\n" + rows).table
        var known: [Int: Int32] = [:]
        for number in numbers where known[number] == nil { known[number] = Int32(known.count) }
        #expect(table.entities == numbers.map { known[$0] ?? -1 })
        #expect(table.entityCount == known.count)
    }

    @Test func unicodesEquivalencesAreNotMerged() throws {
        let table = try reading("user,time,event\ne\u{301},2026-11-09,v\n\u{E9},2026-11-09,v\n").table
        #expect(table.entities == [0, 1])
    }
}

@Suite struct UTF8ValidityTests {
    @Test func randomBytesAreJudgedAsThePlatformJudgesThem() {
        var random = SeededRandom(seed: 9)
        let edges: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1,
            0xF3, 0xF4, 0xF5, 0xFF,
        ]
        var valid = 0
        for _ in 0..<200_000 {
            let bytes = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                edges[Int.random(in: edges.indices, using: &random)]
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            valid += expected ? 1 : 0
            if isUTF8(bytes.span) != expected { Issue.record("\(bytes)") }
        }
        #expect(valid > 10_000)
    }
}
