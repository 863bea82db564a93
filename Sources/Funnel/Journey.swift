internal import Calendars

/// All rows of one entity in the order of time, and the stages they match.
struct Journey {
    /// Row numbers of the table.
    let rows: [Int]
    let stages: [UInt32]
    let positions: [Int64]
    let timeline: Timeline

    /// A week in which the entity is counted.
    struct Cohort {
        var week: Week
        /// Where chains may start.
        var starts: Range<Int64>
        /// Where the entity's entry row lies.
        var entry: Int64
    }

    /// The weeks in which the entity is counted, in the order of time; none without a stage-1 row.
    func cohorts(by rule: CohortRule) -> [Cohort] {
        var cohorts: [Cohort] = []
        for row in rows where stages[row] & 1 != 0 {
            let entry = positions[row]
            if let last = cohorts.last {
                guard rule == .every else { break }
                if last.starts.contains(entry) { continue }
            }
            let week = timeline.week(at: entry)
            let starts = rule == .person ? Int64.min..<Int64.max : timeline.start(of: week)..<timeline.end(of: week)
            cohorts.append(Cohort(week: week, starts: starts, entry: entry))
        }
        return cohorts
    }

    /// The earliest end of a chain to each stage among the chains that start within the cohort.
    func reachedAt(in cohort: Cohort, stageCount: Int, window: Int64?) -> [Int64] {
        var search = ChainSearch(stageCount: stageCount, window: window)
        var first = rows.startIndex
        while first < rows.endIndex {
            let position = positions[rows[first]]
            let mayStart = cohort.starts.contains(position)
            var ties: [UInt32] = []
            while first < rows.endIndex, positions[rows[first]] == position {
                let matched = stages[rows[first]] & (mayStart ? .max : ~1)
                if matched != 0 { ties.append(matched) }
                first += 1
            }
            if !ties.isEmpty { search.add(ties, at: position) }
        }
        return search.reachedAt
    }
}
