import Calendars
import Diagnostics
import Foundation
import Records
import Settings
import Testing

@testable import Inspection

/// `../shared/data` beside the package, where real files of others may lie.
private enum RealFiles {
    static let data = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data").standardizedFileURL
    static var isFound: Bool { FileManager.default.fileExists(atPath: data.path()) }
}

/// Files of strangers: each is mapped rightly without help, or answered with a sentence that says what to do.
@Suite(.enabled(if: RealFiles.isFound, "../shared/data is not beside the package: real files are not read"))
struct RealFileInspectionTests {
    private func inspection(_ names: [String], year: Int? = nil, date: String? = nil) throws -> Inspection {
        let files = try names.map { name in
            let bytes = Array(try Data(contentsOf: RealFiles.data.appending(path: name)))
            return InspectedFile(name: name, sitePath: "content/data/\(name)", bytes: bytes)
        }
        return Inspection(of: files, answers: InspectionAnswers(year: year, date: date.flatMap { LocalDate($0) }))
    }

    private static let leads = "olist/olist_marketing_qualified_leads_dataset.csv"
    private static let deals = "olist/olist_closed_deals_dataset.csv"
    private static let pages = ["home_page", "search_page", "payment_page", "payment_confirmation"]
        .map { "store-pages/\($0)_table.csv" }

    /// Files, the year to give, the form, a line of the source, and the stages.
    private static let mapped: [(files: [String], year: Int?, form: DataForm, line: String, stages: [String])] = [
        (
            ["simple-shop/events.csv"], nil, .events, "columns: { entity: user_id, time: timestamp, event: event }",
            ["catalog", "cart", "delivery_choice", "payment_choice", "payment_done"]
        ),
        ([deals, leads], nil, .records, "stages: { mql: first_contact_date, won: won_date }", ["mql", "won"]),
        (["olist/mql_dd-mm-yyyy.csv", deals], nil, .records, "read: { dates: \"D-M-YYYY\" }", ["mql", "won"]),
        (
            pages + ["store-pages/user_table.csv"], nil, .events,
            "join: [{ file: content/data/store-pages/user_table.csv, key: user_id }]",
            ["home_page", "search_page", "payment_page", "payment_confirmation_page"]
        ),
        (
            ["merchandise-weekly/weekly_conversion.csv"], nil, .counts, "columns: { week: week_start }",
            ["product_view", "checkout", "purchase"]
        ),
        (
            ["free-trial/control_data_bom_quoted_dates.csv", "free-trial/experiment_data_bom_quoted_dates.csv"], 2014,
            .counts,
            "read: { dates: \"ddd, MMM D\", year: 2014 }", ["pageviews", "clicks", "enrollments", "payments"]
        ),
        (
            ["free-trial/control_data_dash_dates.csv", "free-trial/experiment_data_dash_dates.csv"], 2014, .counts,
            "variant: { from: file, values: { control: control_data_dash_dates.csv, "
                + "experiment: experiment_data_dash_dates.csv } }",
            ["pageviews", "clicks", "enrollments", "payments"]
        ),
        (
            ["exports/adwords_keyword_report_utf16le_tsv.csv"], nil, .counts, "read: { date: 2016-06-14 }",
            ["impressions", "clicks"]
        ),
        (
            ["exports/hubspot_deals.csv"], nil, .records,
            "columns: { entity: Deal ID, amount: Amount, owner: Deal Owner, reason: Closed Lost Reason }",
            [
                "appointment_scheduled", "qualified_to_buy", "presentation_scheduled", "decision_maker_bought_in",
                "contract_sent", "won",
            ]
        ),
        (
            ["exports/mailchimp_campaigns.csv"], nil, .counts, "read: { encoding: mac-roman, dates: \"M/D/YY\" }",
            ["delivered", "opened", "clicked"]
        ),
        (["exports/ga_dutch_locale_decimal_comma.csv"], nil, .measures, "columns: { date: Dagindex }", []),
    ]

    @Test(arguments: mapped.indices)
    func aFileIsMappedWithoutHelp(_ index: Int) throws {
        let (files, year, form, line, stages) = Self.mapped[index]
        let found = try inspection(files, year: year)
        #expect(found.problems.isEmpty)
        let guess = try found.onlyGuess()
        #expect(guess.form == form)
        #expect(guess.sources[0].lines.contains(line), "\(guess.sources[0].lines)")
        #expect(guess.funnels.flatMap(\.stages).map(\.id) == stages)
    }

    /// Files that say too little alone, and what the answer has to name.
    private static let answered: [(files: [String], message: String, remedy: String)] = [
        ([leads], "that is one stage", "by the same “mql_id”"),
        ([deals], "that is one stage", "Name the table of a later stage"),
        ([pages[0]], "but not when", "in the same command"),
        (Array(pages.prefix(2)), "nothing says when", "the table with their dates"),
        (["store-pages/user_table.csv"], "that is one stage", "a later stage too"),
        (["free-trial/control_data_dash_dates.csv"], "have no year", "--year"),
        (["free-trial/control_data_bom_quoted_dates.csv"], "have no year", "fit 2008, 2014, 2025"),
        (["exports/ga_english_locale.csv"], "no column says of which day", "--date"),
        (["exports/google_ads_campaign_report_inr.csv"], "from 2025-07-08 to 2025-07-31", "the segment Day or Week"),
    ]

    @Test(arguments: answered.indices)
    func aFileThatSaysTooLittleIsAnswered(_ index: Int) throws {
        let (files, message, remedy) = Self.answered[index]
        let found = try inspection(files)
        let problem = try #require(found.problems.first)
        #expect(found.problems.count == 1)
        #expect(problem.message.contains(message), "\(problem)")
        #expect(problem.remedy?.contains(remedy) == true, "\(problem)")
        #expect(found.proposal.isEmpty)
    }

    @Test func everyFileIsEitherMappedOrAnswered() throws {
        let walk = try #require(FileManager.default.enumerator(atPath: RealFiles.data.path()))
        let names = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".csv") }.sorted()
        #expect(names.count >= 19)
        for name in names {
            let found = try inspection([name])
            #expect(found.proposal.isEmpty != found.problems.isEmpty, "\(name): \(found.problems)")
        }
    }

    @Test func totalsEqualTheirRows() throws {
        let files = ["exports/ga_english_locale.csv", "exports/ga_dutch_locale_decimal_comma.csv"]
        for file in files {
            let totals = try inspection([file]).files.flatMap(\.tables).flatMap(\.totals)
            #expect(totals.allSatisfy { $0.isRight })
            #expect(totals.allSatisfy { $0.sums.first?.given == 7_374 }, "\(file)")
        }
        let ads = try inspection(["exports/google_ads_campaign_report_inr.csv"]).files.flatMap(\.tables).flatMap(
            \.totals
        )
        #expect(ads.map(\.isRight) == [true, true, true, true])
        #expect(ads.first?.sums.first?.given == 46_168)
    }

    @Test func bothSpellingsOfTheSameLeadsAreOne() throws {
        let guess = try inspection([Self.leads, "olist/mql_dd-mm-yyyy.csv", Self.deals]).onlyGuess()
        #expect(guess.files == [Self.leads, Self.deals])
        #expect(guess.remarks.contains { $0.hasPrefix("mql_dd-mm-yyyy.csv holds no other rows") })
    }

    @Test func pipelinesAndRatesAreSaid() throws {
        let deals = try inspection(["exports/hubspot_deals.csv"])
        #expect(deals.text.contains("Contract Sent 75, Closed Won 71 and Closed Lost 69"))
        #expect(deals.text.contains("Sales Pipeline (252) and Renewals Pipeline (248)"))
        #expect(!deals.text.contains("@example"))
        let mail = try inspection(["exports/mailchimp_campaigns.csv"])
        #expect(mail.text.contains("“Open_Rate” is “Unique_Opens” ÷ “Successful_Deliveries” in every row."))
    }

    @Test func aDateForAllRowsMapsAReportWithoutDays() throws {
        let found = try inspection(["exports/google_ads_campaign_report_inr.csv"], date: "2025-07-31")
        #expect(try found.onlyGuess().funnels[0].stages.map(\.id) == ["impr", "interactions", "conversions"])
    }
}
