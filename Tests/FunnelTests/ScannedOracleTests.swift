import Calendars
import Funnel
import Records
import Testing

/// What is counted straight from a file's bytes is what the definition says, under every combination of rules.
@Suite struct ScannedOracleTests {
    private static let timeline = Timeline.instants(.utc)

    @Test(arguments: CountingMode.all)
    func scannedFilesAndTheDefinitionAgreeOnEveryCase(mode: CountingMode) throws {
        var numbers = mode.numbers(5_2026)
        for round in 0..<CountingMode.rounds(8) {
            let funnel = mode.randomFunnel(&numbers)
            // Many small cases in one file, each with entities of its own.
            var rows: [OracleRow] = []
            for number in 0..<100 {
                rows += mode.randomRows(&numbers, stageCount: funnel.stages.count).map { row in
                    var own = row
                    own.entity += number * 2
                    return own
                }
            }
            rows.shuffle(using: &numbers)
            let found = try scanned(rows, funnel, threads: 1 + round % 3)
            let differences = found.difference(from: expected(rows, funnel)).map { "\($0)" }
            #expect(differences == [], "round \(round) of \(mode)")
        }
    }

    @Test(arguments: StageOrder.allCases)
    func thirtyTwoStagesAreCountedExactlyFromBytes(order: StageOrder) throws {
        var numbers = SeededNumbers(state: 3232)
        let optional = order == .any ? [] : [3, 4, 17, 30]
        for round in 0..<CountingMode.rounds(6) {
            let funnel = FunnelDefinition.lettered(
                32,
                window: [nil, 40 * hour].randomElement(using: &numbers) ?? nil,
                order: order,
                optional: round % 2 == 0 ? optional : [],
                excludes: round % 3 == 0
            )
            var rows: [OracleRow] = []
            for entity in 0..<12 {
                var own = (0..<32).filter { !optional.contains($0) || Bool.random(using: &numbers) }
                if order == .any { own = Array(own.prefix(1) + own.dropFirst().shuffled(using: &numbers).prefix(8)) }
                rows += own.map { OracleRow(entity: entity, time: Int64($0) * hour, stages: 1 << UInt32($0)) }
                rows[rows.count - 2].time += Int64.random(in: -1...1, using: &numbers) * hour
                // The oracle takes every excluded row for one, whether the funnel excludes any or not.
                let isExcluded = Int.random(in: 0...3, using: &numbers) == 0
                rows[rows.count - 3].isExcluded = isExcluded && round % 3 == 0
            }
            rows.shuffle(using: &numbers)
            #expect(try scanned(rows, funnel, threads: 2) == expected(rows, funnel), "round \(round)")
        }
    }

    /// A passage without its entity's number, with its value at each stage reached under each touch.
    private func line(_ week: Week, _ reachedAt: [Int64?], _ values: (Int) -> [String]) -> String {
        let reached = reachedAt.indices.filter { reachedAt[$0] != nil }
        return "\(week) \(reachedAt.map { $0.map(String.init) ?? "–" }) \(reached.map { values($0 + 1) })"
    }

    private func expected(_ rows: [OracleRow], _ funnel: FunnelDefinition) -> [String] {
        let oracle = Oracle(funnel, on: Self.timeline)
        let byEntity = Dictionary(grouping: rows, by: \.entity)
        return byEntity.values.flatMap { own in
            oracle.passages(of: own).map { passage in
                line(passage.week, passage.reachedAt) { level in
                    funnel.dimensions.map { oracle.value(of: passage, level: level, touch: $0.touch, rows: own) }
                }
            }
        }.sorted()
    }

    private func scanned(_ rows: [OracleRow], _ funnel: FunnelDefinition, threads: Int) throws -> [String] {
        let events = try #require(try ScannedEvents(rows, for: funnel, threads: threads))
        let counter = ScannedEventCounter(funnel, in: events, on: Self.timeline, before: .max, threads: threads)
        return try counter.count().passages.sortedLines { passages, passage in
            let reachedAt = (0..<passages.stageCount).map { passages.reachedAt($0, in: passage) }
            return line(passages.weeks[passage], reachedAt) { level in
                passages.breakdowns.map { $0.values[Int($0.code(of: passage, level: level))] }
            }
        }
    }
}
