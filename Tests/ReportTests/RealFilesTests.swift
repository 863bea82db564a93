import Calendars
import Diagnostics
import Funnel
import JSONText
import Records
import Report
import Settings
import Testing

/// Figures published by others, to the last entity.
@Suite(.enabled(if: hasRealFiles, "the folder ../shared/data is not beside the repository"))
struct RealFilesTests {
    /// A report on the files of one folder of real data, told from each other by their names in `yaml`.
    private func report(
        _ folder: String,
        _ yaml: String,
        lastDay: String? = nil,
        by: [[String]]? = nil
    ) throws -> Report {
        let settings = try Settings(
            yaml: "version: 1\nsite: { title: Real, time_zone: UTC }\n" + yaml,
            file: "huni.yaml"
        )
        func files(_ names: [String]) throws -> [DataFile] {
            try names.map { DataFile(path: $0, bytes: try #require(try realFile("\(folder)/\($0)"))) }
        }
        let maker = ReportMaker(settings, lastDay: lastDay.flatMap { .init($0) }, breakdowns: by)
        return try maker.report { source in
            SourceFiles(try files(source.files.map(\.pattern.text)), joined: try files(source.joins.map(\.file.text)))
        }
    }

    private func total(_ report: Report, _ funnel: Int = 0) throws -> CohortMetrics {
        try #require(report.funnels[funnel].metrics?.total)
    }

    private func counts(_ breakdown: BreakdownMetrics) -> [String: [Int?]] {
        Dictionary(uniqueKeysWithValues: breakdown.values.map { ($0.values[0], $0.stages.map(\.count)) })
    }

    // MARK: Events

    private func shop(_ stages: String) throws -> Report {
        try report(
            "simple-shop",
            """
            sources:
              shop: { form: events, files: events.csv, columns: { entity: user_id, time: timestamp, event: event } }
            funnels:
              - id: shop
                source: shop
                cohort: person
                dimensions: [ { id: month, from: time, part: month } ]
                touch: first
                stages: \(stages)
            """
        )
    }

    @Test func theShopsThreeStages() throws {
        let report = try shop("[{ id: catalog }, { id: cart }, { id: payment_done }]")
        #expect(try total(report).stages.map(\.count) == [3611, 1924, 653])
        #expect(report.sources[0].tally.read == 32_283)
        #expect(report.sources[0].tally.rejected == 0)
    }

    @Test func theShopsAlternativeStageByMonthOfTheFirstRow() throws {
        let total = try total(
            shop(
                """
                [{ id: catalog }, { id: product, match: { event: [product1, product2] } }, { id: cart }, { id: payment_done }]
                """
            )
        )
        #expect(total.stages.map(\.count) == [3611, 2010, 1257, 429])
        let months = counts(total.breakdowns[0])
        #expect(months["2020-01"] == [226, 130, 86, 28])
        #expect(months["2020-02"] == [246, 128, 80, 20])
    }

    @Test func theStoresPagesBySexDeviceAndMonth() throws {
        let report = try report(
            "store-pages",
            """
            sources:
              store:
                form: events
                files:
                  home: home_page_table.csv
                  search: search_page_table.csv
                  payment: payment_page_table.csv
                  confirmation: payment_confirmation_table.csv
                columns: { entity: user_id, time: date }
                join: [ { file: user_table.csv, key: user_id } ]
            funnels:
              - id: store
                source: store
                dimensions: [sex, device, { id: month, from: time, part: month }]
                stages: [{ id: home }, { id: search }, { id: payment }, { id: confirmation }]
            """
        )
        let total = try total(report)
        #expect(total.stages.map(\.count) == [90_400, 45_200, 6030, 452])
        let (sex, device, month) = (
            counts(total.breakdowns[0]), counts(total.breakdowns[1]), counts(total.breakdowns[2])
        )
        #expect(sex == ["Female": [45_075, 22_676, 3100, 241], "Male": [45_325, 22_524, 2930, 211]])
        #expect(device == ["Desktop": [60_200, 30_100, 3010, 150], "Mobile": [30_200, 15_100, 3020, 302]])
        #expect(
            month == [
                "2015-01": [22_600, 13_554, 2390, 189], "2015-02": [22_600, 13_687, 2412, 173],
                "2015-03": [22_600, 8879, 631, 44], "2015-04": [22_600, 9080, 597, 46],
            ]
        )
        let account = report.sources[0]
        #expect(account.tally.read == 142_082 && account.use.used == 142_082)
        #expect(account.joins.map(\.tally.read) == [90_400])
    }

    // MARK: Records

    private func olist(_ leads: String) throws -> Report {
        try report(
            "olist",
            """
            sources:
              crm:
                form: records
                files: \(leads)
                columns: { entity: mql_id }
                stages: { lead: first_contact_date, won: won_date }
                join: [ { file: olist_closed_deals_dataset.csv, key: mql_id } ]
            funnels:
              - id: crm
                source: crm
                matures_after: 90d
                dimensions: [origin]
                stages: [{ id: lead }, { id: won }]
            """
        )
    }

    @Test func theMarketplacesLeadsAndDealsByOrigin() throws {
        let report = try olist("olist_marketing_qualified_leads_dataset.csv")
        let funnel = report.funnels[0]
        let metrics = try #require(funnel.metrics)
        #expect(metrics.total.stages.map(\.count) == [8000, 842])
        #expect(metrics.total.stages[1].fromPrevious?.rate == 0.10525)
        #expect(
            counts(metrics.total.breakdowns[0]) == [
                "organic_search": [2296, 271], "paid_search": [1586, 195], "social": [1350, 75],
                "unknown": [1099, 179], "direct_traffic": [499, 56], "email": [493, 15], "referral": [284, 24],
                "other": [150, 4], "display": [118, 6], "other_publicities": [65, 3], "(none)": [60, 14],
            ]
        )
        let entries = metrics.weeks.filter { $0.cohort.stages[0].count != 0 }.map(\.week)
        #expect(entries.count == 51)
        #expect(entries.first?.monday.description == "2017-06-12" && entries.last?.monday.description == "2018-05-28")
        #expect(metrics.weeks.last?.week.description == "2018-W46")
    }

    @Test func theOneDealBeforeItsLeadIsListedAndItsRecordCounts() throws {
        let funnel = try olist("olist_marketing_qualified_leads_dataset.csv").funnels[0]
        let backwards = try #require(funnel.pipeline?.backwards)
        #expect(
            backwards.map { "\($0.id) before \($0.previous) at line \($0.row.line)" } == [
                "won before lead at line 6359"
            ]
        )
        #expect(funnel.metrics?.total.stages[1].timeFromFirst?.conversions == 841)
    }

    @Test func theCopyWithOtherDatesIsTheSameReport() throws {
        func told(_ name: String) throws -> String {
            try olist(name).json().text().replacing(name, with: "leads.csv")
        }
        let iso = try told("olist_marketing_qualified_leads_dataset.csv")
        #expect(iso.contains("leads.csv"))
        #expect(try told("mql_dd-mm-yyyy.csv") == iso)
    }

    @Test func theCRMsSevenStagesAsGiven() throws {
        func stage(_ words: String) -> String { "{ status: Deal Stage, is: [\(words)] }" }
        let report = try report(
            "exports",
            """
            sources:
              crm:
                form: records
                files: hubspot_deals.csv
                columns: { entity: Deal ID, amount: Amount, owner: Deal Owner, reason: Closed Lost Reason }
                stages:
                  appointment: Create Date
                  qualified: \(stage("Qualified to Buy"))
                  presentation: \(stage("Presentation Scheduled"))
                  decision: \(stage("Decision Maker Bought-In"))
                  contract: \(stage("Contract Sent"))
                  won: { date: Close Date, status: Deal Stage, is: [Closed Won] }
                outcomes:
                  lost: { date: Close Date, status: Deal Stage, is: [Closed Lost] }
            funnels:
              - id: deals
                source: crm
                dimensions: [Pipeline]
                stages: [{ id: appointment }, { id: qualified }, { id: presentation }, { id: decision }, { id: contract }, { id: won }]
            """
        )
        let pipeline = try #require(report.funnels[0].pipeline)
        #expect(pipeline.stages.map(\.openNow) == [70, 77, 75, 63, 75, 0])
        #expect(pipeline.won == 71)
        #expect(pipeline.stages.map { $0.endings.reduce(0, +) }.reduce(0, +) == 69)
        #expect(report.sources[0].use.used == 500)
    }

    // MARK: Counts

    private func trial(_ read: String) throws -> Report {
        try report(
            "free-trial",
            """
            sources:
              trial:
                form: counts
                files: [control_data_bom_quoted_dates.csv, experiment_data_bom_quoted_dates.csv]
                columns: { date: Date }
                stages: { visit: Pageviews, click: Clicks, enrol: Enrollments, pay: Payments }
                variant: { from: file, values: { control: control_data_bom_quoted_dates.csv, experiment: experiment_data_bom_quoted_dates.csv } }
            \(read)
            funnels:
              - id: trial
                source: trial
                dimensions: [variant]
                stages: [{ id: visit }, { id: click }, { id: enrol }, { id: pay }]
            """
        )
    }

    @Test func theTrialsBlanksAreMissingAndItsRatesStandOnTheDaysThatAreKnown() throws {
        let total = try total(trial("    read: { year: 2014 }"))
        let variants = total.breakdowns[0].values
        #expect(
            variants.map { $0.stages.map(\.count) } == [[345_543, 28_378, 3785, 2033], [344_660, 28_325, 3423, 1945]]
        )
        #expect(variants.map { $0.stages[2].fromPrevious?.denominator } == [17_293, 17_260])
        #expect(variants.map { $0.stages[3].fromPrevious?.numerator } == [2033, 1945])
        let gross = variants.compactMap { $0.stages[2].fromPrevious?.rate }
        #expect((gross[0] * 10_000).rounded() == 2189 && (gross[1] * 10_000).rounded() == 1983)
    }

    @Test func theTrialsDatesWithoutAYearAskForIt() throws {
        #expect {
            _ = try trial("")
        } throws: { error in
            guard let first = (error as? Failure)?.diagnostics.first else { return false }
            return first.remedy?.contains("year: ") == true && first.position?.line == 1
        }
    }

    @Test func theMerchandiseWeekByWeek() throws {
        let report = try report(
            "merchandise-weekly",
            """
            sources:
              shop:
                form: counts
                files: weekly_conversion.csv
                columns: { week: week_start }
                stages: { view: product_view_sessions, checkout: checkout_sessions, purchase: purchase_sessions }
            funnels:
              - { id: shop, source: shop, stages: [{ id: view }, { id: checkout }, { id: purchase }] }
            """
        )
        let metrics = try #require(report.funnels[0].metrics)
        #expect(metrics.view == .activity)
        #expect(metrics.total.stages.map(\.count) == [77_020, 10_770, 4661])
        func hundredths(_ rate: ConversionRate?) -> Double? { rate?.rate.map { ($0 * 10_000).rounded() } }
        let last = metrics.total.stages[2]
        #expect(hundredths(metrics.total.stages[1].fromPrevious) == 1398)
        #expect(hundredths(last.fromPrevious) == 4328 && hundredths(last.fromFirst) == 605)
        let peak = metrics.weeks.max {
            ($0.cohort.stages[2].fromFirst?.rate ?? 0) < ($1.cohort.stages[2].fromFirst?.rate ?? 0)
        }
        #expect(peak?.week.monday.description == "2020-12-07")
        #expect(hundredths(peak?.cohort.stages[2].fromFirst) == 893)
    }

    @Test(arguments: [("ga_dutch_locale_decimal_comma.csv", "Sessies", "Nieuwe gebruikers", [7374, 6326])])
    func theRowsOfTheAnalyticsExportAddUpToItsOwnTotal(
        file: String,
        sessions: String,
        users: String,
        sums: [Int]
    ) throws {
        let report = try report(
            "exports",
            """
            sources:
              web:
                form: counts
                files: \(file)
                columns: {}
                stages: { sessions: \(sessions), users: \(users) }
                read: { date: 2015-09-18 }
            funnels:
              - { id: web, source: web, dimensions: [Browser], stages: [{ id: sessions }, { id: users }] }
            """
        )
        #expect(try total(report).stages.map(\.count) == sums.map(Optional.some))
        let account = report.sources[0]
        #expect(account.tally.other == 1 && account.tally.rejected == 0 && account.tally.outside > 0)
    }

    // MARK: Measures

    @Test func theMailingsRatesAreRatiosOfSums() throws {
        let report = try report(
            "exports",
            """
            sources:
              mail:
                form: measures
                files: mailchimp_campaigns.csv
                columns: { date: Send_Date }
                read: { encoding: mac-roman }
              sent:
                form: counts
                files: mailchimp_campaigns.csv
                columns: { date: Send_Date }
                stages: { delivered: Successful_Deliveries, opened: Unique_Opens, clicked: Unique_Clicks }
                read: { encoding: mac-roman }
            measures:
              open_rate: { source: mail, ratio: [Unique_Opens, Successful_Deliveries] }
              delivered: { source: mail, sum: Successful_Deliveries }
            funnels:
              - { id: mail, source: sent, stages: [{ id: delivered, measures: [open_rate] }, { id: opened }, { id: clicked }] }
            """
        )
        #expect(try total(report).stages.map(\.count) == [16_193, 2933, 169])
        #expect(report.measures.map(\.series.total?.value) == [2933.0 / 16_193, 16_193])
        #expect(report.measures[0].series.total?.interval == ConversionRate(2933, of: 16_193).interval)
    }
}
