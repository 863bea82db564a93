public import Calendars
public import Records

extension PassageSets {
    /// One week's numbers as they stood before an earlier instant: a week that was published counted again.
    ///
    /// The same as ``FunnelMetrics`` gives for that week when `asOf` ends its data; there are neither times to convert nor
    /// expected rates. O(passages × stages).
    ///
    /// - Parameters:
    ///   - funnel: The funnel that the passages were counted for.
    ///   - asOf: Not after the position before which passages were counted.
    /// - Returns: One a stage, in the funnel's order.
    public func stages(
        of week: Week,
        in view: View,
        of funnel: FunnelDefinition,
        on timeline: Timeline,
        before asOf: Int64
    ) -> [StageMetrics] {
        switch view {
        case .cohort:
            StageSums(cohortCounts(of: week, before: asOf), of: funnel)
                .metrics { funnel.isMatured($0, in: week, on: timeline, before: asOf) }
        case .activity:
            StageSums(arrivals(in: timeline.start(of: week)..<timeline.end(of: week), before: asOf), of: funnel)
                .metrics { _ in timeline.end(of: week) <= asOf }
        }
    }

    /// How many of a week's entrants had reached each stage. No entity is counted twice in one week.
    private func cohortCounts(of week: Week, before asOf: Int64) -> [Int] {
        var counts = Array(repeating: 0, count: stageCount)
        forEachSet { passages in
            for passage in 0..<passages.count where passages.week(of: passage) == week {
                let reached = passages.stages(of: passage, before: asOf)
                for stage in counts.indices where reached & (1 << UInt32(stage)) != 0 { counts[stage] += 1 }
            }
        }
        return counts
    }

    /// How many reached each stage in that time; an entity that `cohort: every` counts in two weeks is one here.
    private func arrivals(in week: Range<Int64>, before asOf: Int64) -> [Int] {
        var counts = Array(repeating: 0, count: stageCount)
        forEachSet { passages in
            func addStages(of entity: Range<Int>) {
                var arrived: UInt32 = 0
                for passage in entity {
                    passages.forEachStage(of: passage) { stage, position in
                        if week.contains(position), position < asOf { arrived |= 1 << UInt32(stage) }
                    }
                }
                for stage in counts.indices where arrived & (1 << UInt32(stage)) != 0 { counts[stage] += 1 }
            }
            if cohort == .every {
                passages.forEachEntity(in: 0..<passages.count, addStages)
            } else {
                for passage in 0..<passages.count { addStages(of: passage..<(passage + 1)) }
            }
        }
        return counts
    }
}

extension CountTable {
    /// One week's numbers from the rows before an earlier instant; `nil` where the table does not give the view.
    ///
    /// - Returns: One a stage, in the funnel's order; of a week without rows, nothing known.
    public func stages(
        of week: Week,
        in view: View,
        of funnel: FunnelDefinition,
        on timeline: Timeline,
        before asOf: Int64
    ) -> [StageMetrics]? {
        let metrics = FunnelMetrics(counts: self, of: funnel, on: timeline, before: asOf, by: [])
        guard metrics.view == view else { return nil }
        return metrics.weeks.first { $0.week == week }?.cohort.stages ?? StageSums(of: funnel).metrics { _ in false }
    }
}
