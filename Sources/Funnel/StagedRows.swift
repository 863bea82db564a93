internal import Calendars

/// Rows as chains are counted over them: whose each is, where it lies in time, and which stages it matches.
struct StagedRows {
    var entityCount: Int
    /// Numbers from 0 below `entityCount`.
    var entities: [Int32]
    var positions: [Int64]
    /// One bit a stage, the first stage lowest.
    var stages: [UInt32]
    /// Rows that stand for a stage at a time which is not known to be its own.
    var untimed: Set<Int> = []
    /// Rows that the funnel excludes.
    var excluded: Set<Int> = []

    /// Counts every entity in the week or weeks that the funnel's cohort rule names, with the rows before `asOf`.
    func passages(
        of funnel: FunnelDefinition,
        picking picker: TouchPicker,
        on timeline: Timeline,
        before asOf: Int64
    ) -> Passages {
        var passages = Passages(
            stageCount: funnel.stages.count,
            cohort: funnel.cohort,
            breakdowns: picker.emptyBreakdowns
        )
        let rules = ChainRules(funnel)
        for (entity, rows) in rowsByEntity(before: asOf).enumerated() {
            let journey = Journey(
                rows: rows,
                stages: stages,
                excluded: excluded,
                positions: positions,
                timeline: timeline
            )
            for cohort in journey.cohorts(by: funnel.cohort) {
                let ends = journey.reachedAt(in: cohort, by: rules)
                let untimed = untimedStages(of: journey, reachedAt: ends, order: funnel.order)
                passages.append(entity: Int32(entity), week: cohort.week, reachedAt: ends, untimed: untimed)
                picker.appendValues(of: journey, in: cohort, reachedAt: ends, to: &passages.breakdowns)
            }
        }
        return passages
    }

    /// The stages that were reached by rows without a time of their own alone.
    private func untimedStages(of journey: Journey, reachedAt ends: [Int64], order: StageOrder) -> UInt32 {
        guard !untimed.isEmpty else { return 0 }
        var bits: UInt32 = 0
        for (stage, end) in ends.enumerated() where end != ChainSearch.never {
            let bit = UInt32(1) << UInt32(stage)
            let wanted = order == .any ? .max : bit
            let last = journey.rows.filter { positions[$0] == end && stages[$0] & wanted != 0 }
            if last.allSatisfy(untimed.contains) { bits |= bit }
        }
        return bits
    }

    /// Each entity's rows before `asOf`, in the order of time.
    private func rowsByEntity(before asOf: Int64) -> [[Int]] {
        var rows = Array(repeating: [Int](), count: entityCount)
        for row in positions.indices where positions[row] < asOf { rows[Int(entities[row])].append(row) }
        for entity in rows.indices { rows[entity].sort { positions[$0] < positions[$1] } }
        return rows
    }
}
