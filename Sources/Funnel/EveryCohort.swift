internal import Calendars

/// Totals under `cohort: every`, where an entity may be counted in several weeks: it is one in a total, in all stages that
/// it reached in any of them.
struct EveryCohort {
    /// A passage and the stages that it had reached before the cut, one bit a stage.
    private typealias Member = (passage: Int, stages: UInt32)

    private let cut: FunnelCut
    private let members: [Member]

    init(of cut: FunnelCut) {
        self.cut = cut
        members = (0..<cut.passages.count).map { ($0, cut.passages.stages(of: $0, before: cut.asOf)) }
            .filter { $0.1 != 0 }
    }

    private func members(where isWanted: (Week) -> Bool) -> [Member] {
        members.filter { isWanted(cut.passages.week(of: $0.passage)) }
    }

    func stages(where isWanted: (Week) -> Bool, isMatured: (Int) -> Bool) -> [StageMetrics] {
        StageSums(counts(of: members(where: isWanted)), of: cut.funnel).metrics(isMatured: isMatured)
    }

    func breakdowns(where isWanted: (Week) -> Bool, isMatured: (Int) -> Bool) -> [BreakdownMetrics] {
        let members = members(where: isWanted)
        return cut.breakdowns.map { dimensions in
            BreakdownMetrics(
                of: members,
                by: dimensions.map { cut.funnel.dimensions[$0].id },
                values: { member in
                    dimensions.map { cut.passages.value(in: $0, of: member.passage, level: member.stages.level) }
                },
                stages: { StageSums(counts(of: $0), of: cut.funnel).metrics(isMatured: isMatured) }
            )
        }
    }

    /// For each week, the matured weeks until then together.
    var maturedUntil: [[StageMetrics]] {
        var counts = Array(repeating: 0, count: cut.funnel.stages.count)
        var reached: [Int32: UInt32] = [:]
        let byWeek = Dictionary(grouping: members) { cut.passages.week(of: $0.passage) }
        return cut.weeks.map { week in
            for member in cut.isMatured(week) ? byWeek[week] ?? [] : [] {
                let entity = cut.passages.entity(of: member.passage)
                let counted = reached[entity, default: 0]
                add(member.stages & ~counted, to: &counts)
                reached[entity] = counted | member.stages
            }
            return StageSums(counts, of: cut.funnel).metrics { _ in true }
        }
    }

    private func counts(of members: [Member]) -> [Int] {
        let entities = members.map { (cut.passages.entity(of: $0.passage), $0.stages) }
        var counts = Array(repeating: 0, count: cut.funnel.stages.count)
        for stages in Dictionary(entities, uniquingKeysWith: |).values { add(stages, to: &counts) }
        return counts
    }

    private func add(_ stages: UInt32, to counts: inout [Int]) {
        for stage in counts.indices where stages & (1 << UInt32(stage)) != 0 { counts[stage] += 1 }
    }
}
