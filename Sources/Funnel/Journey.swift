internal import Calendars

/// All rows of one entity in the order of time, and the stages they match.
struct Journey {
    /// Row numbers of the table.
    let rows: [Int]
    let stages: [UInt32]
    /// The rows of the table that the funnel excludes.
    let excluded: Set<Int>
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

    /// The earliest end of a chain to each stage among the chains that start within the cohort; under `order: any`, of
    /// a chain of as many stages.
    func reachedAt(in cohort: Cohort, by rules: ChainRules) -> [Int64] {
        guard rules.order != .any else {
            var search = FreeOrderSearch(rules)
            for moment in moments.reversed() {
                search.add(moment, mayStart: cohort.starts.contains(moment.position))
            }
            return search.reachedAt
        }
        var search = ChainSearch(rules)
        for moment in moments { search.add(moment, mayStart: cohort.starts.contains(moment.position)) }
        return search.reachedAt
    }

    /// The rows put together by their times, rows that matter to no chain left out.
    private var moments: [Moment] {
        var moments: [Moment] = []
        for row in rows {
            let isExcluded = excluded.contains(row)
            guard stages[row] != 0 || isExcluded else { continue }
            if moments.last?.position != positions[row] { moments.append(Moment(at: positions[row])) }
            let last = moments.count - 1
            if stages[row] != 0 { moments[last].rows.append(stages[row]) }
            if isExcluded { moments[last].isExcluded = true }
        }
        return moments
    }
}
