import Calendars
import Funnel
import Records
import Testing

@Suite struct TouchComparisonTests {
    private let monday = StableProcess.monday

    private func row(_ entity: Int, _ at: Int64, _ stages: UInt32, _ value: String?) -> OracleRow {
        OracleRow(entity: entity, time: monday + at * day, stages: stages, value: value)
    }

    @Test func firstAndLastTouchStandSideBySide() {
        let rows = [
            row(0, -1, 0, "search"), row(0, 0, 1, "ads"), row(0, 2, 2, "mail"),
            row(1, 1, 1, "ads"), row(2, 1, 1, nil), row(2, 3, 2, "mail"), row(3, 8, 1, "ads"),
        ]
        let touches = [Touch.first, .last].map { Dimension(id: "channel", origin: .column("value"), touch: $0) }
        let funnel = FunnelDefinition.lettered(2, dimensions: touches)
        let asOf = monday + 14 * day
        let passages = EventCounter(funnel, in: EventTable(rows), on: .instants(.utc), before: asOf).count().passages
        let comparison = TouchComparison(of: "channel", in: PassageSets(passages), first: 0, last: 1, before: asOf)
        let week = Week(number: 10)
        #expect(
            comparison.weeks[week] == [
                .init(value: "(none)", first: ConversionRate(1, of: 1), last: ConversionRate(0, of: 0)),
                .init(value: "ads", first: ConversionRate(0, of: 1), last: ConversionRate(0, of: 1)),
                .init(value: "mail", first: ConversionRate(0, of: 0), last: ConversionRate(2, of: 2)),
                .init(value: "search", first: ConversionRate(1, of: 1), last: ConversionRate(0, of: 0)),
            ]
        )
        let both = comparison.values(in: [week, week.advanced(by: 1)])
        #expect(both.first { $0.value == "ads" }?.first == ConversionRate(0, of: 2))
        #expect(both.map(\.first.denominator).reduce(0, +) == 4)
        #expect(both.map(\.last.denominator).reduce(0, +) == 4)
    }
}
