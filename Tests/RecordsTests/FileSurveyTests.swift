import Calendars
import Testing

@testable import Records

@Suite struct FileSurveyTests {
    private func survey(_ text: String, delimiter: UInt8? = nil) throws -> FileSurvey {
        try FileSurvey(Array(text.utf8), file: "f", format: TextFormat(zone: .utc, delimiter: delimiter))
    }

    @Test func aPlainFile() throws {
        let survey = try survey("a,b\n1,2\n3,4\n")
        #expect(survey.form == .delimited(UInt8(ascii: ",")))
        #expect(survey.tables == [.init(line: 1, names: ["a", "b"], rowCount: 2)])
        #expect(survey.lineEnds == [.lineFeed: 3])
        #expect(survey.encoding == .utf8 && !survey.hasMark && !survey.isPacked && survey.badLine == nil)
        #expect(survey.preamble.isEmpty)
    }

    @Test func lineEndsAreCountedEach() throws {
        #expect(try survey("a,b\r\n1,2\n3,4\r5,6\r\n7,8").lineEnds == [.both: 2, .lineFeed: 1, .carriageReturn: 1])
    }

    @Test func decimalCommasDoNotHideTheSemicolon() throws {
        let survey = try survey("gün;oran;tutar\nPzt;1,5;2,5\nSal;1,25;3,5\n")
        #expect(survey.form == .delimited(UInt8(ascii: ";")))
        #expect(survey.tables == [.init(line: 1, names: ["gün", "oran", "tutar"], rowCount: 2)])
    }

    @Test func preamblesAndFurtherTables() throws {
        let survey = try survey(
            "# Report\n# 2026, week 46\n\nDay,Visits,Rate\nMon,1,2\nTue,3,4\n\nSun,5,6\n\nOther,n\nx,1\n"
        )
        #expect(survey.preamble == [1, 2])
        #expect(
            survey.tables == [
                .init(line: 4, names: ["Day", "Visits", "Rate"], rowCount: 3),
                .init(line: 10, names: ["Other", "n"], rowCount: 1),
            ]
        )
    }

    @Test func titleLinesRightAboveTheHeader() throws {
        let survey = try survey("Campaign report\n\"July 8, 2025\"\na,b,c\n1,2,3\n4,5,6\nTotal,,9\n")
        #expect(survey.preamble == [1, 2])
        #expect(survey.tables == [.init(line: 3, names: ["a", "b", "c"], rowCount: 3)])
    }

    @Test func oneColumnIsATable() throws {
        #expect(try survey("\nuser\n1\n2\n").tables == [.init(line: 2, names: ["user"], rowCount: 2)])
        #expect(try survey("").tables.isEmpty)
        #expect(try survey("\n \n").tables.isEmpty)
    }

    @Test func aHeaderAloneIsATableWithoutRows() throws {
        let survey = try survey("a;b;c\n")
        #expect(survey.form == .delimited(UInt8(ascii: ";")))
        #expect(survey.tables == [.init(line: 1, names: ["a", "b", "c"], rowCount: 0)])
    }

    @Test func jsonInBothForms() throws {
        let lines = try survey("{\"a\":1,\"b\":{\"c\":2}}\n{\"d\":[1]}\n")
        #expect(lines.form == .jsonLines)
        #expect(lines.tables == [.init(line: 1, names: ["a", "b.c", "d"], rowCount: 2)])
        #expect(try survey("[\n{\"a\":1}]").form == .jsonArray)
        #expect(try survey("[{\"a\":1}]", delimiter: UInt8(ascii: ",")).form == .delimited(UInt8(ascii: ",")))
    }

    @Test func aLineOfAnotherEncodingIsNamed() throws {
        let bytes = Array("a,b\n1,2\n".utf8) + [0xDD, 0x2C, 0x0A]
        #expect(try FileSurvey(bytes, file: "f", format: TextFormat(zone: .utc)).badLine == 3)
        let told = TextFormat(zone: .utc, encoding: .windows1254)
        #expect(try FileSurvey(bytes, file: "f", format: told).badLine == nil)
    }

    /// What the survey says about a table is enough to read it.
    @Test func everyTableIsReadByItsLine() throws {
        let text = "Report\n\na,b,c\n1,2,3\n\nd,e\n4,5\n"
        for table in try survey(text).tables {
            var reader = SheetReader(columns: nil, format: TextFormat(zone: .utc, skip: table.line - 1))
            try reader.read(Array(text.utf8), file: "f")
            #expect(reader.finish().names == table.names)
            #expect(reader.finish().rowCount == table.rowCount)
        }
    }
}
