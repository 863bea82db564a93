import Calendars
import Funnel
import Records
import Testing

@Suite struct ConditionTests {
    private func matches(_ condition: Condition, _ values: [String?]) -> [Bool] {
        let rows = values.indices.map { OracleRow(entity: $0, time: 0, stages: 0, value: values[$0]) }
        return rows.indices.map { row in
            let table = EventTable([rows[row]])
            return RowUse(of: table, where: condition, on: .instants(.utc), before: .max).used == 1
        }
    }

    @Test func boundsHoldOrDoNotHoldAtTheirEnds() {
        let words = ["9", "10", "10.5", "11"]
        func found(_ bounds: NumberBounds) -> [Bool] { matches(.number("value", bounds), words) }
        #expect(found(NumberBounds(over: 10)) == [false, false, true, true])
        #expect(found(NumberBounds(atLeast: 10)) == [false, true, true, true])
        #expect(found(NumberBounds(under: 10.5)) == [true, true, false, false])
        #expect(found(NumberBounds(atMost: 10.5)) == [true, true, true, false])
        #expect(found(NumberBounds(over: 9, atMost: 10)) == [false, true, false, false])
        #expect(found(NumberBounds()) == [true, true, true, true])
    }

    @Test func whatIsNoNumberLiesInNoBounds() {
        let words = ["nan", "inf", "0x10", "12 ", "", "1,5", "-", "ten", nil, "-3", "+4", "1e2", "1e999"]
        let found = matches(.number("value", NumberBounds()), words)
        #expect(found == [false, false, false, false, false, false, false, false, false, true, true, true, false])
    }

    @Test func itsColumnsAreRead() {
        let condition = Condition.all([.number("staff", NumberBounds(over: 10)), .column("role", isOneOf: ["hr"])])
        #expect(condition.columns == ["role", "staff"])
        let segment = Dimension(id: "hr", origin: .condition(condition), touch: .entry)
        #expect(FunnelDefinition.lettered(2, dimensions: [segment]).columns == ["a", "b", "role", "staff"])
    }

    @Test func aSegmentIsInWhereOneOfTheTouchedRowsIs() {
        let rows = [
            OracleRow(entity: 0, time: 0, stages: 1, value: "5"), OracleRow(entity: 0, time: 0, stages: 1, value: "50"),
            OracleRow(entity: 1, time: 0, stages: 1, value: nil), OracleRow(entity: 1, time: 1, stages: 2, value: "50"),
        ]
        func values(_ touch: Touch) -> [String] {
            let segment = Dimension(
                id: "big",
                origin: .condition(.number("value", NumberBounds(over: 10))),
                touch: touch
            )
            let funnel = FunnelDefinition.lettered(2, dimensions: [segment])
            let passages = EventCounter(funnel, in: EventTable(rows), on: .instants(.utc), before: .max).count()
                .passages
            let breakdown = passages.breakdowns[0]
            return (0..<2).map { breakdown.values[Int(breakdown.code(of: $0, level: $0 + 1))] }
        }
        #expect(values(.entry) == ["in", "(none)"])
        #expect(values(.last) == ["in", "in"])
    }
}
