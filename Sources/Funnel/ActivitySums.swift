internal import Calendars

/// What happened in each week, from one pass over the passages.
///
/// Under `cohort: every` an entity may have several: in a week it counts once, and once in several weeks together.
struct ActivitySums: Sendable {
    private let cut: ActivityCut
    private let stageCount: Int
    private let firstWeek: Int
    private var now: ArrivalSums
    /// As it stood seven days earlier.
    private var younger: ArrivalSums
    /// Of each entity only what came first, so that weeks from the first on can be put together; `nil` where it has only one
    /// passage.
    private var first: ArrivalSums?
    /// Each week cut at the day of the week on which the data end.
    private var young: [Int]
    private let youngerAsOf: Int64
    private let youngCuts: [Int64]

    init(of cut: ActivityCut, threads: Int) {
        self.cut = cut
        (youngerAsOf, youngCuts) = (cut.youngerAsOf, cut.youngCuts)
        stageCount = cut.passages.stageCount
        firstWeek = cut.weeks.first?.number ?? 0
        young = Array(repeating: 0, count: cut.weeks.count * stageCount)
        let parts = cut.breakdowns.map { PartSums($0, of: cut.passages, weekCount: cut.weeks.count) }
        now = ArrivalSums(counts: young, parts: parts, stageCount: stageCount)
        younger = now
        if cut.passages.cohort == .every { first = now }
        let none = self
        for piece in concurrently(
            cut.passages.pieces(threads: threads),
            threads: threads,
            { pieces in
                var sums = none
                cut.passages.forEach(in: pieces) { sums.add($0, $1) }
                return sums
            }
        ) {
            now.add(piece.now)
            younger.add(piece.younger)
            if let others = piece.first { first?.add(others) }
            for index in young.indices { young[index] += piece.young[index] }
        }
    }

    private mutating func add(_ passages: Passages, _ range: Range<Int>) {
        var timeline = TimelineMemory(cut.timeline)
        if first == nil {
            add(passages, range, &timeline)
        } else {
            passages.forEachEntity(in: range) { addEntity(passages, $0, &timeline) }
        }
    }

    private mutating func add(_ passages: Passages, _ range: Range<Int>, _ timeline: inout TimelineMemory) {
        for start in stride(from: range.lowerBound, to: range.upperBound, by: PassageBlock.size) {
            let block = passages.block(at: start / PassageBlock.size)
            for index in 0..<block.count {
                var (rest, place) = (block.stages(of: index), block.start(of: index))
                while rest != 0 {
                    let (stage, position) = (rest.trailingZeroBitCount, block.position(at: place))
                    rest &= rest &- 1
                    place += 1
                    guard position < cut.asOf else { continue }
                    let week = timeline.week(at: position).number - firstWeek
                    now.add(start + index, of: passages, stage: stage, week: week)
                    if position < youngerAsOf { younger.add(start + index, of: passages, stage: stage, week: week) }
                    if position < youngCuts[week] { young[week * stageCount + stage] += 1 }
                }
            }
        }
    }

    /// Adds the passages of one entity, what comes first before what comes later.
    private mutating func addEntity(_ passages: Passages, _ range: Range<Int>, _ timeline: inout TimelineMemory) {
        var arrivals: [(passage: Int, stage: Int, position: Int64)] = []
        for passage in range {
            passages.forEachStage(of: passage) { stage, position in
                if position < cut.asOf { arrivals.append((passage, stage, position)) }
            }
        }
        arrivals.sort { $0.position < $1.position }
        var (seenNow, seenYounger, seenFirst): (Set<[Int32]>, Set<[Int32]>, Set<[Int32]>) = ([], [], [])
        for (passage, stage, position) in arrivals {
            let week = timeline.week(at: position).number - firstWeek
            let isNew = now.addOnce(passage, of: passages, stage: stage, week: week, &seenNow)
            if isNew, position < youngCuts[week] { young[week * stageCount + stage] += 1 }
            if position < youngerAsOf {
                _ = younger.addOnce(passage, of: passages, stage: stage, week: week, &seenYounger)
            }
            _ = first?.addOnce(passage, of: passages, stage: stage, week: week, isInAnyWeek: true, &seenFirst)
        }
    }

    /// The numbers of one week, as they are or as they were seven days earlier, or as they are of the weeks up to one.
    func metrics(of weeks: [Week], isMatured: Bool, isYounger: Bool) -> CohortMetrics {
        let sums = isYounger ? younger : sums(of: weeks)
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

    /// How many came to each stage in one week, or in the weeks up to one.
    func counts(of weeks: [Week]) -> [Int] { added(sums(of: weeks).counts, of: weeks) }

    /// How many came to each stage in a week before the day of the week on which the data end.
    func youngCounts(of week: Week) -> [Int] { added(young, of: [week]) }

    private func sums(of weeks: [Week]) -> ArrivalSums { weeks.count > 1 ? first ?? now : now }

    private func added(_ counts: [Int], of weeks: [Week]) -> [Int] {
        (0..<stageCount).map { stage in
            weeks.reduce(0) { $0 + counts[($1.number - firstWeek) * stageCount + stage] }
        }
    }
}
