internal import Calendars

/// What has come of passages week by week, as it stood before one instant: counts and ages, from one pass over them.
struct CohortSums {
    private let cut: FunnelCut
    private let stageCount: Int
    private let firstWeek: Int
    /// By week, then by stage.
    private var counts: [Int]
    /// By week, then by stage; none where nothing says up to which age cohorts have to be watched.
    private var ages: [ConversionAges]
    private var parts: [PartSums]
    private let horizon: Int64?
    private let hasUntimed: Bool
    /// The age from which on nothing but a later stage changes what a passage adds.
    private let settling: Int64

    init(of cut: FunnelCut) {
        self.cut = cut
        stageCount = cut.funnel.stages.count
        firstWeek = cut.weeks.first?.number ?? 0
        counts = Array(repeating: 0, count: cut.weeks.count * stageCount)
        ages = Array(repeating: ConversionAges(), count: cut.weeks.count * stageCount)
        parts = cut.breakdowns.map { PartSums($0, of: cut.passages, weekCount: cut.weeks.count) }
        horizon = cut.horizon
        hasUntimed = cut.passages.hasUntimed
        settling = horizon ?? 0
    }

    /// The sums of all passages as `cut` has them, and as they were at an earlier one, which differs in nothing else.
    ///
    /// What most passages add is the same at both; it is taken once.
    static func both(of cut: FunnelCut, and younger: FunnelCut, threads: Int) -> (now: CohortSums, younger: CohortSums)
    {
        let none = [cut, younger].map { CohortSums(of: $0) }
        let sums = concurrently(cut.passages.pieces(threads: threads), threads: threads) { range in
            var (same, now, younger) = (none[0], none[0], none[1])
            for first in stride(from: range.lowerBound, to: range.upperBound, by: PassageBlock.size) {
                let block = cut.passages.block(at: first / PassageBlock.size)
                for index in 0..<block.count {
                    if younger.isSettled(block, index) {
                        same.add(block, index, first + index)
                    } else {
                        now.add(block, index, first + index)
                        younger.add(block, index, first + index)
                    }
                }
            }
            return [same, now, younger]
        }
        return sums.reduce(into: (none[0], none[1])) { all, piece in
            for others in [piece[0], piece[1]] { all.0.add(others) }
            for others in [piece[0], piece[2]] { all.1.add(others) }
        }
    }

    /// Whether all that the passage ever adds it adds before the cut.
    @inline(__always)
    private func isSettled(_ block: PassageBlock, _ index: Int) -> Bool {
        guard block.stages(of: index) != 0, cut.asOf - block.position(at: block.start(of: index)) >= settling else {
            return false
        }
        return block.stages(of: index, before: cut.asOf) == block.stages(of: index)
    }

    /// Adds a passage.
    @inline(__always)
    private mutating func add(_ block: PassageBlock, _ index: Int, _ passage: Int) {
        let (reached, start) = (block.stages(of: index), block.start(of: index))
        guard reached & 1 != 0 else { return }
        let (entry, week) = (block.position(at: start), block.week(of: index) - firstWeek)
        let stages = block.stages(of: index, before: cut.asOf)
        guard stages != 0 else { return }
        for part in parts.indices { parts[part].add(passage, week: week, stages: stages) }
        let isTimed = !hasUntimed || cut.passages.isTimed(0, in: passage)
        var place = start
        for stage in 0..<stageCount {
            let (bit, cell) = (UInt32(1) << UInt32(truncatingIfNeeded: stage), week * stageCount + stage)
            if stages & bit != 0 { counts[cell] += 1 }
            if stage > 0, isTimed, let horizon {
                if stages & bit == 0 {
                    ages[cell].add(lookAt: cut.asOf - entry, horizon: horizon)
                } else if !hasUntimed || cut.passages.isTimed(stage, in: passage) {
                    ages[cell].add(conversionAt: block.position(at: place) - entry, horizon: horizon)
                }
            }
            if reached & bit != 0 { place += 1 }
        }
    }

    private mutating func add(_ others: CohortSums) {
        for index in counts.indices {
            counts[index] += others.counts[index]
            ages[index].add(others.ages[index])
        }
        for part in parts.indices { parts[part].add(others.parts[part]) }
    }

    /// How many of a week's entrants reached each stage.
    func counts(ofWeekAt week: Int) -> [Int] { Array(counts[(week * stageCount)..<((week + 1) * stageCount)]) }

    /// The numbers of some weeks together; under `cohort: every` of one alone, as an entity may be in several.
    func metrics(ofWeeksAt weeks: [Int], isMatured: (Int) -> Bool) -> CohortMetrics {
        let wanted = Set(weeks)
        let sums = weeks.reduce(into: Array(repeating: 0, count: stageCount)) { sums, week in
            for stage in 0..<stageCount { sums[stage] += counts[week * stageCount + stage] }
        }
        var stages = StageSums(sums, of: cut.funnel).metrics(isMatured: isMatured)
        for stage in stages.indices.dropFirst() {
            stages[stage].timeFromFirst = timeToConvert(to: stage, inWeeksAt: weeks)
        }
        let breakdowns = zip(cut.breakdowns, parts).map { dimensions, part in
            BreakdownMetrics(
                by: dimensions.map { cut.funnel.dimensions[$0].id },
                counts: part.counts(where: wanted.contains),
                stages: { StageSums($0, of: cut.funnel).metrics(isMatured: isMatured) }
            )
        }
        return CohortMetrics(stages: stages, breakdowns: breakdowns)
    }

    /// Only where one of the weeks could be watched to the horizon.
    private func timeToConvert(to stage: Int, inWeeksAt weeks: [Int]) -> TimeToConvert? {
        let first = weeks.filter { counts(ofWeekAt: $0).contains { $0 > 0 } }.min()
        guard horizon != nil, let first, cut.isMatured(cut.weeks[first]) else { return nil }
        return TimeToConvert(ages(to: stage, inWeeksAt: weeks))
    }

    /// The ages at which passages of some weeks came to `stage`.
    func ages(to stage: Int, inWeeksAt weeks: [Int]) -> ConversionAges {
        weeks.reduce(into: ConversionAges()) { $0.add(ages[$1 * stageCount + stage]) }
    }
}
