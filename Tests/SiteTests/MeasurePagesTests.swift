import Testing

/// Measures on the pages of stages.
struct MeasurePagesTests {
    private func page(_ measure: String, _ rows: String) throws -> String {
        let visits = FormSite.counts(weeks: 4)
        let site = FormSite(
            settings: visits.settings.replacing("funnels:", with: funnels(measure))
                .replacing("en: Basket }", with: "en: Basket }, measures: [it]"),
            data: visits.data.merging(["mail": "week,part,base,bare\n" + rows]) { $1 }
        )
        return try #require(try site.files()["en/stages/basket/index.html"])
    }

    private func funnels(_ measure: String) -> String {
        """
          mail: { form: measures, files: mail.csv, columns: { week: week } }
        measures:
          it: { source: mail, name: { tr: Ölçü, en: Gauge }, \(measure) }
        funnels:
        """
    }

    private let ratio = "ratio: [part, base], unit: percent, better: up"

    @Test func aRatioHasItsIntervalItsBaseAndItsChange() throws {
        let page = try page(ratio, "2026-W30,20,200,1\n2026-W31,30,200,1\n")
        #expect(page.contains("<h3>Gauge</h3>") && page.contains("Week 31, 2026: 15.0% (10.7–20.6%); n = 200."))
        #expect(rows(of: page).contains(["Week 31, 2026", "15.0% 10.7–20.6%", "200", "▲ +5.0 points better", "—"]))
    }

    @Test func belowThirtyThereAreCountsInThePlaceOfARate() throws {
        let page = try page(ratio, "2026-W30,20,200,1\n2026-W31,3,20,1\n")
        #expect(rows(of: page).contains(["Week 31, 2026", "3 / 20, sample too small", "20", "—", "—"]))
        #expect(page.contains("Week 31, 2026: 3 / 20, sample too small."))
    }

    @Test(arguments: [
        ("unit: count, better: down", "1,200", "▲ +20.0% worse"), ("unit: currency", "TRY 1,200", "▲ +20.0%"),
        ("unit: seconds, better: up", "20 min", "▲ +20.0% better"),
    ])
    func aSumIsWrittenByItsUnit(settings: String, value: String, change: String) throws {
        let page = try page("sum: bare, \(settings)", "2026-W30,1,1,1000\n2026-W31,1,1,1200\n")
        let row = try #require(rows(of: page).first { $0.first == "Week 31, 2026" && $0.count == 4 && $0.last == "—" })
        #expect(row.map { String($0.map { $0.isWhitespace ? " " : $0 }) } == ["Week 31, 2026", value, change, "—"])
    }

    @Test func aWeekWithoutValuesIsNotMeasured() throws {
        let page = try page(ratio, "2026-W30,20,200,1\n2026-W32,30,200,1\n")
        #expect(rows(of: page).contains(["Week 31, 2026", "not measured", "—", "—", "—"]))
    }
}
