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
    /// By week, then by the stages reached, one bit a stage; what `counts` and `ages` do not have yet. None where stages are
    /// many, or some have no time of their own.
    private var masks: [Int] = []
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
        ages = Array(repeating: ConversionAges(overflow: cut.passages.overflow), count: cut.weeks.count * stageCount)
        parts = cut.breakdowns.map { PartSums($0, of: cut.passages, weekCount: cut.weeks.count) }
        horizon = cut.horizon
        hasUntimed = cut.passages.hasUntimed
        settling = horizon ?? 0
        if stageCount <= 8, !hasUntimed { masks = Array(repeating: 0, count: cut.weeks.count << stageCount) }
    }

    /// The sums of all passages as `cut` has them, and as they were at an earlier one, which differs in nothing else.
    ///
    /// What most passages add is the same at both; it is taken once.
    static func both(of cut: FunnelCut, and younger: FunnelCut, threads: Int) -> (now: CohortSums, younger: CohortSums)
    {
        let none = [cut, younger].map { CohortSums(of: $0) }
        let sums = concurrently(cut.passages.pieces(threads: threads), threads: threads) { pieces in
            var (same, now, younger) = (none[0], none[0], none[1])
            cut.passages.forEach(in: pieces) { passages, range in
                for first in stride(from: range.lowerBound, to: range.upperBound, by: PassageBlock.size) {
                    let block = passages.block(at: first / PassageBlock.size)
                    for index in 0..<block.count {
                        if younger.isSettled(block, index) {
                            same.add(block, index, first + index, of: passages)
                        } else {
                            now.add(block, index, first + index, of: passages)
                            younger.add(block, index, first + index, of: passages)
                        }
                    }
                }
            }
            return [same, now, younger]
        }
        var (now, then) = (none[0], none[1])
        for piece in sums {
            for others in [piece[0], piece[1]] { now.add(others) }
            for others in [piece[0], piece[2]] { then.add(others) }
        }
        now.countMasks()
        then.countMasks()
        return (now, then)
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
    private mutating func add(_ block: PassageBlock, _ index: Int, _ passage: Int, of passages: Passages) {
        let (reached, start) = (block.stages(of: index), block.start(of: index))
        guard reached & 1 != 0 else { return }
        let (entry, week) = (block.position(at: start), block.week(of: index) - firstWeek)
        let stages = block.stages(of: index, before: cut.asOf)
        guard stages != 0 else { return }
        for part in parts.indices { parts[part].add(passage, of: passages, week: week, stages: stages) }
        if masks.isEmpty {
            addStages(stages, week: week, block, index, passage, of: passages, entry: entry)
            return
        }
        masks[week << stageCount | Int(stages)] += 1
        guard let horizon else { return }
        var (rest, place) = (reached ^ 1, start + 1)
        while rest != 0 {
            if stages & rest & (~rest &+ 1) != 0 {
                let cell = week * stageCount + rest.trailingZeroBitCount
                ages[cell].add(conversionAt: block.position(at: place) - entry, horizon: horizon)
            }
            rest &= rest &- 1
            place += 1
        }
        // Later looks are all the others.
        guard cut.asOf - entry < horizon else { return }
        for stage in 1..<stageCount where stages >> UInt32(stage) & 1 == 0 {
            ages[week * stageCount + stage].add(lookAt: cut.asOf - entry, horizon: horizon)
        }
    }

    /// Adds the stages of any passage.
    private mutating func addStages(
        _ stages: UInt32,
        week: Int,
        _ block: PassageBlock,
        _ index: Int,
        _ passage: Int,
        of passages: Passages,
        entry: Int64
    ) {
        let isTimed = !hasUntimed || passages.isTimed(0, in: passage)
        var place = block.start(of: index)
        for stage in 0..<stageCount {
            let (bit, cell) = (UInt32(1) << UInt32(truncatingIfNeeded: stage), week * stageCount + stage)
            if stages & bit != 0 { counts[cell] += 1 }
            if stage > 0, isTimed, let horizon {
                if stages & bit == 0 {
                    ages[cell].add(lookAt: cut.asOf - entry, horizon: horizon)
                } else if !hasUntimed || passages.isTimed(stage, in: passage) {
                    ages[cell].add(conversionAt: block.position(at: place) - entry, horizon: horizon)
                }
            }
            if block.stages(of: index) & bit != 0 { place += 1 }
        }
    }

    private mutating func countMasks() {
        guard !masks.isEmpty else { return }
        for cell in counts.indices {
            let (week, stage) = cell.quotientAndRemainder(dividingBy: stageCount)
            var unreached = 0
            for stages in 0..<(1 << stageCount) {
                let count = masks[week << stageCount | stages]
                if stages >> stage & 1 == 1 { counts[cell] += count } else { unreached += count }
            }
            if stage > 0, horizon != nil { ages[cell].countLaterLooks(among: unreached) }
        }
    }

    private mutating func add(_ others: CohortSums) {
        for index in counts.indices {
            counts[index] += others.counts[index]
            ages[index].add(others.ages[index])
        }
        for index in masks.indices { masks[index] += others.masks[index] }
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
        weeks.reduce(into: ConversionAges(overflow: cut.passages.overflow)) { $0.add(ages[$1 * stageCount + stage]) }
    }
}
