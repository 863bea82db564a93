internal import Calendars

/// What happened in each week under `cohort: every`, where an entity may have several passages: each entity counts once.
struct EveryActivity: ActivityCounts {
    /// A passage reaches a stage.
    private struct Arrival {
        var passage: Int
        var stage: Int
        var position: Int64
    }

    private let cut: ActivityCut
    private let arrivals: [Week: [Arrival]]

    init(of cut: ActivityCut) {
        self.cut = cut
        var arrivals: [Week: [Arrival]] = [:]
        for passage in 0..<cut.passages.count {
            cut.passages.forEachStage(of: passage) { stage, position in
                guard position < cut.asOf else { return }
                let arrival = Arrival(passage: passage, stage: stage, position: position)
                arrivals[cut.timeline.week(at: position), default: []].append(arrival)
            }
        }
        self.arrivals = arrivals
    }

    func metrics(of weeks: [Week], isMatured: Bool, isYounger: Bool) -> CohortMetrics {
        let end = isYounger ? cut.youngerAsOf : cut.asOf
        let arrivals = weeks.flatMap { self.arrivals[$0] ?? [] }.filter { $0.position < end }
        func stages(of arrivals: [Arrival]) -> [StageMetrics] {
            StageSums(entityCounts(arrivals), of: cut.funnel).metrics { _ in isMatured }
        }
        return CohortMetrics(
            stages: stages(of: arrivals),
            breakdowns: cut.breakdowns.map { dimensions in
                BreakdownMetrics(
                    of: arrivals,
                    by: dimensions.map { cut.funnel.dimensions[$0].id },
                    values: { arrival in
                        dimensions.map { cut.passages.value(in: $0, of: arrival.passage, level: arrival.stage + 1) }
                    },
                    stages: stages
                )
            }
        )
    }

    func counts(of weeks: [Week]) -> [Int] { entityCounts(weeks.flatMap { arrivals[$0] ?? [] }) }

    func youngCounts(of week: Week) -> [Int] {
        guard let index = cut.weeks.firstIndex(of: week) else { return entityCounts([]) }
        let end = cut.youngCuts[index]
        return entityCounts((arrivals[week] ?? []).filter { $0.position < end })
    }

    private func entityCounts(_ arrivals: [Arrival]) -> [Int] {
        var entities = Array(repeating: Set<Int32>(), count: cut.passages.stageCount)
        for arrival in arrivals { entities[arrival.stage].insert(cut.passages.entity(of: arrival.passage)) }
        return entities.map(\.count)
    }
}
