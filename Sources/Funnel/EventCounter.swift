public import Calendars
public import Records

/// Counts a funnel over a table of events. This is the one door to the counting engine.
public struct EventCounter {
    private let funnel: FunnelDefinition
    private let table: EventTable
    private let timeline: Timeline
    private let asOf: Int64

    /// Prepares to count `funnel` with the rows of `table` before `asOf`.
    /// - Precondition: The table has every column of `funnel.columns`.
    public init(_ funnel: FunnelDefinition, in table: EventTable, on timeline: Timeline, before asOf: Int64) {
        self.funnel = funnel
        self.table = table
        self.timeline = timeline
        self.asOf = asOf
    }

    /// Counts every entity in the week or weeks that the cohort rule names.
    ///
    /// The order of the table's rows makes no difference. O(rows × log rows of an entity), under
    /// `cohort: every` times the weeks in which an entity has a stage-1 row.
    public func count() -> (passages: Passages, use: RowUse) {
        let matcher = StageMatcher(funnel.stages, in: table)
        let stages = (0..<table.rowCount).map { matcher.stages(ofRow: $0) }
        let positions = table.times.map { timeline.position(of: Instant(microseconds: $0)) }
        var picker = TouchPicker(funnel, in: table, positions: positions, timeline: timeline)
        var passages = Passages(stageCount: funnel.stages.count, breakdowns: picker.emptyBreakdowns)
        let window = funnel.windowSeconds.map { $0 * 1_000_000 }
        for (entity, rows) in rowsByEntity(positions).enumerated() {
            let journey = Journey(rows: rows, stages: stages, positions: positions, timeline: timeline)
            for cohort in journey.cohorts(by: funnel.cohort) {
                let ends = journey.reachedAt(in: cohort, stageCount: funnel.stages.count, window: window)
                passages.append(entity: Int32(entity), week: cohort.week, reachedAt: ends)
                picker.appendValues(of: journey, in: cohort, reachedAt: ends, to: &passages.breakdowns)
            }
        }
        return (passages, use(of: stages, at: positions))
    }

    private func use(of stages: [UInt32], at positions: [Int64]) -> RowUse {
        var use = RowUse()
        for row in stages.indices {
            use.add(isUsed: stages[row] != 0, isBeforeAsOf: positions[row] < asOf)
        }
        return use
    }

    /// Each entity's rows before `asOf`, in the order of time.
    private func rowsByEntity(_ positions: [Int64]) -> [[Int]] {
        var rows = Array(repeating: [Int](), count: table.entityCount)
        for row in positions.indices where positions[row] < asOf { rows[Int(table.entities[row])].append(row) }
        for entity in rows.indices { rows[entity].sort { positions[$0] < positions[$1] } }
        return rows
    }
}
