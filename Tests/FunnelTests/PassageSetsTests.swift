import Calendars
import Funnel
import Records
import Testing

/// With whatever memory, the same numbers come out: passages that do not fit in are put aside, and added up set by set.
@Suite struct PassageSetsTests {
    private static let timeline = Timeline.instants(.utc)

    @Test(arguments: CountingMode.all)
    func puttingPassagesAsideMakesNoDifferenceToAnyNumber(mode: CountingMode) throws {
        var numbers = mode.numbers(11_2026)
        for round in 0..<CountingMode.rounds(1) {
            var funnel = mode.randomFunnel(&numbers)
            funnel.dimensions += [
                Dimension(id: "weekday", origin: .date(.weekday), touch: .entry),
                Dimension(id: "is a", origin: .condition(.column("value", isOneOf: ["a"])), touch: .last),
            ]
            var rows: [OracleRow] = []
            for number in 0..<120 {
                rows += mode.randomRows(&numbers, stageCount: funnel.stages.count).map { row in
                    var own = row
                    own.entity += number * 2
                    return own
                }
            }
            let asOf = try #require(rows.map(\.time).max()) - Int64(round % 3 + 1) * day
            let whole = try self.numbers(of: rows, funnel, before: asOf, threads: 1, nil)
            for (threads, size) in [(1, 0), (3, 0), (2, 3000)] {
                let scratch = BytesAside()
                let allowance = RowAllowance(byteCount: size, scratch: scratch, countedSize: size)
                let parted = try self.numbers(of: rows, funnel, before: asOf, threads: threads, allowance)
                #expect(scratch.count > 0 || size > 0)
                for (part, other) in zip(parted, whole) {
                    #expect(part == other, "round \(round) of \(mode), \(threads) threads, \(size) bytes")
                }
            }
        }
    }

    /// All that is told of the rows, in words.
    private func numbers(
        of rows: [OracleRow],
        _ funnel: FunnelDefinition,
        before asOf: Int64,
        threads: Int,
        _ allowance: RowAllowance?
    ) throws -> [String] {
        let events = try #require(try ScannedEvents(rows, for: funnel, threads: threads, allowance: allowance))
        let counter = ScannedEventCounter(
            funnel,
            in: events,
            on: Self.timeline,
            before: asOf,
            threads: threads,
            allowance: allowance
        )
        let passages = try counter.count().passages
        var merged = passages
        merged.merge(in: funnel, below: 40, before: asOf)
        let crossed = [[0], [1, 3], [2], [3], [4]]
        var told: [String] = []
        for passages in [passages, merged] {
            let cohort = FunnelMetrics(
                of: funnel,
                from: passages,
                on: Self.timeline,
                before: asOf,
                by: crossed,
                threads: threads
            )
            let activity = FunnelMetrics(
                activityOf: funnel,
                from: passages,
                on: Self.timeline,
                before: asOf,
                by: crossed,
                threads: threads
            )
            for metrics in [cohort, activity] {
                told += metrics.weeks.map { "\($0)" } + ["\(metrics.total)", "\(metrics.totalMatured)"]
                told.append("\(metrics.proposedMaturityDays.map(String.init) ?? "none")")
            }
        }
        let touches = TouchComparison(of: "value", in: passages, first: 1, last: 2, before: asOf)
        told += touches.weeks.sorted { $0.key < $1.key }.map { "\($0)" }
        for week in touches.weeks.keys.sorted() {
            for view in View.allCases {
                let cut = asOf - 2 * day
                told.append("\(passages.stages(of: week, in: view, of: funnel, on: Self.timeline, before: cut))")
            }
        }
        try passages.check()
        return told
    }

    @Test func passagesThatCannotBeReadAgainAreAnErrorBeforeAnythingIsTold() throws {
        let funnel = FunnelDefinition.lettered(2)
        let rows = (0..<500).map { OracleRow(entity: $0, time: Int64($0) * hour, stages: 1) }
        let scratch = BytesAside()
        let allowance = RowAllowance(byteCount: .max, scratch: scratch, countedSize: 0)
        let events = try #require(try ScannedEvents(rows, for: funnel, threads: 2, allowance: allowance))
        let counter = ScannedEventCounter(
            funnel,
            in: events,
            on: Self.timeline,
            before: .max,
            threads: 2,
            allowance: allowance
        )
        let passages = try counter.count().passages
        #expect(passages.count == 500)
        try passages.check()
        scratch.lose()
        _ = FunnelMetrics(of: funnel, from: passages, on: Self.timeline, before: 600 * hour, threads: 2)
        let error = #expect(throws: RecordsError.self) { try passages.check() }
        #expect(error?.kind == .notPutAside("Input/output error"))
    }
}
