import Calendars
import Funnel
import Records
import Testing

@Suite struct RecordCounterTests {
    private let timeline = Timeline.instants(.utc)
    private let monday = Timeline.instants(.utc).start(of: Week(number: 10))

    /// Few distinct days, so that gaps, ties, backwards dates and early endings are the rule.
    private func randomRows(_ numbers: inout SeededNumbers, stageCount: Int, backwards: Bool = true) -> [RecordRow] {
        (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
            var stages = (0..<stageCount).map { _ -> RecordTable.Reaching in
                switch Int.random(in: 0...4, using: &numbers) {
                case 0: .no
                case 1: .undated
                default: .at(monday + Int64.random(in: 0...20, using: &numbers) * day)
                }
            }
            if !backwards, !stages.isAscending { stages = stages.map { _ in .no } }
            let hasTime = Bool.random(using: &numbers)
            let ending = RecordTable.Ending(
                outcome: Int.random(in: 0...1, using: &numbers),
                time: hasTime ? monday + Int64.random(in: 0...20, using: &numbers) * day : nil
            )
            return RecordRow(
                entity: Int.random(in: 0...4, using: &numbers),
                stages: stages,
                ending: Bool.random(using: &numbers) ? ending : nil,
                value: ["ads", "mail", nil].randomElement(using: &numbers) ?? nil
            )
        }
    }

    private func count(
        _ rows: [RecordRow],
        stageCount: Int,
        before asOf: Int64,
        skipped: SkippedStages = .backfill
    ) -> RecordCount {
        let ids = letters.prefix(stageCount).map { String($0) }
        let funnel = FunnelDefinition.lettered(stageCount, dimensions: dimensions)
        let table = RecordTable(rows, stageIDs: ids)
        return RecordCounter(funnel, in: table, on: timeline, before: asOf, skipped: skipped).count()
    }

    private let dimensions = [
        Dimension(id: "value", origin: .column("value"), touch: .last),
        Dimension(id: "week", origin: .date(.week), touch: .first),
        Dimension(id: "ads", origin: .condition(.column("value", isOneOf: ["ads"])), touch: .entry),
    ]

    @Test(arguments: SkippedStages.allCases)
    func engineAndRulesAgreeOnThousandsOfTables(skipped: SkippedStages) {
        var numbers = SeededNumbers(state: 3)
        for round in 0..<6_000 {
            let stageCount = Int.random(in: 2...4, using: &numbers)
            let rows = randomRows(&numbers, stageCount: stageCount)
            let asOf = monday + Int64.random(in: 0...22, using: &numbers) * day
            let oracle = RecordOracle(asOf: asOf, skipped: skipped)
            let count = count(rows, stageCount: stageCount, before: asOf, skipped: skipped)
            let begun = rows.filter { oracle.level(of: $0) > 0 }
            var reached: [String] = []
            for row in begun {
                guard let entry = oracle.reachedAt(0, of: row) else { continue }
                let ends = (0..<oracle.level(of: row)).map { oracle.reachedAt($0, of: row) ?? -1 }
                let ads = row.value == "ads" ? "in" : "(none)"
                reached.append("\(row.entity) \(ends) \(row.value ?? "(none)") \(timeline.week(at: entry)) \(ads)")
            }
            #expect(signature(count.passages).sorted() == reached.sorted(), "round \(round): \(rows) at \(asOf)")
            #expect(count.pipeline.rounds == begun.count)
            #expect(count.pipeline.entities == Set(begun.map(\.entity)).count)
            #expect(count.pipeline.undated == begun.count - reached.count)
            for (stage, found) in count.pipeline.stages.enumerated() {
                let here = begun.filter { oracle.level(of: $0) == stage + 1 }.map(oracle.standing)
                #expect(found.reached == begun.count { oracle.level(of: $0) > stage })
                #expect(found.openNow == here.count { $0 == .open }, "round \(round): \(rows) at \(asOf)")
                #expect(found.endings == [0, 1].map { outcome in here.count { $0 == .ended(outcome) } })
            }
        }
    }

    private func signature(_ passages: Passages) -> [String] {
        (0..<passages.count).map { index in
            let ends = (0..<passages.stageCount).compactMap { passages.reachedAt($0, in: index) }
            let values = passages.breakdowns.map { $0.values[Int($0.code(of: index, level: 1))] }
            #expect(passages.weeks[index] == timeline.week(at: ends[0]))
            return "\(passages.entities[index]) \(ends) \(values.joined(separator: " "))"
        }
    }

    @Test func whatReachedAStageIsOpenWentOnOrEndedAtAnyInstant() {
        var numbers = SeededNumbers(state: 17)
        for round in 0..<3_000 {
            let rows = randomRows(&numbers, stageCount: 4)
            for asOf in stride(from: monday, through: monday + 22 * day, by: Int(3 * day)) {
                let pipeline = count(rows, stageCount: 4, before: asOf).pipeline
                for (index, stage) in pipeline.stages.enumerated() {
                    #expect(stage.reached == stage.openNow + stage.advanced + stage.endings.reduce(0, +))
                    let next = index < 3 ? pipeline.stages[index + 1].reached : pipeline.won
                    #expect(stage.advanced == next, "round \(round): \(rows)")
                }
                #expect(pipeline.stages[3].openNow == 0)
                #expect(pipeline.stages[0].reached == pipeline.rounds)
            }
        }
    }

    @Test func everyRowIsUsedOtherOrAfter() {
        var numbers = SeededNumbers(state: 23)
        for _ in 0..<2_000 {
            let rows = randomRows(&numbers, stageCount: 3)
            let rowCounts = rows.map { _ in Int.random(in: 1...5, using: &numbers) }
            let table = RecordTable(rows, stageIDs: ["a", "b", "c"], rowCounts: rowCounts)
            let asOf = monday + Int64.random(in: 0...22, using: &numbers) * day
            let count = RecordCounter(.lettered(3), in: table, on: timeline, before: asOf).count()
            let (use, pipeline) = (count.use, count.pipeline)
            #expect(use.used + use.other + use.afterAsOf == rowCounts.reduce(0, +))
            let oracle = RecordOracle(asOf: asOf, skipped: .backfill)
            #expect(use.used == zip(rows, rowCounts).filter { oracle.level(of: $0.0) > 0 }.map(\.1).reduce(0, +))
            #expect(pipeline.rounds <= use.used)
        }
    }

    /// One reached-at a stage gives every cut, as long as no date goes backwards.
    @Test func cuttingLaterIsTheSameAsNotHavingSeenTheLaterDates() {
        var numbers = SeededNumbers(state: 31)
        for round in 0..<4_000 {
            let rows = randomRows(&numbers, stageCount: 3, backwards: false).filter { !$0.stages.contains(.undated) }
            let cut = monday + Int64.random(in: 0...22, using: &numbers) * day
            let all = count(rows, stageCount: 3, before: .max).passages
            let early = count(rows, stageCount: 3, before: cut).passages
            func levels(_ passages: Passages) -> [String] {
                (0..<passages.count).compactMap { index in
                    let level = passages.level(of: index, before: cut)
                    return level > 0 ? "\(passages.entities[index]) \(passages.weeks[index]) \(level)" : nil
                }
            }
            #expect(levels(all).sorted() == levels(early).sorted(), "round \(round): \(rows) at \(cut)")
        }
    }

    @Test func theOrderOfRecordsMakesNoDifference() {
        var numbers = SeededNumbers(state: 41)
        for _ in 0..<500 {
            var rows = randomRows(&numbers, stageCount: 3)
            let before = count(rows, stageCount: 3, before: monday + 15 * day)
            rows.shuffle(using: &numbers)
            let after = count(rows, stageCount: 3, before: monday + 15 * day)
            #expect(signature(before.passages).sorted() == signature(after.passages).sorted())
            #expect(before.passages.entities == after.passages.entities && before.use == after.use)
            #expect(before.pipeline.stages == after.pipeline.stages)
        }
    }

    @Test func stagesAreFoundByTheirIdsAndMayBeASelection() {
        let row = RecordRow(entity: 0, stages: [.at(monday), .at(monday + day), .at(monday + 2 * day)])
        let table = RecordTable([row], stageIDs: ["c", "x", "a"])
        let funnel = FunnelDefinition(
            id: "part",
            stages: ["a", "c"].map { Stage(id: $0, condition: .all([])) }
        )
        let count = RecordCounter(funnel, in: table, on: timeline, before: .max).count()
        #expect(count.passages.reachedAt(0, in: 0) == monday + 2 * day)
        #expect(count.pipeline.backwards.map(\.id) == ["c"])
    }

    @Test func localDaysTieTheClockTimesOfADay() {
        let row = RecordRow(entity: 0, stages: [.at(monday + 14 * hour), .at(monday + 9 * hour)])
        let table = RecordTable([row])
        let passages = RecordCounter(.lettered(2), in: table, on: .localDays(.utc), before: .max).count().passages
        #expect(passages.isTimed(1, in: 0))
    }
}
