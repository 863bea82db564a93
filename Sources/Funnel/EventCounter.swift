public import Calendars
public import Records

/// Counts a funnel over a table of events.
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
        let rows = StagedRows(table, matching: funnel.stages, on: timeline)
        let picker = TouchPicker(funnel, in: table, positions: rows.positions, timeline: timeline)
        return (rows.passages(of: funnel, picking: picker, on: timeline, before: asOf), rows.use(before: asOf))
    }
}

extension StagedRows {
    /// The rows of a table of events, with the stages that they match.
    init(_ table: EventTable, matching stages: some Sequence<Stage>, on timeline: Timeline) {
        let matcher = StageMatcher(stages, in: table.columns)
        self.init(
            entityCount: table.entityCount,
            entities: table.entities,
            positions: table.times.map { timeline.position(of: Instant(microseconds: $0)) },
            stages: (0..<table.rowCount).map { matcher.stages(ofRow: $0) }
        )
    }

    /// What became of the rows; one is used if it matches a stage.
    func use(before asOf: Int64) -> RowUse {
        var use = RowUse()
        for row in stages.indices {
            use.add(1, isUsed: stages[row] != 0, isBeforeAsOf: positions[row] < asOf)
        }
        return use
    }
}
