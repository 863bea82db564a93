import Calendars
import Funnel
import Records
import Testing

@Suite struct CountMetricsTests {
    private let timeline = Timeline.localDays(.utc)
    private let monday = Week(number: 10).monday

    private let funnel = FunnelDefinition(
        id: "counts",
        stages: ["a", "b", "c"].map { Stage(id: $0, condition: .all([])) },
        windowSeconds: 7 * 86_400,
        dimensions: [
            Dimension(id: "value", origin: .column("value"), touch: .entry),
            Dimension(id: "weekday", origin: .date(.weekday), touch: .entry),
            Dimension(id: "not y", origin: .condition(.column("value", isOneOf: ["x", "z"])), touch: .entry),
        ]
    )

    private func randomTable(_ numbers: inout SeededNumbers, byEntry: Bool) -> CountTable {
        let rows = 0..<Int.random(in: 1...30, using: &numbers)
        let days = rows.map { _ in monday.advanced(by: Int.random(in: 0...27, using: &numbers)) }
        return CountTable(
            stages: ["c", "a", "b"],
            isWeekly: false,
            days: days,
            entryWeeks: byEntry
                ? days.map { Week(containing: $0).advanced(by: -Int.random(in: 0...2, using: &numbers)) } : nil,
            counts: (0..<3).map { _ in
                rows.map { _ in Bool.random(using: &numbers) ? Int.random(in: 0...9, using: &numbers) : nil }
            },
            columns: [
                "value": CodedColumn(rows.map { _ in ["x", "y", "z", nil].randomElement(using: &numbers) ?? nil })
            ],
            rowCounts: rows.map { _ in Int.random(in: 1...3, using: &numbers) }
        )
    }

    /// Every cohort stands under its Monday, as it is now: nobody knows what it was when it was younger, so that a young one
    /// has nothing to be held against, and no fall that is only youth.
    @Test func cohortsToldAsTheyAreNowAreNotHeldAgainstWhileTheyMature() throws {
        let weeks = (0..<12).map { Week(number: 10 + $0) }
        let signups = (0..<12).map { $0 < 10 ? 40 : 10 }
        let table = CountTable(
            stages: ["a", "b", "c"],
            isWeekly: false,
            days: weeks.map(\.monday),
            entryWeeks: weeks,
            counts: [weeks.map { _ in 100 }, signups, signups],
            columns: ["value": CodedColumn(weeks.map { _ in "x" })]
        )
        var snapshots = funnel
        (snapshots.windowSeconds, snapshots.maturesAfterSeconds) = (nil, 14 * 86_400)
        let asOf = timeline.start(of: Week(number: 22).monday)
        let metrics = FunnelMetrics(counts: table, of: snapshots, on: timeline, before: asOf)
        #expect(metrics.weeks.suffix(2).allSatisfy { !$0.cohort.stages[1].isMatured })
        #expect(metrics.weeks.suffix(2).allSatisfy { $0.judgements[1].signal == nil && $0.judgements[1].change == nil })
        #expect(metrics.weeks[9].judgements[1].change == 0)
    }

    /// A count is the sum of what is known; a rate stands on rows that know both.
    @Test func weeksAddUpTheirRows() {
        var numbers = SeededNumbers(state: 5)
        for round in 0..<1_000 {
            let table = randomTable(&numbers, byEntry: false)
            let asOf = timeline.start(of: monday.advanced(by: Int.random(in: 1...30, using: &numbers)))
            let metrics = FunnelMetrics(counts: table, of: funnel, on: timeline, before: asOf)
            let counts = [table.counts[1], table.counts[2], table.counts[0]]
            for week in metrics.weeks {
                let rows = (0..<table.count).filter {
                    Week(containing: table.days[$0]) == week.week && timeline.start(of: table.days[$0]) < asOf
                }
                for (stage, found) in week.cohort.stages.enumerated() {
                    let known = rows.compactMap { counts[stage][$0] }
                    #expect(found.count == (known.isEmpty ? nil : known.reduce(0, +)), "round \(round)")
                    guard stage > 0 else { continue }
                    let pairs = rows.filter { counts[stage][$0] != nil && counts[stage - 1][$0] != nil }
                    #expect(found.fromPrevious?.numerator == pairs.compactMap { counts[stage][$0] }.reduce(0, +))
                    #expect(found.fromPrevious?.denominator == pairs.compactMap { counts[stage - 1][$0] }.reduce(0, +))
                }
            }
        }
    }

    @Test(arguments: [false, true])
    func weeksAndValuesAddUpToTheTotal(byEntry: Bool) {
        var numbers = SeededNumbers(state: 8)
        for round in 0..<1_000 {
            let table = randomTable(&numbers, byEntry: byEntry)
            let asOf = timeline.start(of: monday.advanced(by: Int.random(in: 1...30, using: &numbers)))
            let metrics = FunnelMetrics(counts: table, of: funnel, on: timeline, before: asOf)
            #expect(metrics.view == (byEntry ? .cohort : .activity))
            for stage in 0..<3 {
                let total = metrics.total.stages[stage]
                let ofWeeks = metrics.weeks.compactMap { $0.cohort.stages[stage].count }
                #expect(total.count == (ofWeeks.isEmpty ? nil : ofWeeks.reduce(0, +)), "round \(round)")
                for breakdown in metrics.total.breakdowns {
                    let ofValues = breakdown.values.compactMap { $0.stages[stage].count }
                    #expect(total.count == (ofValues.isEmpty ? nil : ofValues.reduce(0, +)))
                }
                let pairs = metrics.weeks.compactMap { $0.cohort.stages[stage].fromPrevious?.denominator }
                #expect(total.fromPrevious.map(\.denominator) == (stage == 0 ? nil : pairs.reduce(0, +)))
            }
            let use = RowUse(of: table, counting: ["a", "b", "c"], on: timeline, before: asOf)
            #expect(use.used + use.other + use.afterAsOf == table.rowCounts.reduce(0, +))
        }
    }

    /// The week before is what a report seven days earlier would have said.
    @Test(arguments: [false, true])
    func theWeekBeforeIsWhatWasKnownThen(byEntry: Bool) throws {
        var numbers = SeededNumbers(state: 13)
        for round in 0..<1_000 {
            let table = randomTable(&numbers, byEntry: byEntry)
            let today = Int.random(in: 8...30, using: &numbers)
            func metrics(_ day: Int) -> FunnelMetrics {
                FunnelMetrics(
                    counts: table,
                    of: funnel,
                    on: timeline,
                    before: timeline.start(of: monday.advanced(by: day))
                )
            }
            let then = metrics(today - 7)
            for week in metrics(today).weeks.dropFirst() {
                let before = try #require(week.before)
                let known = then.weeks.first { $0.week == week.week.advanced(by: -1) }?.cohort
                for stage in 0..<3 where before.stages[stage].count != nil {
                    #expect(before.stages[stage].count == known?.stages[stage].count, "round \(round)")
                    #expect(before.stages[stage].fromFirst == known?.stages[stage].fromFirst)
                    #expect(before.stages[stage].isMatured == week.cohort.stages[stage].isMatured)
                }
            }
        }
    }

    @Test func rowsWithoutACountAreOther() {
        let table = CountTable(
            stages: ["a", "b", "c", "d"],
            isWeekly: false,
            days: [0, 1, 2].map(monday.advanced),
            counts: [[1, nil, 3], [nil, nil, 3], [nil, nil, 3], [nil, 5, 3]],
            rowCounts: [4, 2, 1]
        )
        let use = RowUse(
            of: table,
            counting: ["a", "b", "c"],
            on: timeline,
            before: timeline.start(of: monday) + 2 * day
        )
        #expect([use.used, use.other, use.afterAsOf] == [4, 2, 1])
    }

    @Test func partsOfADateAreTheRowsOrTheEntrys() {
        func weekdays(_ entryWeeks: [Week]?) -> [String] {
            let table = CountTable(
                stages: ["a", "b", "c"],
                isWeekly: false,
                days: [2, 3].map(monday.advanced),
                entryWeeks: entryWeeks,
                counts: [[1, 2], [1, 2], [1, 2]],
                columns: ["value": CodedColumn(["x", "y"])]
            )
            let asOf = timeline.start(of: monday) + 7 * day
            return FunnelMetrics(counts: table, of: funnel, on: timeline, before: asOf, by: [[1], [2, 0]])
                .total.breakdowns.flatMap { $0.values.map { $0.values.joined(separator: " ") } }
        }
        #expect(weekdays(nil) == ["3", "4", "(none) y", "in x"])
        #expect(weekdays([Week(number: 10), Week(number: 10)]) == ["1", "(none) y", "in x"])
    }
}
