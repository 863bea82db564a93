import Funnel
import Report
import Settings
import Testing

/// Segments: parts of the entities by any properties, which may overlap.
struct SegmentTests {
    private let yaml = """
        version: 1
        site: { title: Segments, time_zone: UTC }
        sources:
          web: { form: events, files: web.csv, columns: { entity: who, time: at, event: event } }
        segments:
          hr-new: { role: hr, staff: { over: 10 }, tenure: { under: 1 } }
          large: { staff: { at_least: 50 } }
          nobody: { role: pilot }
        funnels:
          - id: f
            source: web
            dimensions: [channel, segment]
            stages: [{ id: visit }, { id: order }]
        """

    private let csv = """
        who,at,event,channel,role,staff,tenure
        ada,2026-11-02,visit,ads,hr,50,0.5
        ada,2026-11-03,order,,,,
        bob,2026-11-02,visit,mail,hr,11,0.9
        cem,2026-11-02,visit,ads,hr,10,0.5
        dan,2026-11-02,visit,ads,it,500,7
        dan,2026-11-04,order,ads,it,500,7
        eve,2026-11-02,visit,ads,hr,many,0.5
        fay,2026-11-02,visit,mail,hr,20,1

        """

    private func report(by: [[String]]? = nil) throws -> Report {
        let maker = ReportMaker(try Settings(yaml: yaml, file: "huni.yaml"), breakdowns: by)
        return try maker.report { _ in SourceFiles([DataFile(path: "web.csv", bytes: Array(csv.utf8))]) }
    }

    private func told(_ report: Report, _ index: Int) throws -> [String] {
        let breakdown = try #require(report.funnels[0].metrics?.total.breakdowns[index])
        return breakdown.values.map { part in
            "\(part.values.joined(separator: " ")): \(part.stages.map { $0.count.map(String.init) ?? "—" }.joined(separator: " "))"
        }
    }

    @Test func anEntityCountsInEachSegmentThatItsEntryRowBelongsTo() throws {
        #expect(try told(report(), 1) == ["hr-new: 2 1", "large: 2 2"])
    }

    @Test func segmentsAreOneDimensionAmongTheOthers() throws {
        let metrics = try #require(try report().funnels[0].metrics)
        #expect(metrics.funnel.dimensions.map(\.id) == ["channel", "segment"])
        #expect(metrics.weeks.allSatisfy { $0.cohort.breakdowns.map(\.dimensions) == [["channel"], ["segment"]] })
    }

    @Test func segmentsCanBeCrossedWithOtherDimensions() throws {
        #expect(
            try told(report(by: [["segment", "channel"]]), 0) == [
                "hr-new ads: 1 1", "hr-new mail: 1 0", "large ads: 2 2",
            ]
        )
    }

    @Test func aSegmentAloneIsNoDimension() {
        #expect(throws: (any Error).self) { try report(by: [["large"]]) }
    }
}
