import Calendars
import Funnel
import Records
import Testing

@Suite struct OracleTests {
    private let timeline = Timeline.instants(.utc)

    private func passages(_ funnel: FunnelDefinition, _ rows: [OracleRow], before asOf: Int64 = .max) -> Passages {
        EventCounter(funnel, in: EventTable(rows), on: timeline, before: asOf).count().passages
    }

    @Test(arguments: CountingMode.all)
    func engineAndDefinitionAgreeOnEveryCase(mode: CountingMode) {
        var numbers = mode.numbers(20_261_123)
        for round in 0..<CountingMode.rounds(1000) {
            let funnel = mode.randomFunnel(&numbers)
            let rows = mode.randomRows(&numbers, stageCount: funnel.stages.count)
            let oracle = Oracle(funnel, on: timeline)
            let expected = oracle.passages(of: rows)
            let passages = passages(funnel, rows)
            guard passages.asOracle == expected else {
                Issue.record("round \(round): \(rows) in \(funnel): \(passages.asOracle), not \(expected)")
                return
            }
            for (index, passage) in expected.enumerated() {
                let deepest = passage.reachedAt.lastIndex { $0 != nil }
                #expect(passages.level(of: index, before: .max) == (deepest ?? -1) + 1)
                for level in 1...funnel.stages.count where passage.reachedAt[level - 1] != nil {
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
    @Test(arguments: CountingMode.all)
    func cuttingLaterIsTheSameAsNotHavingSeenTheLaterRows(mode: CountingMode) {
        var numbers = mode.numbers(7)
        for round in 0..<CountingMode.rounds(200) {
            let funnel = mode.randomFunnel(&numbers)
            let rows = mode.randomRows(&numbers, stageCount: funnel.stages.count)
            let cut = Int64.random(in: 0...9, using: &numbers) * day
            func signature(_ passages: Passages) -> [String] {
                (0..<passages.count).compactMap { index in
                    let level = passages.level(of: index, before: cut)
                    guard level > 0 else { return nil }
                    let values = passages.breakdowns.map { $0.values[Int($0.code(of: index, level: level))] }
                    let ends = funnel.stages.indices.map { stage in
                        passages.reachedAt(stage, in: index).flatMap { $0 < cut ? $0 : nil }
                    }
                    return "\(passages.entities[index]) \(passages.weeks[index]) \(level) \(ends) \(values)"
                }
            }
            let all = signature(passages(funnel, rows))
            let early = signature(passages(funnel, rows, before: cut))
            #expect(all == early, "round \(round): \(rows) in \(funnel)")
        }
    }

    @Test(arguments: CountingMode.all)
    func theOrderOfRowsMakesNoDifference(mode: CountingMode) {
        var numbers = mode.numbers(99)
        for _ in 0..<CountingMode.rounds(20) {
            let funnel = mode.randomFunnel(&numbers)
            var rows = mode.randomRows(&numbers, stageCount: funnel.stages.count)
            let before = EventCounter(funnel, in: EventTable(rows), on: timeline, before: .max).count()
            rows.shuffle(using: &numbers)
            let after = EventCounter(funnel, in: EventTable(rows), on: timeline, before: .max).count()
            #expect(before.passages.asOracle == after.passages.asOracle)
            #expect(before.use == after.use)
        }
    }

    /// As many stages as there may be, with rows that mostly follow one another.
    @Test(arguments: StageOrder.allCases)
    func aFunnelOfThirtyTwoStagesIsCountedExactly(order: StageOrder) {
        var numbers = SeededNumbers(state: 32)
        let optional = order == .any ? [] : [3, 4, 17, 30]
        for round in 0..<CountingMode.rounds(40) {
            let funnel = FunnelDefinition.lettered(
                32,
                window: 40 * hour,
                order: order,
                optional: optional,
                excludes: true
            )
            var rows = (0..<32).filter { stage in !optional.contains(stage) || Bool.random(using: &numbers) }.map {
                stage in
                OracleRow(entity: 0, time: Int64(stage) * hour, stages: 1 << UInt32(stage))
            }
            if order == .any { rows = Array(rows.prefix(1) + rows.shuffled(using: &numbers).prefix(9)) }
            let moved = Int.random(in: 0..<rows.count, using: &numbers)
            rows[moved].time += Int64.random(in: -1...1, using: &numbers) * hour
            rows[Int.random(in: 0..<rows.count, using: &numbers)].isExcluded =
                Int.random(in: 0...3, using: &numbers) == 0
            let found = passages(funnel, rows).asOracle
            #expect(found == Oracle(funnel, on: timeline).passages(of: rows), "round \(round): \(rows)")
        }
    }
}
