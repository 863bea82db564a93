import Calendars
import Funnel
import Records
import Testing

/// Pipelines of random histories against a recount that goes through them day by day.
@Suite struct PipelinePropertyTests {
    private let timeline = Timeline.instants(.utc)
    private let stageCount = 4

    /// What happened to one round: the time of each stage, and how it ended.
    private struct Life {
        var entity: Int
        var stages: [Int64]
        var ending: (outcome: Int, time: Int64)?
        var amount: Double?
        var end: Int64? { ending?.time }
        func isWon(_ count: Int) -> Bool { stages.count == count }
    }

    private func lives(_ numbers: inout SeededNumbers) -> [Life] {
        var lives: [Life] = []
        for entity in 0..<Int.random(in: 1...12, using: &numbers) {
            var start = PipelineTable.monday + Int64.random(in: 0..<60, using: &numbers) * day / 2
            for _ in 0..<Int.random(in: 1...3, using: &numbers) {
                let life = life(of: entity, from: start, &numbers)
                lives.append(life)
                guard let ending = life.ending, ending.outcome == 2 else { break }
                start = ending.time + Int64.random(in: 0...20, using: &numbers) * day / 2
            }
        }
        return lives.shuffled(using: &numbers)
    }

    private func life(of entity: Int, from start: Int64, _ numbers: inout SeededNumbers) -> Life {
        var life = Life(entity: entity, stages: [start], amount: Bool.random(using: &numbers) ? 100 : nil)
        while life.stages.count < stageCount, Int.random(in: 0..<10, using: &numbers) < 7 {
            life.stages.append((life.stages.last ?? 0) + Int64.random(in: 0...16, using: &numbers) * day / 2)
        }
        if life.stages.count < stageCount, Int.random(in: 0..<10, using: &numbers) < 7 {
            let time = (life.stages.last ?? 0) + Int64.random(in: 0...16, using: &numbers) * day / 2
            life.ending = (Int.random(in: 0...2, using: &numbers), time)
        }
        return life
    }

    private func table(_ lives: [Life]) -> RecordTable {
        RecordTable(
            stages: letters.prefix(stageCount).map { String($0) },
            outcomes: PipelineTable.outcomes,
            entityCount: 12,
            entities: lives.map { Int32($0.entity) },
            reached: (0..<stageCount).map { stage in
                lives.map { $0.stages.indices.contains(stage) ? .at($0.stages[stage]) : .no }
            },
            endings: lives.map { life in life.ending.map { .init(outcome: $0.outcome, time: $0.time) } },
            amounts: lives.map(\.amount),
            rows: lives.indices.map { RowPlace(file: "crm.csv", line: $0 + 2) },
            hasClockTimes: true
        )
    }

    private func figures(_ table: RecordTable, before asOf: Int64) -> (RecordCount, PipelineFigures)? {
        var funnel = FunnelDefinition.lettered(stageCount)
        funnel.maturesAfterSeconds = 14 * 86_400
        var questions = PipelineQuestions(stageCount: stageCount)
        questions.handOff = 1
        let count = RecordCounter(funnel, in: table, on: timeline, before: asOf, asking: questions).count()
        return count.figures.map { (count, $0) }
    }

    /// Where a life stands just before `time`: the stage, or `nil` before it begins and after it is over.
    private func stage(of life: Life, before time: Int64) -> Int? {
        let level = life.stages.count { $0 < time }
        guard level > 0, level < stageCount else { return nil }
        if let end = life.end, end < time { return nil }
        return level - 1
    }

    @Test func flowsAreThoseOfARecountAndNothingIsLost() throws {
        var numbers = SeededNumbers(state: 14)
        for round in 0..<400 {
            let lives = lives(&numbers)
            let asOf = PipelineTable.monday + Int64.random(in: 20...90, using: &numbers) * day
            guard let (_, figures) = figures(table(lives), before: asOf) else { continue }
            for week in figures.weeks {
                let start = timeline.start(of: week.week)
                let end = min(timeline.end(of: week.week), asOf)
                for stage in 0..<stageCount {
                    let flow = week.flows[stage]
                    let isHere = { (time: Int64) in (start..<end).contains(time) }
                    let isLast = stage == stageCount - 1
                    #expect(flow.isConserved)
                    #expect(flow.openAtStart == lives.count { self.stage(of: $0, before: start) == stage }, "\(round)")
                    #expect(flow.openAtEnd == lives.count { self.stage(of: $0, before: end) == stage }, "\(round)")
                    #expect(flow.entered == lives.count { $0.stages.count > stage && isHere($0.stages[stage]) })
                    let next = isLast ? stage : stage + 1
                    #expect(flow.advanced == lives.count { $0.stages.count > next && isHere($0.stages[next]) })
                    for outcome in 0..<3 {
                        let ended = lives.filter { $0.stages.count == stage + 1 && $0.ending?.outcome == outcome }
                        #expect(flow.endings[outcome] == ended.count { $0.end.map(isHere) ?? false })
                    }
                }
            }
        }
    }

    @Test func winRatesAreThoseOfARecount() throws {
        var numbers = SeededNumbers(state: 15)
        for _ in 0..<300 {
            let lives = lives(&numbers)
            let asOf = PipelineTable.monday + Int64.random(in: 20...90, using: &numbers) * day
            guard let (_, figures) = figures(table(lives), before: asOf) else { continue }
            for week in figures.weeks {
                let (start, end) = (timeline.start(of: week.week), min(timeline.end(of: week.week), asOf))
                let created = lives.filter { (start..<end).contains($0.stages[0]) }
                let won = lives.filter { $0.isWon(stageCount) && $0.stages[3] < asOf }
                let lost = lives.filter { $0.ending?.outcome == 0 && ($0.end ?? asOf) < asOf }
                let wonHere = won.filter { (start..<end).contains($0.stages[3]) }
                let lostHere = lost.filter { $0.end.map { (start..<end).contains($0) } ?? false }
                let wonOfCreated = created.count { $0.isWon(stageCount) && $0.stages[3] < asOf }
                #expect(week.created == ConversionRate(wonOfCreated, of: created.count))
                #expect(week.closed == ConversionRate(wonHere.count, of: wonHere.count + lostHere.count))
                #expect(week.won.amount == wonHere.compactMap(\.amount).reduce(0, +))
                #expect(figures.closedWinRate == ConversionRate(won.count, of: won.count + lost.count))
            }
        }
    }

    @Test func recycledRoundsAreFollowedToTheirNextOne() throws {
        var numbers = SeededNumbers(state: 16)
        for _ in 0..<300 {
            let lives = lives(&numbers)
            let asOf = PipelineTable.monday + 200 * day
            guard let (_, figures) = figures(table(lives), before: asOf) else { continue }
            let recycled = figures.recycled
            let back = lives.filter { $0.ending?.outcome == 2 }
            #expect(recycled.count == back.count)
            #expect(recycled.count == recycled.notBack + recycled.open + recycled.won + recycled.endings.reduce(0, +))
            let last = Dictionary(grouping: lives, by: \.entity).values.compactMap { own in
                own.max { ($0.stages[0], $0.end ?? .max) < ($1.stages[0], $1.end ?? .max) }
            }
            #expect(recycled.notBack == last.count { $0.ending?.outcome == 2 })
        }
    }

    @Test func whateverDatesRecordsHaveTheLastWeekEndsWithWhatIsOpen() throws {
        var numbers = SeededNumbers(state: 17)
        func reaching() -> RecordTable.Reaching {
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: .no
            case 1: .undated
            default: .at(PipelineTable.monday + Int64.random(in: 0..<50, using: &numbers) * day / 3)
            }
        }
        for _ in 0..<600 {
            var lives = table(lives(&numbers))
            for stage in 0..<stageCount { lives.reached[stage] = lives.reached[stage].map { _ in reaching() } }
            let asOf = PipelineTable.monday + Int64.random(in: 1...60, using: &numbers) * day
            guard let (count, figures) = figures(lives, before: asOf) else { continue }
            #expect(figures.weeks.allSatisfy { $0.flows.allSatisfy(\.isConserved) })
            let dated = figures.weeks.last?.flows.map(\.openAtEnd) ?? []
            let open = count.pipeline.stages.map(\.openNow)
            #expect(dated.reduce(0, +) + count.pipeline.undated >= open.reduce(0, +))
            if count.pipeline.undated == 0, !dated.isEmpty { #expect(dated == open) }
            let entered = figures.weeks.map { $0.flows[0].entered }.reduce(0, +)
            #expect(entered == count.pipeline.rounds - count.pipeline.undated)
            #expect(figures.open.map(\.count) == open.dropLast())
        }
    }
}
