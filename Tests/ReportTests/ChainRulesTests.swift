import Diagnostics
import Funnel
import JSONText
import Report
import Testing

/// `order`, `exclude` and `optional` from huni.yaml to the numbers.
@Suite struct ChainRulesTests {
    private let journeys = """
        who,at,event
        ada,2026-11-02,visit
        ada,2026-11-03,bot
        ada,2026-11-04,order
        bob,2026-11-02,visit
        bob,2026-11-03,signup
        bob,2026-11-04,order
        cem,2026-11-02,visit
        cem,2026-11-03,order
        cem,2026-11-04,signup
        """

    private let optionalStages = "[{ id: visit }, { id: signup, optional: true }, { id: order }]"

    private func counts(_ more: String, stages: String? = nil) throws -> [Int?] {
        let site = SampleSite(
            stages: stages ?? "[{ id: visit }, { id: signup }, { id: order }]",
            more: more,
            csv: journeys
        )
        return try site.report().funnels[0].metrics?.total.stages.map(\.count) ?? []
    }

    @Test func eachRuleChangesWhatIsCounted() throws {
        #expect(try counts("") == [3, 2, 1])
        #expect(try counts("order: strict") == [3, 1, 1])
        #expect(try counts("order: any") == [3, 3, 2])
        #expect(try counts("", stages: optionalStages) == [3, 2, 3])
        #expect(try counts("exclude: [{ event: bot }]", stages: optionalStages) == [3, 2, 2])
    }

    @Test func optionalStagesAndTheOrderAreInTheJSON() throws {
        let site = SampleSite(stages: optionalStages, more: "order: strict", csv: journeys)
        let text = try site.report().json().text()
        #expect(text.contains("\"order\": \"strict\""))
        #expect(
            text.split(separator: "\"optional\": true").count == 1 + 3,
            "in the week, the total and the matured total"
        )
    }

    @Test func underAnyNumbersAreNamedByHowManyStages() throws {
        let report = try SampleSite(more: "order: any", csv: journeys).report()
        #expect(report.json().text().contains("\"id\": \"2 of 3\""))
        #expect(report.table().contains("3 of 3"))
        #expect(report.csv().contains(",1 of 3,3,"))
    }

    @Test func stagesThatShareRowsUnderAnyAreNamed() throws {
        let stages = "[{ id: visit }, { id: buyer, match: { event: [order, signup] } }, { id: order }]"
        let site = SampleSite(stages: stages, more: "order: any", csv: journeys)
        #expect {
            _ = try site.report()
        } throws: { error in
            let diagnostic = (error as? Failure)?.diagnostics.first
            return diagnostic?.position.map { "\($0)" } == "huni.yaml:6:9" && diagnostic?.remedy != nil
                && diagnostic?.message.contains("3 rows are both 'buyer' and 'order'") == true
        }
        #expect(throws: Never.self) { try site.report(lastDay: "2026-11-02") }
    }
}
