import LivingExample
import Testing

@Suite struct SampleMeasuresTests {
    @Test func eachToolHasItsFile() {
        #expect(wholeDemlik.measures.files.map(\.name) == ["site", "mail", "shop", "survey", "feedback"])
    }

    @Test func everyMeasureIsTakenEveryWeekButTheSurveyOfTheFirst() {
        let late: Set = ["csat_answers", "csat_satisfied", "nps", "stars"]
        for (name, values) in demlikMeasures where !late.contains(name) { #expect(values.count == 30, "\(name)") }
        for name in late { #expect((27...29).contains(demlikMeasures[name]?.count ?? 0), "\(name)") }
    }

    @Test func noPartIsLargerThanItsWhole() {
        let parts = [
            ("delivered", "sent"), ("opens", "delivered"), ("clicks", "opens"), ("csat_satisfied", "csat_answers"),
            ("visitors", "page_views"), ("video_seconds_watched", "video_seconds_offered"), ("knew_us", "asked"),
            ("orders_again", "orders"), ("customers_kept", "customers_before"), ("orders", "revenue"),
        ]
        for (part, whole) in parts {
            for (small, large) in zip(demlikMeasures[part] ?? [], demlikMeasures[whole] ?? []) {
                #expect(small.value <= large.value && small.week == large.week, "\(part) \(small.week)")
            }
        }
    }

    @Test func scoresAreWithinTheirScales() {
        #expect((demlikMeasures["stars"] ?? []).allSatisfy { (1...5).contains($0.value) })
        #expect((demlikMeasures["nps"] ?? []).allSatisfy { (-100...100).contains($0.value) })
    }

    @Test func visitorsOrdersAndDownloadsAreThoseOfTheEvents() {
        let orders = demlikRows.map { _, rows in Double(rows.count { $0.event == "order" }) }
        let guides = demlikRows.map { _, rows in Double(rows.count { $0.event == "guide" }) }
        #expect(demlikMeasures["orders"]?.map(\.value) == orders)
        for (site, count) in zip(demlikMeasures["downloads"] ?? [], guides) where site.week != "2026-W39" {
            #expect(site.value == count, "\(site.week)")
        }
        for (site, week) in zip(demlikMeasures["visitors"] ?? [], demlikRows) where site.week != "2026-W39" {
            #expect(Int(site.value) == Set(week.rows.filter { $0.event == "visit" }.map(\.person)).count)
        }
    }

    @Test func aMeanSaysWhatItWasTakenFrom() {
        for name in ["seconds_on_site", "stars", "nps"] {
            #expect((demlikMeasures[name] ?? []).allSatisfy { Int($0.base) ?? 0 > 0 }, "\(name)")
        }
        #expect((demlikMeasures["opens"] ?? []).allSatisfy { $0.base.isEmpty })
    }
}
