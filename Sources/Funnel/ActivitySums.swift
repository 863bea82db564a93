internal import Calendars

/// What happened in each week, from one pass over the passages, each of another entity or round.
struct ActivitySums: ActivityCounts {
    /// Arrivals by week, then by stage, and by the values of each breakdown.
    private struct Sums {
        var counts: [Int]
        var parts: [PartSums]

        mutating func add(_ others: Sums) {
            for index in counts.indices { counts[index] += others.counts[index] }
            for index in parts.indices { parts[index].add(others.parts[index]) }
        }
    }

    private let cut: ActivityCut
    private let stageCount: Int
    private let firstWeek: Int
    private var now: Sums
    /// As it stood seven days earlier.
    private var younger: Sums
    /// Each week cut at the day of the week on which the data end.
    private var young: [Int]

    init(of cut: ActivityCut, threads: Int) {
        self.cut = cut
        stageCount = cut.passages.stageCount
        firstWeek = cut.weeks.first?.number ?? 0
        young = Array(repeating: 0, count: cut.weeks.count * stageCount)
        let parts = cut.breakdowns.map { PartSums($0, of: cut.passages, weekCount: cut.weeks.count) }
        now = Sums(counts: young, parts: parts)
        younger = now
        let none = self
        for piece in concurrently(
            cut.passages.pieces(threads: threads),
            threads: threads,
            { range in
                var sums = none
                sums.add(range)
                return sums
            }
        ) {
            now.add(piece.now)
            younger.add(piece.younger)
            for index in young.indices { young[index] += piece.young[index] }
        }
    }

    private mutating func add(_ range: Range<Int>) {
        var timeline = TimelineMemory(cut.timeline)
        let (youngerAsOf, youngCuts) = (cut.youngerAsOf, cut.youngCuts)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: PassageBlock.size) {
            let block = cut.passages.block(at: start / PassageBlock.size)
            for index in 0..<block.count {
                var (rest, place) = (block.stages(of: index), block.start(of: index))
                while rest != 0 {
                    let (stage, position) = (rest.trailingZeroBitCount, block.position(at: place))
                    rest &= rest &- 1
                    place += 1
                    guard position < cut.asOf else { continue }
                    let week = timeline.week(at: position).number - firstWeek
                    add(start + index, stage, week, to: &now)
                    if position < youngerAsOf { add(start + index, stage, week, to: &younger) }
                    if position < youngCuts[week] { young[week * stageCount + stage] += 1 }
                }
            }
        }
    }

    @inline(__always)
    private func add(_ passage: Int, _ stage: Int, _ week: Int, to sums: inout Sums) {
        sums.counts[week * stageCount + stage] += 1
        for part in sums.parts.indices {
            sums.parts[part].add(passage, week: week, stages: 1 << UInt32(truncatingIfNeeded: stage))
        }
    }

    func metrics(of weeks: [Week], isMatured: Bool, isYounger: Bool) -> CohortMetrics {
        let sums = isYounger ? younger : now
        let wanted = Set(weeks.map { $0.number - firstWeek })
        return CohortMetrics(
            stages: StageSums(added(sums.counts, of: weeks), of: cut.funnel).metrics { _ in isMatured },
            breakdowns: zip(cut.breakdowns, sums.parts).map { dimensions, part in
                BreakdownMetrics(
                    by: dimensions.map { cut.funnel.dimensions[$0].id },
                    counts: part.counts(where: wanted.contains),
                    stages: { StageSums($0, of: cut.funnel).metrics { _ in isMatured } }
                )
            }
        )
    }

    func counts(of weeks: [Week]) -> [Int] { added(now.counts, of: weeks) }

    func youngCounts(of week: Week) -> [Int] { added(young, of: [week]) }

    private func added(_ counts: [Int], of weeks: [Week]) -> [Int] {
        (0..<stageCount).map { stage in
            weeks.reduce(0) { $0 + counts[($1.number - firstWeek) * stageCount + stage] }
        }
    }
}
