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
        let stages = stagesOfRows
        let excluded = excludedRows
        let positions = positions
        var picker = TouchPicker(funnel, in: table, positions: positions, timeline: timeline)
        var passages = Passages(stageCount: funnel.stages.count, breakdowns: picker.emptyBreakdowns)
        let rules = ChainRules(funnel)
        for (entity, rows) in rowsByEntity(positions).enumerated() {
            let journey = Journey(
                rows: rows,
                stages: stages,
                excluded: excluded,
                positions: positions,
                timeline: timeline
            )
            for cohort in journey.cohorts(by: funnel.cohort) {
                let ends = journey.reachedAt(in: cohort, by: rules)
                passages.append(entity: Int32(entity), week: cohort.week, reachedAt: ends)
                picker.appendValues(of: journey, in: cohort, reachedAt: ends, to: &passages.breakdowns)
            }
        }
        return (passages, use(of: stages, excluded, at: positions))
    }

    /// The first two stages that match one and the same row before `asOf`; `nil` where no row matches two.
    ///
    /// Under `order: any` stages may not share rows.
    public var sharedRows: SharedRows? { SharedRows(zip(stagesOfRows, positions).filter { $1 < asOf }.map(\.0)) }

    private var stagesOfRows: [UInt32] {
        let matcher = StageMatcher(funnel.stages, in: table)
        return (0..<table.rowCount).map { matcher.stages(ofRow: $0) }
    }

    /// Whether each row is excluded; empty where the funnel excludes nothing.
    private var excludedRows: [Bool] {
        guard let exclusion = funnel.exclusion else { return [] }
        let condition = CodedCondition(exclusion, in: table)
        return (0..<table.rowCount).map { condition.holds(forRow: $0) }
    }

    private var positions: [Int64] { table.times.map { timeline.position(of: Instant(microseconds: $0)) } }

    private func use(of stages: [UInt32], _ excluded: [Bool], at positions: [Int64]) -> RowUse {
        var use = RowUse()
        for row in stages.indices {
            let isUsed = stages[row] != 0 || !excluded.isEmpty && excluded[row]
            use.add(isUsed: isUsed, isBeforeAsOf: positions[row] < asOf)
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
