internal import Calendars

/// All rows of one entity in the order of time, and the stages they match.
struct Journey {
    let rows: ArraySlice<JourneyRow>

    /// A week in which the entity is counted.
    struct Cohort {
        var week: Week
        /// Where chains may start.
        var starts: Range<Int64>
        /// Where the entity's entry row lies.
        var entry: Int64
    }

    /// The weeks in which the entity is counted, in the order of time; none without a stage-1 row.
    func cohorts(by rule: CohortRule, on timeline: inout TimelineMemory) -> [Cohort] {
        var cohorts: [Cohort] = []
        for row in rows where row.stages & 1 != 0 {
            if let last = cohorts.last {
                guard rule == .every else { break }
                if last.starts.contains(row.position) { continue }
            }
            cohorts.append(Cohort(at: row.position, by: rule, on: &timeline))
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

    /// The stages that were reached by rows without a time of their own alone.
    func untimedStages(reachedAt ends: [Int64], order: StageOrder) -> UInt32 {
        guard rows.contains(where: \.isUntimed) else { return 0 }
        var bits: UInt32 = 0
        for (stage, end) in ends.enumerated() where end != ChainSearch.never {
            let bit = UInt32(1) << UInt32(stage)
            let wanted = order == .any ? .max : bit
            let last = rows.filter { $0.position == end && $0.stages & wanted != 0 }
            if last.allSatisfy(\.isUntimed) { bits |= bit }
        }
        return bits
    }

    /// The rows put together by their times, rows that matter to no chain left out.
    private var moments: [Moment] {
        var moments: [Moment] = []
        for row in rows where row.stages != 0 || row.isExcluded {
            if moments.last?.position != row.position { moments.append(Moment(at: row.position)) }
            let last = moments.count - 1
            if row.stages != 0 { moments[last].rows.append(row.stages) }
            if row.isExcluded { moments[last].isExcluded = true }
        }
        return moments
    }
}

extension Journey.Cohort {
    /// The cohort of an entry row.
    init(at entry: Int64, by rule: CohortRule, on timeline: inout TimelineMemory) {
        week = timeline.week(at: entry)
        starts = rule == .person ? Int64.min..<Int64.max : timeline.range(of: week)
        self.entry = entry
    }
}
