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
    /// `nil` where nothing says up to which age cohorts have to be watched, or nobody asks.
    private let horizon: Int64?
    private let hasUntimed: Bool

    private init(of cut: FunnelCut, keepingAges: Bool = true) {
        self.cut = cut
        stageCount = cut.funnel.stages.count
        firstWeek = cut.weeks.first?.number ?? 0
        counts = Array(repeating: 0, count: cut.weeks.count * stageCount)
        ages = Array(repeating: ConversionAges(overflow: cut.passages.overflow), count: cut.weeks.count * stageCount)
        parts = cut.breakdowns.map { PartSums($0, of: cut.passages, weekCount: cut.weeks.count) }
        horizon = keepingAges ? cut.horizon : nil
        hasUntimed = cut.passages.hasUntimed
        if stageCount <= 8, !hasUntimed { masks = Array(repeating: 0, count: cut.weeks.count << stageCount) }
    }

    /// The sums of all passages as `cut` has them, and as they were at an earlier one, which differs in nothing else.
    /// The ages are those of `cut` alone.
    static func both(of cut: FunnelCut, and younger: FunnelCut, threads: Int) -> (now: CohortSums, younger: CohortSums)
    {
        let none = (now: CohortSums(of: cut), younger: CohortSums(of: younger, keepingAges: false))
        let sums = concurrently(cut.passages.pieces(threads: threads), threads: threads) { pieces in
            var (now, younger) = none
            var stages = [UInt32](repeating: 0, count: PassageBlock.size)
            cut.passages.forEach(in: pieces) { passages, range in
                for first in stride(from: range.lowerBound, to: range.upperBound, by: PassageBlock.size) {
                    let block = passages.block(at: first / PassageBlock.size)
                    if now.masks.isEmpty {
                        now.addAny(block, first, of: passages)
                        younger.addAny(block, first, of: passages)
                    } else {
                        now.add(block, first, of: passages, &stages, changing: &younger)
                    }
                }
            }
            return (now, younger)
        }
        var (now, then) = none
        for piece in sums {
            now.add(piece.0)
            then.add(piece.1)
        }
        // What is different is all that has been added.
        if !then.masks.isEmpty { then.add(now) }
        now.countMasks()
        then.countMasks()
        return (now, then)
    }

    /// Adds the passages of a block, and to others what is different of them at their earlier cut.
    /// - Parameter stages: Room for the stages that each has reached.
    private mutating func add(
        _ block: PassageBlock,
        _ first: Int,
        of passages: Passages,
        _ stages: inout [UInt32],
        changing younger: inout CohortSums
    ) {
        let (asOf, earlier, firstWeek, stageCount) = (cut.asOf, younger.cut.asOf, firstWeek, stageCount)
        // Moved out, so that they need not be looked after anew for every passage.
        var masks: [Int] = []
        swap(&masks, &self.masks)
        var counts = masks.mutableSpan
        var reached = stages.mutableSpan
        for index in 0..<block.count {
            let (now, then) = block.stages(of: index, before: asOf, and: earlier)
            let week = block.week(of: index) - firstWeek
            reached[index] = now
            guard now != 0 else { continue }
            counts[week << stageCount | Int(now)] += 1
            if then != now { younger.change(first + index, of: passages, week: week, from: now, to: then) }
        }
        swap(&masks, &self.masks)
        for part in parts.indices { parts[part].add(block, first, of: passages, stages: stages, from: firstWeek) }
        if let horizon { addAges(block, stages, horizon: horizon) }
    }

    /// Takes a passage away that has reached these stages, and adds it as one that has reached others, or none.
    private mutating func change(
        _ passage: Int,
        of passages: Passages,
        week: Int,
        from now: UInt32,
        to then: UInt32
    ) {
        masks[week << stageCount | Int(now)] -= 1
        for part in parts.indices { parts[part].add(passage, of: passages, week: week, stages: now, times: -1) }
        guard then != 0 else { return }
        masks[week << stageCount | Int(then)] += 1
        for part in parts.indices { parts[part].add(passage, of: passages, week: week, stages: then) }
    }

    private mutating func addAges(_ block: PassageBlock, _ stages: [UInt32], horizon: Int64) {
        var own: [ConversionAges] = []
        swap(&own, &self.ages)
        defer { swap(&own, &self.ages) }
        var ages = own.mutableSpan
        for index in 0..<block.count where stages[index] != 0 {
            let (reached, now, start) = (block.stages(of: index), stages[index], block.start(of: index))
            let (entry, first) = (block.position(at: start), (block.week(of: index) - firstWeek) * stageCount)
            var (rest, place) = (reached ^ 1, start + 1)
            while rest != 0 {
                if now & rest & (~rest &+ 1) != 0 {
                    let cell = first + rest.trailingZeroBitCount
                    if let seconds = block.seconds(from: start, to: place) {
                        ages[cell].add(conversionAtSecond: seconds, horizon: horizon)
                    } else {
                        ages[cell].add(conversionAt: block.position(at: place) - entry, horizon: horizon)
                    }
                }
                rest &= rest &- 1
                place += 1
            }
            // Later looks are all the others.
            guard cut.asOf - entry < horizon else { continue }
            for stage in 1..<stageCount where now >> UInt32(stage) & 1 == 0 {
                ages[first + stage].add(lookAt: cut.asOf - entry, horizon: horizon)
            }
        }
    }

    /// Adds the passages of a block where stages are many, or some have no time of their own.
    private mutating func addAny(_ block: PassageBlock, _ first: Int, of passages: Passages) {
        for index in 0..<block.count where block.stages(of: index) & 1 != 0 {
            let stages = block.stages(of: index, before: cut.asOf)
            guard stages != 0 else { continue }
            let week = block.week(of: index) - firstWeek
            for part in parts.indices { parts[part].add(first + index, of: passages, week: week, stages: stages) }
            let entry = block.position(at: block.start(of: index))
            addStages(stages, week: week, block, index, first + index, of: passages, entry: entry)
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
            if horizon != nil { ages[index].add(others.ages[index]) }
        }
        for index in masks.indices { masks[index] += others.masks[index] }
        for part in parts.indices { parts[part].add(others.parts[part]) }
    }

    /// How many of a week's entrants reached each stage.
    func counts(ofWeekAt week: Int) -> [Int] { Array(counts[(week * stageCount)..<((week + 1) * stageCount)]) }

    /// The numbers of some weeks together; under `cohort: every` of one alone, as an entity may be in several.
    /// - Parameter times: How long they took to each stage, where somebody has found that already.
    func metrics(
        ofWeeksAt weeks: [Int],
        times: [TimeToConvert?]? = nil,
        isMatured: (Int) -> Bool
    ) -> CohortMetrics {
        let wanted = Set(weeks)
        let sums = weeks.reduce(into: Array(repeating: 0, count: stageCount)) { sums, week in
            for stage in 0..<stageCount { sums[stage] += counts[week * stageCount + stage] }
        }
        var stages = StageSums(sums, of: cut.funnel).metrics(isMatured: isMatured)
        for stage in stages.indices.dropFirst() {
            stages[stage].timeFromFirst = times.map { $0[stage] } ?? timeToConvert(to: stage, inWeeksAt: weeks)
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

    /// How long passages of some weeks took to `stage`; only where one of the weeks could be watched to the horizon.
    /// - Parameter curve: That of their ages, where somebody has it.
    func timeToConvert(to stage: Int, inWeeksAt weeks: [Int], _ curve: ConversionCurve? = nil) -> TimeToConvert? {
        let first = weeks.filter { counts(ofWeekAt: $0).contains { $0 > 0 } }.min()
        guard horizon != nil, let first, cut.isMatured(cut.weeks[first]) else { return nil }
        return TimeToConvert(ages(to: stage, inWeeksAt: weeks), curve: curve)
    }

    /// The ages at which passages of some weeks came to `stage`.
    func ages(to stage: Int, inWeeksAt weeks: [Int]) -> ConversionAges {
        weeks.reduce(into: ConversionAges(overflow: cut.passages.overflow)) { $0.add(ages[$1 * stageCount + stage]) }
    }
}
