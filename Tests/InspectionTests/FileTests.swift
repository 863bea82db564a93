import Calendars
import Diagnostics
import JSONText
import Records
import Settings
import Testing

@testable import Inspection

@Suite struct FileTests {
    @Test(
        arguments: [
            (Array("PK\u{3}\u{4}....xl/workbook.xml".utf8), "spreadsheet (.xlsx)"), (Array("PAR1....".utf8), "Parquet"),
            ([0x89, 0x50, 0x4E, 0x47, 1, 2], "image"), (Array("%PDF-1.7".utf8), "PDF"), ([], "empty"),
            (Array(" \r\n\n".utf8), "empty"), (Array("<!DOCTYPE html><html>".utf8), "web page"),
            ([0xD0, 0xCF, 0x11, 0xE0, 1], ".xls"), ((0..<200).map { UInt8($0 % 32) }, "no text"),
            (Array("a,b\n".utf8), "no row"),
        ]
    )
    func whatHoldsNoTableGetsASentence(_ bytes: [UInt8], _ words: String) throws {
        let found = inspect([("data.csv", bytes)])
        let problem = try #require(found.problems.first)
        #expect(found.problems.count == 1)
        #expect(problem.message.contains(words), "\(problem)")
        #expect(problem.position?.file == "data.csv")
        #expect(problem.remedy?.isEmpty == false)
        #expect(found.proposal.isEmpty)
    }

    @Test func totalsAreComparedWithTheirRows() throws {
        let text = "Report\n\nday,visits,orders\n2026-01-01,\"1,200\",10\n2026-01-02,300,5\nTotal,\"1,500\",16\n"
        let found = try #require(inspect([("data.csv", text)]).files.first)
        #expect(found.preamble == ["Report"])
        let table = try #require(found.tables.first)
        #expect(table.line == 3)
        #expect(table.rowCount == 2)
        let total = try #require(table.totals.first)
        #expect(total.line == 6)
        #expect(total.sums.map(\.given) == [1_500, 16])
        #expect(total.sums.map(\.added) == [1_500, 15])
        #expect(!total.isRight)
    }

    @Test func tablesInOneFileAreFound() throws {
        let text =
            "# ---\nBrowser,Sessions,New\nChrome,5,1\nSafari,3,1\n,8,2\n\nDay,Sessions\n2026-01-01,5\n2026-01-02,3\n,8\n"
        let found = inspect([("data.csv", text)])
        #expect(found.files.first?.tables.map(\.line) == [2, 7])
        #expect(found.files.first?.tables.flatMap(\.totals).count == 2)
        #expect(found.guesses.map(\.form) == [.measures])
        #expect(found.problems.isEmpty)
    }

    @Test func mixedDelimitersAreExplained() throws {
        let text = "day,visits,orders\n2026-01-01,5,2\n2026-01-02,5,2\n2026-01-03,5,2\n2026-01-04\t5\t\n"
        let warning = try #require(inspect([("data.csv", text)]).warnings.first)
        #expect(warning.position?.line == 5)
        #expect(warning.remedy?.contains("tabs part some cells, and commas the others") == true)
    }
}
