import Calendars
import Report
import Settings
import Site
import Testing

/// Pages with enough weeks to judge.
@Suite struct JudgementPagesTests {
    /// Twenty weeks of 100 entrants from ads and 100 from mail; half of mail's sign up, a fifth of the ads'. In the last week
    /// but one ads bring three times as many.
    private func page(
        _ path: String,
        rules: String = "window: 7d\n    dimensions: [channel]",
        target: String = ""
    ) throws -> String {
        let settings = try Self.settings(rules: rules, target: target)
        let report = try ReportMaker(settings, lastDay: LocalDate("2026-11-01")).report { _ in Self.data }
        let files = try SiteMaker(settings, content: [:], templates: [:]).files(for: report)
        return String(decoding: try #require(files[path]), as: UTF8.self)
    }

    static func settings(
        rules: String = "window: 7d\n    dimensions: [channel]",
        target: String = ""
    ) throws -> Settings {
        let yaml = """
            version: 1
            site: { title: Test, languages: [tr], time_zone: Europe/Istanbul }
            sources:
              web: { form: events, files: web.csv, columns: { entity: who, time: at, event: event } }
            funnels:
              - id: journey
                source: web
                stages: [{ id: visit }, { id: signup\(target) }]
                \(rules)
            """
        return try Settings(yaml: yaml, file: "huni.yaml")
    }

    static var data: SourceFiles { SourceFiles([DataFile(path: "web.csv", bytes: Array(csv.utf8))]) }

    private static var csv: String {
        var csv = "who,at,event,channel\n"
        var person = 0
        for week in 0..<20 {
            guard let first = Week("2026-W25") else { return "" }
            let monday = first.advanced(by: week).monday
            let isRich = week == 18
            for (channel, count, signups) in [("ads", isRich ? 300 : 100, isRich ? 60 : 20), ("mail", 100, 50)] {
                for index in 0..<count {
                    csv += "p\(person),\(monday),visit,\(channel)\n"
                    if index < signups { csv += "p\(person),\(monday),signup,direct\n" }
                    person += 1
                }
            }
        }
        return csv
    }

    @Test func theWeekSaysWhatEachStepWouldBring() throws {
        let page = try self.page("weeks/2026-W42/index.html", target: ", target: { rate: 0.5 }")
        #expect(page.contains("Geçişler daha iyi olsaydı"))
        #expect(page.contains("En iyi 13 haftasında"))
        #expect(page.contains("En iyi değerde (kanal)"))
        #expect(page.contains("darboğaz"))
    }

    @Test func aRateThatFellBecauseTheMixMovedIsCalledThat() throws {
        let page = try self.page("weeks/2026-W43/index.html")
        #expect(page.contains("yalnızca girenlerin dağılımı değişti"))
        #expect(page.contains("yalnızca dağılım değişti"))
        #expect(!(try self.page("weeks/2026-W42/index.html")).contains("yalnızca girenlerin dağılımı değişti"))
    }

    @Test func aSignalThatTwoFunnelsShareIsDrawnOnce() throws {
        let again = """
            window: 7d
                dimensions: [channel]
              - id: again
                source: web
                window: 7d
                stages: [{ id: visit }, { id: signup }]
            """
        let page = try self.page("weeks/2026-W43/index.html", rules: again)
        #expect(page.contains("id=\"journey-trend-signup-title\""))
        #expect(!page.contains("id=\"again-trend-signup-title\""))
        #expect(page.contains("visit → signup: journey hunisindeki sayılarla aynı sinyal"))
        let stage = try self.page("stages/signup/index.html", rules: again)
        #expect(stage.contains("id=\"journey-trend-title\"") && !stage.contains("id=\"again-trend-title\""))
        #expect(stage.contains("Bu aşamanın sayıları journey hunisindekilerle aynıdır"))
    }

    @Test func firstAndLastTouchStandSideBySide() throws {
        let page = try self.page("weeks/2026-W42/index.html")
        #expect(page.contains("İlk ve son temas: kanal"))
        #expect(page.contains("Son temas: signup"))
    }

    @Test func thePageOfAValueHasItsGainsAndItsTouches() throws {
        let page = try self.page("channels/ads/index.html")
        #expect(page.contains("Geçişler ne kazandırırdı"))
        #expect(page.contains("Son 13 olgun haftada ilk temasa göre"))
    }

    @Test func theMethodPageHasTheRulesWithThisSitesSettings() throws {
        let page = try self.page("method/index.html", target: ", target: { rate: 0.5 }")
        #expect(page.contains("%1,6 kadarı yine de sinyal sanıldı"))
        #expect(page.contains("Karşılaştırma oranı hedeftir (visit → signup: %50,0)"))
        #expect(page.contains("Kitagawa 1955"))
        let every = try self.page("method/index.html", rules: "window: 7d\n    cohort: every")
        #expect(every.contains("kazanç ve tutar hesaplanmaz"))
    }
}
