import Calendars
import Diagnostics
import Testing

@testable import Records

@Suite struct SheetTests {
    private func sheet(_ files: String..., columns: [SheetColumn]?) throws -> Sheet {
        var reader = SheetReader(columns: columns, format: TextFormat(zone: .utc))
        for (index, file) in files.enumerated() { try reader.read(Array(file.utf8), file: "\(index).csv") }
        return reader.finish()
    }

    @Test func severalFilesStandOneBelowTheOther() throws {
        let sheet = try sheet("a,b\n1,x\n", "", "b;a\r\ny;2\r\nx;3\r\n", columns: [SheetColumn("a"), SheetColumn("b")])
        #expect(
            sheet.columns == [
                CodedColumn(codes: [0, 1, 2], words: ["1", "2", "3"]),
                CodedColumn(codes: [0, 1, 0], words: ["x", "y"]),
            ]
        )
        #expect((0..<3).map { sheet.fileIndex(ofRow: $0) } == [0, 2, 2])
        #expect(
            (0..<3).map { sheet.place(ofRow: $0) } == [
                .init(file: "0.csv", line: 2), .init(file: "2.csv", line: 2), .init(file: "2.csv", line: 3),
            ]
        )
        #expect(sheet.place(ofRow: 2, column: "a") == SourcePosition(file: "2.csv", line: 3, column: 3))
    }

    @Test func allColumnsOfAllFilesAreKept() throws {
        let sheet = try sheet("a,b\n1,2\n", "c,a\n3,4\n", columns: nil)
        #expect(sheet.names == ["a", "b", "c"])
        #expect(sheet.columns.map(\.codes) == [[0, 1], [0, -1], [-1, 0]])
        #expect(sheet.place(ofRow: 0, column: "c") == SourcePosition(file: "0.csv", line: 2, column: 1))
        #expect(sheet.place(ofRow: 1, column: "c") == SourcePosition(file: "1.csv", line: 2, column: 1))
    }

    @Test func optionalColumnsThatNoFileHasAreNotThere() throws {
        let columns = [SheetColumn("a"), SheetColumn("b", isOptional: true), SheetColumn("c", isOptional: true)]
        let sheet = try sheet("a\n1\n", "a,c\n1,2\n", columns: columns)
        #expect(sheet.names == ["a", "c"])
        #expect(sheet.column("b") == nil)
        #expect(sheet.column("c")?.codes == [-1, 0])
    }

    @Test func aRejectedRowIsToldOnceWithItsCell() throws {
        var sheet = try sheet(
            "id,amount,note\n7,x y,\"1\n2\"\n8,3,4,5\n9,many,\n",
            columns: [SheetColumn("id", for: .entity), SheetColumn("amount")]
        )
        #expect((sheet.rowCount, sheet.tally.accepted, sheet.tally.rejected) == (2, 2, 1))
        sheet.reject(row: 1, .badTime, column: "amount")
        sheet.reject(row: 1, .missingEntity, column: "id")
        sheet.reject(row: 0, .badTime, column: "amount", value: "shown 7 instead")
        #expect(sheet.isRejected(row: 0) && sheet.rejectedCount == 2)
        #expect((sheet.tally.accepted, sheet.tally.rejected, sheet.tally.read) == (0, 3, 3))
        let told = sheet.rejections.map { "\($0.position) \($0.reason.rawValue) \($0.detail.map { "\($0)" } ?? "")" }
        #expect(
            told == [
                "0.csv:2:3 bad-time ", "0.csv:4:7 too-many-cells cells(found: 4, expected: 3)",
                "0.csv:5:3 bad-time value(\"many\")",
            ]
        )
    }

    @Test func aRowAsAWholeHasItsLineAndNothingIsShownThatMayNameSomebody() throws {
        var sheet = try sheet(
            "id,mail\njane,jane@example.org\nbob,bob\n",
            columns: [SheetColumn("id", for: .entity), SheetColumn("mail")]
        )
        sheet.reject(row: 0, .badTime)
        sheet.reject(row: 1, .badTime, column: "mail")
        #expect(
            sheet.rejections.map(\.position) == [
                .init(file: "0.csv", line: 2), .init(file: "0.csv", line: 3, column: 5),
            ]
        )
        #expect(sheet.rejections.allSatisfy { $0.detail == nil })
    }

    @Test func aPropertyThatNoJSONFileHasIsToldWithTheNearestName() throws {
        let columns = [SheetColumn("id", for: .entity), SheetColumn("pln"), SheetColumn("city")]
        let sheet = try sheet("{\"id\":1,\"plan\":2}\n", "{\"id\":1,\"city\":\"x\"}", columns: columns)
        #expect(sheet.absent.flatMap(\.diagnostics).map(\.remedy) == ["Did you mean “plan”?"])
        #expect(sheet.names == ["id", "pln", "city"])
        #expect(sheet.column("pln")?.codes == [-1, -1])
    }

    @Test func nothingOfAFileThatCannotBeReadIsTaken() throws {
        var reader = SheetReader(columns: [SheetColumn("a")], format: TextFormat(zone: .utc))
        try reader.read(Array("a\n1\n".utf8), file: "1")
        #expect(throws: RecordsError.self) { try reader.read(Array("b\n2\n".utf8), file: "2") }
        try reader.read(Array("a\n\"3\"x\n".utf8), file: "3")
        let sheet = reader.finish()
        #expect(sheet.rowCount == 1)
        #expect(sheet.rejections.map { "\($0.position)" } == ["3:2:4"])
    }
}
