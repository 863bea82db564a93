import Calendars
import Funnel
import Records
import Testing

@Suite struct OracleTests {
    private let dimensions = Touch.allCases.map {
        Dimension(id: "by \($0.rawValue)", origin: .column("value"), touch: $0)
    }

    /// Few distinct times, so that ties, re-entries and rows that match several stages are the rule.
    private func randomRows(_ numbers: inout SeededNumbers, stageCount: Int) -> [OracleRow] {
        let step = [6 * hour, day, 3 * day].randomElement(using: &numbers) ?? day
        let shared = Bool.random(using: &numbers)
        return (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
            let single = UInt32(1) << UInt32.random(in: 0...UInt32(stageCount), using: &numbers)
            let bits = shared ? UInt32.random(in: 0..<(1 << UInt32(stageCount)), using: &numbers) : single
            return OracleRow(
                entity: Int.random(in: 0...1, using: &numbers),
                time: Int64.random(in: 0...8, using: &numbers) * step,
                stages: bits & ((1 << UInt32(stageCount)) - 1),
                value: ["ç", "b", "a", nil].randomElement(using: &numbers) ?? nil
            )
        }
    }

    @Test(arguments: CohortRule.allCases)
    func engineAndDefinitionAgreeOnTensOfThousandsOfCases(cohort: CohortRule) {
        var numbers = SeededNumbers(state: 20_261_123)
        let timeline = Timeline.instants(.utc)
        for round in 0..<12_000 {
            let stageCount = Int.random(in: 2...4, using: &numbers)
            let window = [nil, 0, day, 5 * day, 9 * day].randomElement(using: &numbers) ?? nil
            let rows = randomRows(&numbers, stageCount: stageCount)
            let oracle = Oracle(stageCount: stageCount, window: window, cohort: cohort, timeline: timeline)
            let expected = oracle.passages(of: rows)
            let funnel = FunnelDefinition.lettered(stageCount, window: window, cohort: cohort, dimensions: dimensions)
            let table = EventTable(rows)
            let passages = EventCounter(funnel, in: table, on: timeline, before: .max).count().passages
            let found = (0..<passages.count).map { index in
                Oracle.Passage(
                    entity: Int(passages.entities[index]),
                    week: passages.weeks[index],
                    reachedAt: (0..<stageCount).map { passages.reachedAt($0, in: index) }
                )
            }
            guard found == expected else {
                Issue.record("round \(round): \(rows) window \(String(describing: window)): \(found), not \(expected)")
                return
            }
            for (index, passage) in expected.enumerated() {
                for level in 1...passages.level(of: index, before: .max) {
                    for (touch, breakdown) in zip(Touch.allCases, passages.breakdowns) {
                        let code = breakdown.code(of: index, level: level)
                        let value = oracle.value(of: passage, level: level, touch: touch, rows: rows)
                        #expect(breakdown.values[Int(code)] == value, "round \(round), touch \(touch), \(rows)")
                    }
                }
            }
        }
    }

    /// Semantics: one earliest end per stage and entity-week gives every cut at any age.
    @Test(arguments: CohortRule.allCases)
    func cuttingLaterIsTheSameAsNotHavingSeenTheLaterRows(cohort: CohortRule) {
        var numbers = SeededNumbers(state: 7)
        let timeline = Timeline.instants(.utc)
        for round in 0..<4_000 {
            let rows = randomRows(&numbers, stageCount: 3)
            let cut = Int64.random(in: 0...9, using: &numbers) * day
            let funnel = FunnelDefinition.lettered(3, window: 4 * day, cohort: cohort, dimensions: dimensions)
            let table = EventTable(rows)
            let all = EventCounter(funnel, in: table, on: timeline, before: .max).count().passages
            let early = EventCounter(funnel, in: table, on: timeline, before: cut).count().passages
            func signature(_ passages: Passages) -> [String] {
                (0..<passages.count).compactMap { index in
                    let level = passages.level(of: index, before: cut)
                    guard level > 0 else { return nil }
                    let values = passages.breakdowns.map { $0.values[Int($0.code(of: index, level: level))] }
                    return "\(passages.entities[index]) \(passages.weeks[index]) \(level) \(values)"
                }
            }
            #expect(signature(all) == signature(early), "round \(round): \(rows)")
        }
    }

    @Test func theOrderOfRowsMakesNoDifference() {
        var numbers = SeededNumbers(state: 99)
        let timeline = Timeline.instants(.utc)
        for _ in 0..<500 {
            var rows = randomRows(&numbers, stageCount: 3)
            let funnel = FunnelDefinition.lettered(3, window: 4 * day, cohort: .every)
            let before = EventCounter(funnel, in: EventTable(rows), on: timeline, before: .max).count()
            rows.shuffle(using: &numbers)
            let after = EventCounter(funnel, in: EventTable(rows), on: timeline, before: .max).count()
            #expect(before.passages.weeks == after.passages.weeks)
            #expect(before.passages.entities == after.passages.entities)
            #expect(before.use == after.use)
            for index in 0..<before.passages.count {
                for stage in 0..<3 {
                    #expect(before.passages.reachedAt(stage, in: index) == after.passages.reachedAt(stage, in: index))
                }
            }
        }
    }
}
