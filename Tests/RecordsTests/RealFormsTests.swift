import Calendars
import Foundation
import Testing

@testable import Records

/// Records, counts and measures of others.
@Suite(.enabled(if: RealFiles.areFound, "../shared/data is not beside the package: real files are not read"))
struct RealFormsTests {
    private let format = TextFormat(zone: .utc)

    private func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: RealFiles.data.appending(path: name)))
    }

    /// The leads with the deals joined to them.
    private func leads(_ name: String) throws -> RecordReading {
        let deals = try JoinedTable(
            bytes("olist/olist_closed_deals_dataset.csv"),
            file: "deals.csv",
            key: "mql_id",
            format: format
        )
        let columns = RecordColumns(
            entity: "mql_id",
            stages: [
                RecordColumns.StageColumn(id: "lead", date: "first_contact_date"),
                RecordColumns.StageColumn(id: "won", date: "won_date"),
            ],
            properties: ["origin"]
        )
        let joins = [Join(column: "mql_id", table: deals)]
        var reader = RecordReader(columns: columns, format: format, joins: joins)
        try reader.read(bytes(name), file: "leads.csv")
        return try reader.finish()
    }

    @Test func leadsAndTheirDealsAreOneRecord() throws {
        let reading = try leads("olist/olist_marketing_qualified_leads_dataset.csv")
        let table = reading.table
        #expect(reading.tally.read == 8_000 && reading.tally.accepted == 8_000)
        #expect(table.count == 8_000 && table.entityCount == 8_000)
        var (won, backwards, days) = (0, 0, 0)
        for row in 0..<table.count {
            guard case .at(let lead) = table.reached[0][row], case .at(let deal) = table.reached[1][row] else {
                continue
            }
            won += 1
            let lag = deal / 86_400_000_000 - lead / 86_400_000_000
            days += Int(lag)
            if lag < 0 { backwards += 1 }
        }
        #expect((won, backwards) == (842, 1))
        #expect((Double(days) / Double(won) * 100).rounded() == 4844)
        #expect(table.columns["origin"]?.codes.count { $0 < 0 } == 60)
    }

    @Test func theCopyWithOtherDatesIsTheSameTable() throws {
        let iso = try leads("olist/olist_marketing_qualified_leads_dataset.csv").table
        let copy = try leads("olist/mql_dd-mm-yyyy.csv").table
        #expect(copy.reached == iso.reached && copy.columns == iso.columns && copy.rows == iso.rows)
        #expect(copy.entities == iso.entities && copy.endings == iso.endings)
    }

    @Test func asEventsTooTheCopyWithOtherDatesIsTheSameTable() throws {
        let columns = EventColumns(entity: "mql_id", time: "first_contact_date", properties: ["origin"])
        var tables: [EventTable] = []
        for name in ["olist_marketing_qualified_leads_dataset", "mql_dd-mm-yyyy"] {
            var reader = EventReader(columns: columns, format: format)
            try reader.read(bytes("olist/\(name).csv"), file: name)
            tables.append(try reader.finish().table)
        }
        #expect(tables[0].times == tables[1].times && tables[0].columns == tables[1].columns)
        #expect(!tables[1].hasClockTimes)
    }

    @Test(arguments: ["bom_quoted", "dash"])
    func theTrialIsReadInBothSpellingsAndBlankIsMissing(spelling: String) throws {
        let stages = ["Pageviews", "Clicks", "Enrollments", "Payments"]
        let columns = CountColumns(
            day: "Date",
            stages: .columns(stages.map { CountColumns.StageHeader(id: $0.lowercased(), header: $0) })
        )
        var yearless = CountReader(columns: columns, format: format)
        var reader = CountReader(columns: columns, format: TextFormat(zone: .utc, year: 2014))
        for variant in ["control", "experiment"] {
            let file = try bytes("free-trial/\(variant)_data_\(spelling)_dates.csv")
            try yearless.read(file, file: variant, variant: variant)
            try reader.read(file, file: variant, variant: variant)
        }
        let error = try #require(throws: RecordsError.self) { try yearless.finish() }
        let pattern = spelling == "dash" ? "ddd-MMM-D" : "ddd, MMM D"
        #expect(error.kind == .datesWithoutYear(column: "Date", pattern: pattern))
        let reading = try reader.finish()
        // The last 14 rows of each file have tabs for commas in the second spelling.
        let isWhole = spelling != "dash"
        #expect(reading.tally.read == 74)
        #expect(
            reading.tally.groups.map { "\($0.reason.rawValue) \($0.count)" } == (isWhole ? [] : ["too-few-cells 28"])
        )
        #expect(
            sums(of: reading.table, "control") == [
                isWhole ? 345_543 : 212_163, isWhole ? 28_378 : 17_293, 3_785, 2_033,
            ]
        )
        #expect(
            sums(of: reading.table, "experiment") == [
                isWhole ? 344_660 : 211_362, isWhole ? 28_325 : 17_260, 3_423, 1_945,
            ]
        )
        #expect(reading.table.counts[2].count { $0 == nil } == (isWhole ? 28 : 0))
        #expect(reading.table.days.first == LocalDate("2014-10-11"))
    }

    private func sums(of table: CountTable, _ variant: String) -> [Int] {
        let rows = (0..<table.count).filter { table.columns["variant"]?.word(at: $0) == variant }
        return table.counts.map { counts in rows.reduce(0) { $0 + (counts[$1] ?? 0) } }
    }

    @Test func weeklyCountsAddUp() throws {
        let headers = ["product_view_sessions", "checkout_sessions", "purchase_sessions"]
        let columns = CountColumns(
            day: "week_start",
            isWeekly: true,
            stages: .columns(headers.map { CountColumns.StageHeader(id: $0, header: $0) })
        )
        var reader = CountReader(columns: columns, format: format)
        try reader.read(bytes("merchandise-weekly/weekly_conversion.csv"), file: "weeks.csv")
        let reading = try reader.finish()
        #expect(reading.table.counts.map { $0.reduce(0) { $0 + ($1 ?? 0) } } == [77_020, 10_770, 4_661])
        #expect(reading.tally.rejected == 0)
    }

    @Test func mailingsInMacRomanAreMeasures() throws {
        let columns = MeasureColumns(
            day: "Send_Date",
            layout: .columns(["Successful_Deliveries", "Unique_Opens", "Unique_Clicks", "Open_Rate"])
        )
        var reader = MeasureReader(columns: columns, format: TextFormat(zone: .utc, encoding: .macRoman))
        try reader.read(bytes("exports/mailchimp_campaigns.csv"), file: "mail.csv")
        let reading = try reader.finish()
        #expect(reading.tally.accepted == 62 && reading.tally.rejected == 0)
        let sums = (0..<3).map { name in reading.table.rows.reduce(0) { $0 + ($1.name == name ? $1.value : 0) } }
        #expect(sums == [16_193, 2_933, 169])
        #expect(reading.table.rows.first?.day == LocalDate("2017-02-24"))
    }

    @Test func dealsByTheirStage() throws {
        let words = [
            "Appointment Scheduled", "Qualified to Buy", "Presentation Scheduled", "Decision Maker Bought-In",
            "Contract Sent", "Closed Won",
        ]
        let columns = RecordColumns(
            entity: "Deal ID",
            stages: words.map { RecordColumns.StageColumn(id: $0, status: "Deal Stage") },
            outcomes: [
                RecordColumns.StageColumn(id: "lost", date: "Close Date", status: "Deal Stage", values: ["Closed Lost"])
            ],
            amount: "Amount",
            properties: ["Pipeline"]
        )
        var reader = RecordReader(columns: columns, format: format)
        try reader.read(bytes("exports/hubspot_deals.csv"), file: "deals.csv")
        let reading = try reader.finish()
        #expect(reading.tally.accepted == 500 && reading.table.entityCount == 500)
        #expect(reading.table.reached.map { $0.count { $0 != .no } } == [70, 77, 75, 63, 75, 71])
        #expect(reading.table.endings.count { $0?.time != nil } == 69)
        #expect(reading.table.amounts.allSatisfy { $0 != nil })
    }

    @Test func theDailyTableOfADutchExportAddsUpToItsTotal() throws {
        let columns = CountColumns(day: "Dagindex", stages: .columns([.init(id: "session", header: "Sessies")]))
        var reader = CountReader(columns: columns, format: format)
        try reader.read(bytes("exports/ga_dutch_locale_decimal_comma.csv"), file: "ga.csv")
        let reading = try reader.finish()
        #expect(reading.table.counts[0].reduce(0) { $0 + ($1 ?? 0) } == 7_374)
        #expect(reading.table.days.first == LocalDate("2014-09-17"))
        #expect((reading.tally.other, reading.tally.rejected) == (1, 0))
        #expect(reading.tally.outside > 200)
    }

    @Test(arguments: [
        ("ga_dutch_locale_decimal_comma.csv", "Sessies", "Browser"), ("ga_english_locale.csv", "Sessions", "Browser"),
    ])
    func groupedCountsOfAnExportAddUpToItsTotal(file: String, header: String, property: String) throws {
        let columns = CountColumns(
            day: nil,
            stages: .columns([.init(id: "session", header: header)]),
            properties: [property]
        )
        var reader = CountReader(columns: columns, format: TextFormat(zone: .utc, date: LocalDate("2015-09-18")))
        try reader.read(bytes("exports/\(file)"), file: file)
        let reading = try reader.finish()
        #expect(reading.table.counts[0].reduce(0) { $0 + ($1 ?? 0) } == 7_374)
        #expect((reading.tally.other, reading.tally.rejected) == (1, 0))
    }
}
