import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct JoinTests {
    let users = "user,date,sex\n1,2026-11-09,Female\n2,2026-11-10,Male\n3,,Female\n4,soon,Male\n5,2026-11-10,\n"

    private func join(_ table: String, by column: String = "user", key: String = "user") throws -> Join {
        let table = try JoinedTable(Array(table.utf8), file: "users.csv", key: key, format: TextFormat(zone: .utc))
        return Join(column: column, table: table)
    }

    private func reading(_ files: String..., columns: EventColumns, joins: [Join]) throws -> EventReading {
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc), joins: joins)
        for (index, file) in files.enumerated() {
            try reader.read(Array(file.utf8), file: "\(index).csv", event: columns.event == nil ? "\(index)" : nil)
        }
        return try reader.finish()
    }

    @Test func whatTheFilesLackComesFromTheTable() throws {
        let columns = EventColumns(entity: "user", time: "date", properties: ["sex"])
        let reading = try reading("user\n2\n1\n", "user,page\n5,x\n1,y\n", columns: columns, joins: [join(users)])
        #expect(reading.table.entities == [0, 1, 2, 1])
        #expect(reading.table.times == [2, 1, 2, 1].map { $0 * 86_400_000_000 + 1_794_096_000_000_000 })
        #expect(reading.table.columns["sex"] == CodedColumn(codes: [0, 1, -1, 1], words: ["Male", "Female"]))
        #expect(reading.tally.rejected == 0)
    }

    @Test func rowsWithoutAPartnerOrAValueAreRejectedAtTheirKey() throws {
        let columns = EventColumns(entity: "user", time: "date")
        let reading = try reading("x,user\na,1\na,9\na,\na,3\na,4\n", columns: columns, joins: [join(users)])
        let rejected = reading.rejections.map { "\($0.position) \($0.reason.rawValue)" }
        #expect(
            rejected == [
                "0.csv:3:3 missing-time", "0.csv:4:3 missing-entity", "0.csv:5:3 missing-time", "0.csv:6:3 bad-time",
            ]
        )
        #expect(reading.rejections.last?.detail == .value("soon"))
    }

    @Test func aPropertyOfNoPartnerIsMissing() throws {
        let columns = EventColumns(entity: "user", time: "time", event: "event", properties: ["sex"])
        let reading = try reading("user,time,event\n9,2026-11-09,v\n", columns: columns, joins: [join(users)])
        #expect(reading.table.columns["sex"] == CodedColumn(codes: [-1], words: []))
    }

    @Test func theEntityMayBeJoined() throws {
        let devices = "device,person\nd1,p1\nd2,p1\nd3,\n"
        let columns = EventColumns(entity: "person", time: "time", event: "event")
        let reading = try reading(
            "time,event,cookie\n2026-11-09,v,d2\n2026-11-09,v,d1\n2026-11-09,v,d3\n",
            columns: columns,
            joins: [join(devices, by: "cookie", key: "device")]
        )
        #expect(reading.table.entities == [0, 0])
        #expect(reading.table.entityCount == 1)
        #expect(reading.rejections.map { "\($0.position) \($0.reason.rawValue)" } == ["0.csv:4:14 missing-entity"])
    }

    @Test func theFilesOwnColumnComesFirst() throws {
        let columns = EventColumns(entity: "user", time: "date", event: "event")
        let reading = try reading("user,date,event\n1,2026-12-01,v\n", columns: columns, joins: [join(users)])
        #expect(reading.table.times == [1_796_083_200_000_000])
    }

    @Test func severalTablesAreJoinedEachByItsKey() throws {
        let shops = "shop,city\ns,İzmir\n"
        let columns = EventColumns(entity: "user", time: "date", event: "event", properties: ["city", "sex"])
        let joins = try [join(users), join(shops, by: "shop_id", key: "shop")]
        let reading = try reading("shop_id,user,event\ns,1,v\n", columns: columns, joins: joins)
        #expect(reading.table.line(at: 0, properties: ["city", "sex"]).hasSuffix("city=İzmir sex=Female"))
    }

    @Test func aKeyTwiceCountsOnceAndIsToldWhere() throws {
        let joined = try join("user,sex\n1,Female\n2,Male\n1,Male\n,Male\n2\n").table
        #expect(joined.columns == ["sex"])
        let rejected = joined.rejections.map { "\($0.position) \($0.reason.rawValue)" }
        #expect(rejected == ["users.csv:4:1 duplicate-key", "users.csv:5:1 missing-key", "users.csv:6 too-few-cells"])
        #expect((joined.tally.accepted, joined.tally.rejected, joined.tally.read) == (2, 3, 5))
        #expect("\(joined.rejections[0].diagnostic)".contains("came before"))
        let columns = EventColumns(entity: "user", time: "t", event: "e", properties: ["sex"])
        let reading = try reading(
            "user,t,e\n1,2026-11-09,v\n",
            columns: columns,
            joins: [Join(column: "user", table: joined)]
        )
        #expect(reading.table.columns["sex"]?.words == ["Female"])
    }

    @Test func aColumnThatIsNowhereIsToldWithTheNamesOfBoth() throws {
        let columns = EventColumns(entity: "user", time: "date", event: "event", properties: ["sx"])
        let error = try #require(throws: RecordsError.self) {
            try reading("user,event\n", columns: columns, joins: [join(users)])
        }
        #expect(error.diagnostics.map(\.remedy) == ["Did you mean “sex”?"])
    }

    @Test func theKeysColumnMustBeInTheFiles() throws {
        let columns = EventColumns(entity: "user", time: "date", event: "event", properties: ["sex"])
        let error = try #require(throws: RecordsError.self) {
            try reading("user,event\n", columns: columns, joins: [join(users, by: "usr")])
        }
        let wanted = RecordsError.WantedColumn(name: "usr", role: .key)
        guard case .missingColumns([wanted], _) = error.kind else {
            Issue.record("\(error.kind)")
            return
        }
    }

    @Test func theJoinedTableNeedsItsKey() {
        #expect(throws: RecordsError.self) { try join("usr,sex\n1,x\n") }
    }

    @Test func keysAreComparedAsTheyAreWritten() throws {
        let columns = EventColumns(entity: "user", time: "t", event: "e", properties: ["sex"])
        let reading = try reading(
            "user,t,e\n\"1\",2026-11-09,v\n01,2026-11-09,v\n1 ,2026-11-09,v\n",
            columns: columns,
            joins: [join(users)]
        )
        #expect(reading.table.columns["sex"]?.codes == [0, -1, -1])
    }

    @Test func sheetsAreJoinedToo() throws {
        var reader = SheetReader(
            columns: [SheetColumn("user", for: .entity), SheetColumn("sex"), SheetColumn("city", isOptional: true)],
            format: TextFormat(zone: .utc),
            joins: [try join(users)]
        )
        try reader.read(Array("x,user\na,2\nb,1\nc,9\n".utf8), file: "f")
        let sheet = reader.finish()
        #expect(sheet.names == ["user", "sex"])
        #expect(sheet.column("sex") == CodedColumn(codes: [0, 1, -1], words: ["Male", "Female"]))
        #expect(sheet.place(ofRow: 1, column: "sex") == SourcePosition(file: "f", line: 3, column: 3))
    }

    @Test func aJoinedTableMayBeJSON() throws {
        let table = "[{\"id\":1,\"plan\":{\"name\":\"pro\"}},\n{\"id\":1},\n{\"plan\":{}}]"
        let joined = try join(table, key: "id").table
        #expect(joined.columns == ["plan.name"])
        let rejected = joined.rejections.map { "\($0.position) \($0.reason.rawValue)" }
        #expect(rejected == ["users.csv:2:7 duplicate-key", "users.csv:3:1 missing-key"])
    }
}
