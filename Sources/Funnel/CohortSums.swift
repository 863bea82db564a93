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

    init(of cut: FunnelCut) {
        self.cut = cut
        stageCount = cut.funnel.stages.count
        firstWeek = cut.weeks.first?.number ?? 0
        counts = Array(repeating: 0, count: cut.weeks.count * stageCount)
        ages = Array(repeating: ConversionAges(), count: cut.weeks.count * stageCount)
        parts = cut.breakdowns.map { PartSums($0, of: cut.passages, weekCount: cut.weeks.count) }
        horizon = cut.horizon
        hasUntimed = cut.passages.hasUntimed
    }

    /// The sums of all passages, before each of the instants of `cuts`, which differ in nothing else.
    static func all(of cuts: [FunnelCut], threads: Int) -> [CohortSums] {
        let pieces = cuts.first?.passages.pieces(threads: threads) ?? []
        let none = cuts.map { CohortSums(of: $0) }
        let sums = concurrently(pieces, threads: threads) { range in
            var sums = none
            for passage in range {
                for index in sums.indices { sums[index].add(passage) }
            }
            return sums
        }
        return sums.dropFirst().reduce(into: sums.first ?? none) { all, piece in
            for index in all.indices { all[index].add(piece[index]) }
        }
    }

    /// Adds a passage.
    private mutating func add(_ passage: Int) {
        let stages = cut.passages.stages(of: passage, before: cut.asOf)
        guard stages != 0, let entry = cut.passages.reachedAt(0, in: passage) else { return }
        let week = cut.passages.weeks[passage].number - firstWeek
        for part in parts.indices { parts[part].add(passage, week: week, stages: stages) }
        let cell = week * stageCount
        cut.passages.forEachStage(of: passage) { stage, end in
            guard stages & (1 << UInt32(stage)) != 0 else { return }
            counts[cell + stage] += 1
            guard stage > 0, let horizon, !hasUntimed || cut.isTimed(passage, to: stage) else { return }
            ages[cell + stage].add(conversionAt: end - entry, horizon: horizon)
        }
        guard let horizon else { return }
        for stage in 1..<stageCount where stages & (1 << UInt32(stage)) == 0 {
            if hasUntimed, !cut.isTimed(passage, to: stage) { continue }
            ages[cell + stage].add(lookAt: cut.asOf - entry, horizon: horizon)
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
        guard let horizon, let first, cut.isMatured(cut.weeks[first]) else { return nil }
        return CumulativeIncidence(ages(to: stage, inWeeksAt: weeks)).timeToConvert(horizon: horizon)
    }

    /// The ages at which passages of some weeks came to `stage`.
    func ages(to stage: Int, inWeeksAt weeks: [Int]) -> ConversionAges {
        weeks.reduce(into: ConversionAges()) { $0.add(ages[$1 * stageCount + stage]) }
    }
}

extension CumulativeIncidence {
    /// The times by which half and four fifths of those convert who do by the horizon.
    func timeToConvert(horizon: Int64) -> TimeToConvert? {
        guard let median = quantile(0.5, horizon: horizon), let p80 = quantile(0.8, horizon: horizon) else {
            return nil
        }
        return TimeToConvert(
            conversions: conversions,
            medianSeconds: median / 1_000_000,
            p80Seconds: p80 / 1_000_000,
            percentileSeconds: percentiles(horizon: horizon).map { $0 / 1_000_000 }
        )
    }
}
