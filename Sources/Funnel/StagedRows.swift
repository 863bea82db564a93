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
    /// So many rows come first that have words; those behind them are nobody's touch.
    var wordedCount: Int

    /// Counts every entity in the week or weeks that the funnel's cohort rule names, with the rows before `asOf`.
    func passages(
        of funnel: FunnelDefinition,
        picking picker: TouchPicker,
        on timeline: Timeline,
        before asOf: Int64
    ) -> Passages {
        var counter = JourneyCounter(funnel, picking: picker, on: timeline)
        var (rows, bounds) = rowsByEntity(before: asOf)
        for entity in 0..<entityCount {
            let range = bounds[entity]..<bounds[entity + 1]
            rows.order(range)
            counter.count(rows[range], entity: Int32(entity))
        }
        return counter.passages
    }

    /// The rows before `asOf`, one entity's behind another's, and where each entity's begin.
    private func rowsByEntity(before asOf: Int64) -> (rows: [JourneyRow], bounds: [Int]) {
        var bounds = Array(repeating: 0, count: entityCount + 1)
        for row in positions.indices where positions[row] < asOf { bounds[Int(entities[row]) + 1] += 1 }
        for entity in 0..<entityCount { bounds[entity + 1] += bounds[entity] }
        var next = bounds
        let none = JourneyRow(position: 0, stages: 0, words: -1)
        var rows = Array(repeating: none, count: bounds[entityCount])
        for row in positions.indices where positions[row] < asOf {
            let entity = Int(entities[row])
            rows[next[entity]] = JourneyRow(
                position: positions[row],
                stages: stages[row],
                words: row < wordedCount ? Int32(row) : -1,
                isExcluded: excluded.contains(row),
                isUntimed: untimed.contains(row)
            )
            next[entity] += 1
        }
        return (rows, bounds)
    }
}
