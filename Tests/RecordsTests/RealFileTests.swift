import Calendars
import Foundation
import Testing

@testable import Records

@Suite struct RealFileTests {
    /// `../shared/data` beside the package, where real files of others may lie.
    static let data = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data").standardizedFileURL
    static var isFound: Bool { FileManager.default.fileExists(atPath: data.path()) }

    @Test(.enabled(if: isFound, "../shared/data is not beside the package: real files are not read"))
    func theSimpleShopIsReadWhole() throws {
        let bytes = Array(try Data(contentsOf: Self.data.appending(path: "simple-shop/events.csv")))
        let columns = EventColumns(entity: "user_id", time: "timestamp", event: "event")
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(bytes, file: "simple-shop/events.csv")
        let reading = reader.finish()
        #expect(reading.tally.read == 32_283)
        #expect(reading.tally.rejected == 0)
        #expect(reading.table.entityCount == 3_751)
        #expect(reading.table.hasClockTimes)
        #expect(reading.table.line(at: 0, properties: []) == "#0 2019-11-01T17:59:13.273932Z catalog")
    }

    @Test(.enabled(if: isFound, "../shared/data is not beside the package: real files are not read"))
    func leadsWithDatesOnlyAreReadWhole() throws {
        let bytes = Array(
            try Data(contentsOf: Self.data.appending(path: "olist/olist_marketing_qualified_leads_dataset.csv"))
        )
        let columns = EventColumns(entity: "mql_id", time: "first_contact_date", properties: ["origin"])
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(bytes, file: "leads.csv", event: "lead")
        let reading = reader.finish()
        #expect(reading.tally.read == 8_000 && reading.tally.rejected == 0)
        #expect(!reading.table.hasClockTimes)
        #expect(reading.table.columns["origin"]?.codes.count { $0 < 0 } == 60)
    }

    @Test(.enabled(if: isFound, "../shared/data is not beside the package: real files are not read"))
    func anExportInUTF16GetsASentence() throws {
        let name = "exports/adwords_keyword_report_utf16le_tsv.csv"
        let bytes = Array(try Data(contentsOf: Self.data.appending(path: name)))
        var reader = EventReader(columns: EventColumns(entity: "a", time: "b"), format: TextFormat(zone: .utc))
        let error = #expect(throws: RecordsError.self) { try reader.read(bytes, file: name) }
        #expect(error?.kind == .foreignFile(.utf16))
    }
}
