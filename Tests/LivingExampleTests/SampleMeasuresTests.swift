import LivingExample
import Testing

/// Values by measure, a list over the weeks in which it was taken.
private let measures: [String: [(week: String, value: Int, base: String)]] = {
    let lines = String(decoding: wholeDemlik.mail.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return Dictionary(grouping: cells) { $0[1] }.mapValues { $0.map { ($0[0], Int($0[2]) ?? -1, $0[3]) } }
}()

@Suite struct SampleMeasuresTests {
    private func total(_ name: String, from first: String, to last: String) -> Double {
        Double((measures[name] ?? []).filter { (first...last).contains($0.week) }.map(\.value).reduce(0, +))
    }

    @Test func everyMeasureIsTakenEveryWeekButTheSurveyOfTheFirst() {
        for name in ["sent", "delivered", "opens", "clicks", "visitors", "page_views", "seconds_on_site"] {
            #expect(measures[name]?.count == 26, "\(name)")
        }
        #expect(measures["csat_answers"]?.count == measures["csat_satisfied"]?.count)
        #expect((23...26).contains(measures["csat_answers"]?.count ?? 0))
    }

    @Test func noPartIsLargerThanItsWhole() {
        for (part, whole) in [("delivered", "sent"), ("opens", "delivered"), ("clicks", "opens")]
            + [("csat_satisfied", "csat_answers"), ("visitors", "page_views")]
        {
            for (small, large) in zip(measures[part] ?? [], measures[whole] ?? []) {
                #expect(small.value <= large.value && small.week == large.week, "\(part) \(small.week)")
            }
        }
    }

    @Test func visitorsAreThoseOfTheEvents() {
        let counted = demlikRows.map { _, rows in Set(rows.filter { $0.event == "visit" }.map(\.person)).count }
        #expect(measures["visitors"]?.map(\.value) == counted)
    }

    @Test func theOfferOfFreeDeliveryIsOpenedMore() {
        func rate(_ first: String, _ last: String) -> Double {
            total("opens", from: first, to: last) / total("delivered", from: first, to: last)
        }
        #expect((0.32...0.36).contains(rate("2026-W22", "2026-W41")))
        #expect((0.37...0.41).contains(rate("2026-W42", "2026-W47")))
    }

    @Test func timeOnSiteSaysFromHowManyVisitsItWasTaken() {
        let visits = demlikRows.map { _, rows in String(rows.count { $0.event == "visit" }) }
        #expect(measures["seconds_on_site"]?.map(\.base) == visits)
        #expect((measures["opens"] ?? []).allSatisfy { $0.base.isEmpty })
    }
}
