internal import Calendars

/// Totals under `cohort: every`, where an entity may be counted in several weeks: it is one in a total, in all stages that
/// it reached in any of them.
///
/// Each stage of an entity is counted in the first week in which it reached it, so that the weeks from the first on add up.
struct EveryCohort {
    private let cut: FunnelCut
    private let stageCount: Int
    /// By week, then by stage.
    private var counts: [Int]
    /// One a breakdown; a stage is counted in the first week in which the entity reached it with these values.
    private var parts: [PartSums]

    init(of cut: FunnelCut, threads: Int) {
        self.cut = cut
        stageCount = cut.funnel.stages.count
        counts = Array(repeating: 0, count: cut.weeks.count * stageCount)
        parts = cut.breakdowns.map { PartSums($0, of: cut.passages, weekCount: cut.weeks.count) }
        let none = self
        let pieces = concurrently(cut.passages.pieces(threads: threads), threads: threads) { pieces in
            var sums = none
            cut.passages.forEach(in: pieces) { passages, range in
                passages.forEachEntity(in: range) { sums.add($0, of: passages) }
            }
            return sums
        }
        for piece in pieces {
            for index in counts.indices { counts[index] += piece.counts[index] }
            for part in parts.indices { parts[part].add(piece.parts[part]) }
        }
    }

    /// Adds the passages of an entity, which stand in the order of weeks.
    private mutating func add(_ entity: Range<Int>, of passages: Passages) {
        let first = cut.weeks.first?.number ?? 0
        var reached: UInt32 = 0
        var reachedByValues: [[[Int32]: UInt32]] = entity.count > 1 ? parts.map { _ in [:] } : []
        for passage in entity {
            let stages = passages.stages(of: passage, before: cut.asOf)
            guard stages != 0 else { continue }
            let week = passages.week(of: passage).number - first
            for stage in 0..<stageCount where stages & ~reached & (1 << UInt32(stage)) != 0 {
                counts[week * stageCount + stage] += 1
            }
            reached |= stages
            for part in parts.indices {
                guard entity.count > 1 else {
                    parts[part].add(passage, of: passages, week: week, stages: stages)
                    continue
                }
                let codes = parts[part].codes(of: passage, in: passages, level: stages.level)
                let new = stages & ~reachedByValues[part][codes, default: 0]
                if new != 0 { parts[part].add(codes: codes, week: week, stages: new) }
                reachedByValues[part][codes, default: 0] |= stages
            }
        }
    }

    /// All weeks together, or those that have matured.
    func stages(where isWanted: (Week) -> Bool, isMatured: (Int) -> Bool) -> [StageMetrics] {
        let sums = cut.weeks.indices.filter { isWanted(cut.weeks[$0]) }.reduce(into: noCounts) { add($1, to: &$0) }
        return StageSums(sums, of: cut.funnel).metrics(isMatured: isMatured)
    }

    /// The same by the values of each breakdown.
    func breakdowns(where isWanted: (Week) -> Bool, isMatured: (Int) -> Bool) -> [BreakdownMetrics] {
        zip(cut.breakdowns, parts).map { dimensions, part in
            BreakdownMetrics(
                by: dimensions.map { cut.funnel.dimensions[$0].id },
                counts: part.counts { isWanted(cut.weeks[$0]) },
                stages: { StageSums($0, of: cut.funnel).metrics(isMatured: isMatured) }
            )
        }
    }

    /// For each week, the matured weeks until then together.
    var maturedUntil: [[StageMetrics]] {
        var sums = noCounts
        return cut.weeks.indices.map { week in
            if cut.isMatured(cut.weeks[week]) { add(week, to: &sums) }
            return StageSums(sums, of: cut.funnel).metrics { _ in true }
        }
    }

    private var noCounts: [Int] { Array(repeating: 0, count: stageCount) }

    private func add(_ week: Int, to sums: inout [Int]) {
        for stage in sums.indices { sums[stage] += counts[week * stageCount + stage] }
    }
}

extension Passages {
    /// Calls `body` with the passages of each entity.
    func forEachEntity(in range: Range<Int>, _ body: (Range<Int>) -> Void) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, entity(of: end) == entity(of: start) { end += 1 }
            body(start..<end)
            start = end
        }
    }
}
