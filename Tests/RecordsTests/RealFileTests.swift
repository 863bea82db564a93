import Calendars
import Foundation
import Testing

@testable import Records

/// `../shared/data` beside the package, where real files of others may lie.
enum RealFiles {
    static let data = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data").standardizedFileURL
    static var areFound: Bool { FileManager.default.fileExists(atPath: data.path()) }
}

@Suite(.enabled(if: RealFiles.areFound, "../shared/data is not beside the package: real files are not read"))
struct RealFileTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: RealFiles.data.appending(path: name)))
    }

    private func sheet(
        _ name: String,
        _ columns: String...,
        encoding: TextEncoding? = nil,
        totals: Bool = true
    ) throws -> Sheet {
        var reader = SheetReader(
            columns: columns.map { SheetColumn($0) },
            format: TextFormat(zone: .utc, encoding: encoding),
            leavingOutTotals: totals
        )
        try reader.read(try bytes(name), file: name)
        return reader.finish()
    }

    /// The sum of a column of whole numbers, whatever stands between their digits.
    private func sum(_ column: CodedColumn?) throws -> Int {
        let column = try #require(column)
        return column.codes.reduce(0) { sum, code in
            sum + (code < 0 ? 0 : Int(column.words[Int(code)].filter(\.isNumber)) ?? 0)
        }
    }

    @Test func theSimpleShopIsReadWhole() throws {
        let columns = EventColumns(entity: "user_id", time: "timestamp", event: "event")
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(try bytes("simple-shop/events.csv"), file: "simple-shop/events.csv")
        let reading = try reader.finish()
        #expect(reading.tally.read == 32_283)
        #expect(reading.tally.rejected == 0)
        #expect(reading.table.entityCount == 3_751)
        #expect(reading.table.hasClockTimes)
        #expect(reading.table.line(at: 0, properties: []) == "#0 2019-11-01T17:59:13.273932Z catalog")
    }

    @Test func leadsWithDatesOnlyAreReadWhole() throws {
        let columns = EventColumns(entity: "mql_id", time: "first_contact_date", properties: ["origin"])
        var reader = EventReader(columns: columns, format: TextFormat(zone: .utc))
        try reader.read(
            try bytes("olist/olist_marketing_qualified_leads_dataset.csv"),
            file: "leads.csv",
            event: "lead"
        )
        let reading = try reader.finish()
        #expect(reading.tally.read == 8_000 && reading.tally.rejected == 0)
        #expect(!reading.table.hasClockTimes)
        #expect(reading.table.columns["origin"]?.codes.count { $0 < 0 } == 60)
    }

    @Test func pagesAndTheirUsersAreJoined() throws {
        let format = TextFormat(zone: .utc)
        let users = try JoinedTable(
            try bytes("store-pages/user_table.csv"),
            file: "users",
            key: "user_id",
            format: format
        )
        #expect(users.tally.accepted == 90_400 && users.tally.rejected == 0)
        let columns = EventColumns(entity: "user_id", time: "date", properties: ["sex", "device"])
        var reader = EventReader(columns: columns, format: format, joins: [Join(column: "user_id", table: users)])
        for page in ["home", "search", "payment"] {
            try reader.read(try bytes("store-pages/\(page)_page_table.csv"), file: page, event: page)
        }
        try reader.read(try bytes("store-pages/payment_confirmation_table.csv"), file: "done", event: "done")
        let reading = try reader.finish()
        #expect(reading.tally.rejected == 0)
        let table = reading.table
        #expect(table.entityCount == 90_400)
        let columnsByName = table.columns
        let (events, sexes) = (try #require(columnsByName["event"]), try #require(columnsByName["sex"]))
        let devices = try #require(columnsByName["device"])
        func count(_ event: String, _ column: CodedColumn, _ value: String) -> Int {
            (0..<table.rowCount).count { row in
                events.words[Int(events.codes[row])] == event && column.words[Int(column.codes[row])] == value
            }
        }
        #expect(
            ["home", "search", "payment", "done"].map { count($0, sexes, "Female") } == [45_075, 22_676, 3_100, 241]
        )
        #expect(
            ["home", "search", "payment", "done"].map { count($0, sexes, "Male") } == [45_325, 22_524, 2_930, 211]
        )
        #expect(
            ["home", "search", "payment", "done"].map { count($0, devices, "Desktop") } == [60_200, 30_100, 3_010, 150]
        )
        #expect(
            ["home", "search", "payment", "done"].map { count($0, devices, "Mobile") } == [30_200, 15_100, 3_020, 302]
        )
    }

    @Test func bothTablesOfAnExportSumToItsOwnTotal() throws {
        let browsers = try sheet("exports/ga_dutch_locale_decimal_comma.csv", "Browser", "Sessies")
        #expect(try sum(browsers.column("Sessies")) == 7_374)
        #expect((browsers.rowCount, browsers.tally.other, browsers.tally.rejected) == (226, 1, 0))
        let days = try sheet("exports/ga_dutch_locale_decimal_comma.csv", "Dagindex", "Sessies")
        #expect(try sum(days.column("Sessies")) == 7_374)
        #expect((days.rowCount, days.tally.other, days.tally.rejected) == (367, 1, 0))
        #expect((browsers.tally.outside, days.tally.outside) == (5 + 369, 5 + 228))
        let english = try sheet("exports/ga_english_locale.csv", "Browser", "Sessions")
        #expect(try sum(english.column("Sessions")) == 7_374)
        #expect((english.tally.other, english.tally.outside, english.tally.rejected) == (1, 5, 0))
    }

    @Test func advertisingExportsAreReadBehindTheirTitles() throws {
        let keywords = try sheet(
            "exports/adwords_keyword_report_utf16le_tsv.csv",
            "Keyword state",
            "Clicks",
            "Impressions"
        )
        #expect((keywords.rowCount, keywords.tally.other, keywords.tally.outside) == (7, 3, 1))
        #expect(try sum(keywords.column("Clicks")) == 6)
        #expect(try sum(keywords.column("Impressions")) == 45)
        let campaigns = try sheet("exports/google_ads_campaign_report_inr.csv", "Campaign", "Impr.")
        #expect((campaigns.rowCount, campaigns.tally.other, campaigns.tally.outside) == (2, 4, 2))
        #expect(try sum(campaigns.column("Impr.")) == 46_168)
    }

    @Test func mailingsAreReadInTheirEncoding() throws {
        let name = "exports/mailchimp_campaigns.csv"
        #expect(try sheet(name, "Title", "Subject").rejections.allSatisfy { $0.reason == .invalidUTF8 })
        #expect(try sheet(name, "Title", "Subject").rejections.count > 0)
        let mailings = try sheet(name, "Subject", "Successful_Deliveries", "Unique_Opens", encoding: .macRoman)
        #expect(mailings.rowCount == 62 && mailings.tally.rejected == 0)
        #expect(try sum(mailings.column("Successful_Deliveries")) == 16_193)
        #expect(try sum(mailings.column("Unique_Opens")) == 2_933)
        #expect(mailings.column("Subject")?.words.contains { $0.hasSuffix("we can help…") } == true)
    }

    @Test func dealsAreReadWhole() throws {
        let deals = try sheet("exports/hubspot_deals.csv", "Deal ID", "Deal Stage", "Amount", totals: false)
        #expect(deals.rowCount == 500 && deals.tally.rejected == 0)
        let stages = try #require(deals.column("Deal Stage"))
        #expect(stages.codes.count { stages.words[Int($0)] == "Closed Won" } == 71)
    }

    @Test func experimentsAreReadWhetherOrNotTheirRowsAreWhole() throws {
        let marked = try sheet("free-trial/control_data_bom_quoted_dates.csv", "Date", "Pageviews", "Payments")
        #expect(try sum(marked.column("Pageviews")) == 345_543)
        #expect(marked.column("Payments")?.codes.count { $0 < 0 } == 14)
        let dashed = try sheet("free-trial/control_data_dash_dates.csv", "Date", "Pageviews", "Payments")
        #expect((dashed.rowCount, dashed.tally.rejected, dashed.tally.outside) == (23, 14, 0))
    }

    @Test func surveysFindWhatThereIs() throws {
        func survey(_ name: String) throws -> FileSurvey {
            try FileSurvey(try bytes(name), file: name, format: TextFormat(zone: .utc))
        }
        let dutch = try survey("exports/ga_dutch_locale_decimal_comma.csv")
        #expect(dutch.preamble == [1, 2, 3, 4, 5])
        #expect(dutch.tables.map(\.line) == [7, 236] && dutch.tables.map(\.rowCount) == [227, 368])
        let keywords = try survey("exports/adwords_keyword_report_utf16le_tsv.csv")
        #expect(keywords.encoding == .utf16LE && keywords.hasMark && keywords.form == .delimited(9))
        #expect(keywords.tables.map(\.line) == [2] && keywords.tables[0].names.first == "Keyword state")
        #expect(try survey("exports/google_ads_campaign_report_inr.csv").tables.map(\.line) == [3])
        #expect(try survey("exports/mailchimp_campaigns.csv").badLine != nil)
        for name in [
            "olist/mql_dd-mm-yyyy.csv", "store-pages/user_table.csv", "free-trial/control_data_dash_dates.csv",
        ] {
            #expect(try survey(name).tables.map(\.line) == [1])
        }
    }
}
