import Funnel
import Records
import Report
import Settings
import Testing

/// Figures published by others, to the last entity.
@Suite(.enabled(if: hasRealFiles, "the folder ../shared/data is not beside the repository"))
struct RealFilesTests {
    private func shop(_ stages: String) throws -> Report {
        let yaml = """
            version: 1
            site: { title: Shop, time_zone: UTC }
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
        let bytes = try #require(try realFile("simple-shop/events.csv"))
        let maker = ReportMaker(try Settings(yaml: yaml, file: "huni.yaml"))
        return try maker.report { _ in SourceFiles([DataFile(path: "events.csv", bytes: bytes)]) }
    }

    @Test func theShopsThreeStages() throws {
        let report = try shop("[{ id: catalog }, { id: cart }, { id: payment_done }]")
        let metrics = try #require(report.funnels[0].metrics)
        #expect(metrics.total.stages.map(\.count) == [3611, 1924, 653])
        #expect(report.sources[0].tally.read == 32_283)
        #expect(report.sources[0].tally.rejected == 0)
    }

    @Test func theShopsAlternativeStageByMonthOfTheFirstRow() throws {
        let report = try shop(
            """
            [{ id: catalog }, { id: product, match: { event: [product1, product2] } }, { id: cart }, { id: payment_done }]
            """
        )
        let total = try #require(report.funnels[0].metrics?.total)
        #expect(total.stages.map(\.count) == [3611, 2010, 1257, 429])
        let months = Dictionary(
            uniqueKeysWithValues: total.breakdowns[0].values.map { ($0.values[0], $0.stages.map(\.count)) }
        )
        #expect(months["2020-01"] == [226, 130, 86, 28])
        #expect(months["2020-02"] == [246, 128, 80, 20])
    }
}
