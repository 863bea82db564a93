import Diagnostics
import Funnel
import Report
import Settings
import Testing

/// The pipelines of real files, against figures counted by hand from the rows.
@Suite(.enabled(if: hasRealFiles, "the folder ../shared/data is not beside the repository"))
struct RealPipelineTests {
    private func figures(_ folder: String, _ yaml: String) throws -> PipelineFigures {
        let settings = try Settings(
            yaml: "version: 1\nsite: { title: Real, time_zone: UTC, currency: USD }\n" + yaml,
            file: "huni.yaml"
        )
        func files(_ names: [String]) throws -> [DataFile] {
            try names.map { DataFile(path: $0, bytes: try #require(try realFile("\(folder)/\($0)"))) }
        }
        let report = try ReportMaker(settings).report { source in
            SourceFiles(try files(source.files.map(\.pattern.text)), joined: try files(source.joins.map(\.file.text)))
        }
        return try #require(report.funnels[0].figures)
    }

    @Test func fiveHundredDealsOfWhichOnlyTheLastStagesHaveDates() throws {
        func stage(_ name: String) -> String { "{ status: Deal Stage, is: [\(name)] }" }
        let figures = try figures(
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
                outcomes: { lost: { date: Close Date, status: Deal Stage, is: [Closed Lost] } }
            funnels:
              - id: deals
                source: crm
                matures_after: 90d
                dimensions: [Pipeline]
                stages: [{ id: appointment }, { id: qualified, probability: 0.2 }, { id: presentation }, { id: decision }, { id: contract }, { id: won }]
            """
        )
        #expect(figures.closedWinRate == ConversionRate(71, of: 140))
        #expect(figures.createdWinRate == ConversionRate(64, of: 448))
        #expect(figures.cycle.closed?.medianSeconds == 161 * 86_400 && figures.cycle.closed?.p80Seconds == 324 * 86_400)
        #expect(figures.open.map(\.count) == [70, 77, 75, 63, 75])
        #expect(abs(figures.openValue.amount - 44_845_846.23) < 0.005)
        #expect(figures.open[0].ageing == [2, 1, 2, 65] && figures.open[1].withoutAge == 77)
        #expect(figures.open[1].probability == 0.2 && figures.open[1].isProbabilityStated)
        let lost = figures.reasons.ranked(outcome: 0)
        #expect(lost.map(\.reason) == ["Product Fit", "Price", "Competitor", "Timing", "Lost Interest", nil])
        #expect(lost.map(\.count) == [16, 13, 10, 9, 8, 13])
        let pipelines = try #require(figures.breakdowns.first { $0.id == "Pipeline" })
        #expect(pipelines.parts.map(\.rounds) == [248, 252] && pipelines.parts.map { $0.won.count } == [39, 32])
        #expect(figures.weeks.map { $0.created.denominator }.reduce(0, +) == 500)
        #expect(figures.weeks.allSatisfy { $0.flows.allSatisfy(\.isConserved) })
    }

    @Test func eightThousandLeadsOfWhichNoneIsEverLost() throws {
        let figures = try figures(
            "olist",
            """
            sources:
              crm:
                form: records
                files: olist_marketing_qualified_leads_dataset.csv
                columns: { entity: mql_id, owner: sr_id }
                stages: { lead: first_contact_date, won: won_date }
                join: [ { file: olist_closed_deals_dataset.csv, key: mql_id } ]
            funnels:
              - { id: deals, source: crm, matures_after: 180d, stages: [ { id: lead }, { id: won } ] }
            """
        )
        #expect(!figures.knowsLosses && figures.createdWinRate == ConversionRate(775, of: 7235))
        // 842 won, one of them before its first contact.
        #expect(figures.cycle.closed?.count == 841 && figures.cycle.withoutDates == 1)
        #expect(figures.cycle.closed?.medianSeconds == 1_271_995 && figures.cycle.closed?.p80Seconds == 6_872_097)
        #expect(figures.open.map(\.count) == [7158] && figures.weeks.map(\.closed.numerator).reduce(0, +) == 841)
        #expect(figures.weeks.allSatisfy { $0.flows.allSatisfy(\.isConserved) })
        #expect(figures.velocity.winRate.numerator == 70 && figures.velocity.amountADay == nil)
    }
}
