internal import Calendars
internal import Records

/// A table of counts as it stood before one instant.
struct CountCut {
    /// Counts that belong together, and a row that has their values.
    private struct Cell {
        var counts: [Int?]
        var row: Int
    }

    let view: View
    let weeks: [Week]
    private let funnel: FunnelDefinition
    private let breakdowns: [[Int]]
    private let timeline: Timeline
    private var asOf: Int64
    private let isWeekly: Bool
    /// Whether every row of a cohort has the day with which its week begins, so that days do not tell what happened when.
    private let isSnapshot: Bool
    private let starts: [Int64]
    private let counts: [[Int?]]
    private let values: [Breakdown]
    private let rowsByWeek: [Week: [Int]]

    init(
        of table: CountTable,
        in funnel: FunnelDefinition,
        by breakdowns: [[Int]],
        on timeline: Timeline,
        before asOf: Int64,
        mergingBelow least: Int? = nil
    ) {
        self.funnel = funnel
        self.breakdowns = breakdowns
        self.timeline = timeline
        self.asOf = asOf
        view = table.entryWeeks == nil ? .activity : .cohort
        isWeekly = table.isWeekly
        isSnapshot = table.entryWeeks.map { Self.isSnapshot($0, table.days) } ?? false
        starts = table.days.map(timeline.start)
        counts = funnel.stages.map { stage in
            guard let index = table.stages.firstIndex(of: stage.id) else {
                preconditionFailure("the table has no stage \(stage.id)")
            }
            return table.counts[index]
        }
        let rowWeeks = table.entryWeeks ?? table.days.map(Week.init(containing:))
        let rows = (0..<table.count).filter { table.isRow($0, before: asOf, on: timeline) }
        let firstCounts = counts[0]
        let bases = rows.map { (row: $0, count: firstCounts[$0] ?? 0) }
        values = Self.values(of: funnel.dimensions, in: table, weeks: rowWeeks, on: timeline)
            .enumerated().map { $1.merged(by: bases, below: funnel.dimensions[$0].canMerge ? least : nil) }
        rowsByWeek = Dictionary(grouping: rows) { rowWeeks[$0] }
        weeks = timeline.weeks(from: rowsByWeek.keys.min(), before: asOf)
    }

    private static func isSnapshot(_ weeks: [Week], _ days: [LocalDate]) -> Bool {
        Set(weeks).count > 1 && zip(weeks, days).allSatisfy { $0.monday == $1 }
    }

    private static func values(
        of dimensions: [Dimension],
        in table: CountTable,
        weeks: [Week],
        on timeline: Timeline
    ) -> [Breakdown] {
        let values = DimensionValues(dimensions, in: table.columns)
        return dimensions.indices.map { dimension in
            var breakdown = Breakdown(stageCount: 1)
            for row in 0..<table.count {
                let date = table.entryWeeks == nil ? table.days[row] : weeks[row].monday
                breakdown.append(values.value(of: dimension, on: row, day: date))
            }
            return breakdown
        }
    }

    /// Every week with its numbers.
    var weekMetrics: [WeekMetrics] {
        var matured = StageSums(of: funnel)
        return weeks.map { week in
            if isInMaturedTotal(week) { for cell in cells(of: week) { matured.add(cell.counts) } }
            let cohort = metrics(of: week)
            return WeekMetrics(
                week: week,
                ageDays: timeline.date(at: asOf).dayNumber - week.monday.dayNumber,
                isComplete: timeline.end(of: week) <= asOf,
                cohort: cohort,
                before: before(week, now: cohort),
                maturedUntilHere: matured.metrics { _ in true }
            )
        }
    }

    /// Every week as it is, and as it was when it was as old as each later week that is not final.
    var ages: CountAges {
        let later =
            canCutWeeks
            ? weeks.indices.filter { week in !funnel.stages.indices.allSatisfy { isMatured($0, in: weeks[week]) } } : []
        var aged: [[Int]: [AgedStage]] = [:]
        for week in later {
            for earlier in 0..<week {
                aged[[earlier, week - earlier]] = stages(ofWeek: weeks[earlier], weeksEarlier: week - earlier)
            }
        }
        let now = weeks.map { week in
            let sums = sums(of: cells(of: week))
            return funnel.stages.indices.map { AgedStage(sums, $0) }
        }
        return CountAges(weeks: weeks, now: now, aged: aged)
    }

    /// The same by the values of each breakdown, of cohorts alone; what weeks are now is told elsewhere.
    var valueAges: [[[String]: any AgedWeeks]] {
        guard view == .cohort, canCutWeeks else { return [] }
        var aged: [[[String]: [[Int]: [AgedStage]]]] = breakdowns.map { _ in [:] }
        for later in weeks.indices where !isMatured(funnel.stages.count - 1, in: weeks[later]) {
            for earlier in 0..<later {
                var younger = self
                younger.asOf = timeline.shift(asOf, days: -7 * (later - earlier))
                let cohort = younger.metrics(of: weeks[earlier])
                for (index, breakdown) in cohort.breakdowns.enumerated() {
                    for value in breakdown.values {
                        let stages = funnel.stages.indices.map { stage in
                            younger.isMatured(stage, in: weeks[earlier]) ? .unknown : AgedStage(value.stages[stage])
                        }
                        aged[index][value.values, default: [:]][[earlier, later - earlier]] = stages
                    }
                }
            }
        }
        return aged.map { $0.mapValues { CountAges(weeks: weeks, now: [], aged: $0) } }
    }

    /// A stage that was final then cannot be held against one that is not, and is unknown.
    private func stages(ofWeek week: Week, weeksEarlier: Int) -> [AgedStage] {
        var younger = self
        younger.asOf = timeline.shift(asOf, days: -7 * weeksEarlier)
        let sums = younger.sums(of: younger.cells(of: week))
        return funnel.stages.indices.map { younger.isMatured($0, in: week) ? .unknown : AgedStage(sums, $0) }
    }

    /// Whether a week's rows tell how it stood when it was younger. A row of a week that still runs holds part of it, and
    /// an earlier week's row cannot be cut at that part; cohorts under the day with which they begin are told as they are
    /// now, and nobody knows what they were.
    private var canCutWeeks: Bool {
        let endsInPartOfRow = isWeekly && timeline.start(of: timeline.week(at: asOf)) != asOf
        return !endsInPartOfRow && !isSnapshot
    }

    /// Whether the week belongs to those that are taken together as matured.
    func isInMaturedTotal(_ week: Week) -> Bool {
        switch view {
        case .activity: timeline.end(of: week) <= asOf
        case .cohort: funnel.isMatured(funnel.stages.count - 1, in: week, on: timeline, before: asOf)
        }
    }

    /// Whether nothing is to come of a stage: it has matured, or the week has no rows at all.
    func isFinal(_ stage: Int, in week: Week) -> Bool { rowsByWeek[week] == nil || isMatured(stage, in: week) }

    private func isMatured(_ stage: Int, in week: Week) -> Bool {
        guard view == .activity else { return funnel.isMatured(stage, in: week, on: timeline, before: asOf) }
        guard timeline.end(of: week) <= asOf else { return false }
        return (rowsByWeek[week] ?? []).allSatisfy { row in
            (0..<stage).allSatisfy { counts[$0][row] == nil || counts[$0 + 1][row] != nil }
        }
    }

    /// The week before, as it stood seven days earlier.
    private func before(_ week: Week, now: CohortMetrics) -> CohortMetrics? {
        let last = week.advanced(by: -1)
        guard week != weeks.first, canCutWeeks || isInMaturedTotal(week) else { return nil }
        var younger = self
        younger.asOf = timeline.shift(asOf, days: -7)
        var before = younger.metrics(of: last)
        for stage in before.stages.indices where before.stages[stage].isMatured != now.stages[stage].isMatured {
            before.hide(stage)
        }
        return before
    }

    private func metrics(of week: Week) -> CohortMetrics {
        metrics(of: [week], matured: funnel.stages.indices.map { isMatured($0, in: week) })
    }

    /// The numbers of several weeks together.
    /// - Parameter matured: Whether they are final, one a stage.
    func metrics(of weeks: [Week], matured: [Bool]) -> CohortMetrics {
        let cells = weeks.flatMap(cells)
        return CohortMetrics(
            stages: sums(of: cells).metrics { matured[$0] },
            breakdowns: breakdowns.map { dimensions in
                BreakdownMetrics(
                    of: cells,
                    by: dimensions.map { funnel.dimensions[$0].id },
                    values: { cell in dimensions.map { value(of: $0, in: cell.row) } },
                    stages: { sums(of: $0).metrics { matured[$0] } }
                )
            }
        )
    }

    private func value(of dimension: Int, in row: Int) -> String {
        values[dimension].values[Int(values[dimension].code(of: row, level: 1))]
    }

    private func sums(of cells: [Cell]) -> StageSums {
        cells.reduce(into: StageSums(of: funnel)) { $0.add($1.counts) }
    }

    /// A week's rows; in the cohort view those with the same values are one cell.
    private func cells(of week: Week) -> [Cell] {
        let rows = (rowsByWeek[week] ?? []).filter { starts[$0] < asOf }
        let cells = rows.map { row in Cell(counts: counts.map { $0[row] }, row: row) }
        guard view == .cohort else { return cells }
        let alike = Dictionary(grouping: cells) { cell in values.map { $0.code(of: cell.row, level: 1) } }
        return alike.values.map { part in Cell(counts: sums(of: part).counts, row: part[0].row) }
    }
}

extension Breakdown {
    /// Values of too few taken together.
    /// - Parameter bases: How many each row stands for.
    fileprivate func merged(by bases: [(row: Int, count: Int)], below least: Int?) -> Breakdown {
        guard least != nil else { return self }
        let pairs = bases.map { (values[Int(code(of: $0.row, level: 1))], $0.count) }
        let merging = ValueMerging(Dictionary(pairs, uniquingKeysWith: +), below: least)
        var merged = self
        merged.rename(merging.name)
        return merged
    }
}
