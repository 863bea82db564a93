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
        let rows = rows
        let picker = TouchPicker(funnel, in: table.columns)
        return (rows.passages(of: funnel, picking: picker, on: timeline, before: asOf), rows.use(before: asOf))
    }

    /// The first two stages that share rows before `asOf`; `nil` where no row matches two. Under `order: any` there must
    /// be none.
    public var sharedRows: SharedRows? { SharedRows(in: rows, before: asOf) }

    private var rows: StagedRows {
        StagedRows(table, matching: funnel.stages, excluding: funnel.exclusion, on: timeline)
    }
}

extension StagedRows {
    /// The rows of a table of events, with the stages that they match.
    init(
        _ table: EventTable,
        matching stages: some Sequence<Stage>,
        excluding exclusion: Condition? = nil,
        on timeline: Timeline
    ) {
        let matcher = StageMatcher(stages, in: table.columns)
        self.init(
            entityCount: table.entityCount,
            entities: table.entities,
            positions: table.times.map { timeline.position(of: Instant(microseconds: $0)) },
            stages: (0..<table.rowCount).map { matcher.stages(ofRow: $0) },
            wordedCount: table.rowCount
        )
        if let exclusion = exclusion.map({ CodedCondition($0, in: table.columns) }) {
            excluded = Set((0..<table.rowCount).filter(exclusion.holds))
        }
    }

    /// What became of the rows; one is used if it matches a stage, or is excluded.
    func use(before asOf: Int64) -> RowUse {
        var use = RowUse()
        for row in stages.indices {
            use.add(1, isUsed: stages[row] != 0 || excluded.contains(row), isBeforeAsOf: positions[row] < asOf)
        }
        return use
    }
}
