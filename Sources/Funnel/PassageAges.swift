internal import Calendars

/// How many of each week's entrants had reached each stage, now and when the week was as old as a later one is that still
/// matures.
///
/// One pass over the passages puts each reached-at in its place; then sums from old to young give all ages. The room taken
/// is weeks × stages × weeks that mature.
struct PassageAges: AgedWeeks {
    let weeks: [Week]
    private let bases: [Int?]
    /// By week, then stage.
    private var counts: [Int]
    /// By week, then stage, then the later week whose age it is, from `firstMaturing` on.
    private var aged: [Int32]
    private let firstMaturing: Int
    /// By week, then stage: how many had come before the end of the entry week, of the one after it, and so on.
    private(set) var reachedByAge: [[[Int]]]
    /// The same as `aged` by the values of each breakdown of one dimension; `nil` of others.
    private var values: [ValueAgeSums?]

    /// As many weeks after entry are told apart.
    static let mostAges = 26

    private var maturing: Int { weeks.count - firstMaturing }

    /// - Parameters:
    ///   - total: The numbers of all weeks.
    ///   - threads: How many look at passages at a time.
    init(of cut: FunnelCut, total: CohortMetrics, threads: Int = 1) {
        let none = PassageAges(withoutAny: cut, total)
        let pieces = cut.passages.pieces(threads: threads)
        let parts = concurrently(pieces, threads: threads) { range in
            var ages = none
            ages.add(range, of: cut)
            return ages
        }
        self = none
        for part in parts { add(part) }
        sumUp()
    }

    private init(withoutAny cut: FunnelCut, _ total: CohortMetrics) {
        let (passages, stageCount) = (cut.passages, cut.funnel.stages.count)
        weeks = cut.weeks
        bases = (0..<stageCount).map(cut.funnel.base)
        let isFinal = { passages.cohort != .person && cut.isMatured($0) }
        firstMaturing = cut.weeks.firstIndex { !isFinal($0) } ?? cut.weeks.count
        counts = Array(repeating: 0, count: weeks.count * stageCount)
        aged = Array(repeating: 0, count: weeks.count * stageCount * (weeks.count - firstMaturing))
        let last = weeks.count - 1
        reachedByAge = weeks.indices.map { week in
            Array(repeating: Array(repeating: 0, count: min(Self.mostAges, last - week + 1)), count: stageCount)
        }
        let (weekCount, maturing) = (weeks.count, weeks.count - firstMaturing)
        values = zip(cut.breakdowns, total.breakdowns).map { dimensions, total in
            dimensions.count > 1
                ? nil
                : ValueAgeSums(dimensions[0], of: passages, total: total, weeks: weekCount, maturing: maturing)
        }
    }

    private mutating func add(_ range: Range<Int>, of cut: FunnelCut) {
        guard let first = weeks.first else { return }
        let (passages, timeline, last) = (cut.passages, cut.timeline, weeks.count - 1)
        let cuts = WeeklySteps(weeks.indices.map { timeline.shift(cut.asOf, days: -7 * (last - $0)) })
        let starts = WeeklySteps(weeks.map(timeline.start))
        let plain = values.indices.filter { values[$0]?.variesByLevel == false }
        let varying = values.indices.filter { values[$0]?.variesByLevel == true }
        var slots = plain.map { _ in -1 }
        for passage in range {
            let week = passages.weeks[passage].number - first.number
            for (index, value) in plain.enumerated() { slots[index] = values[value]?.slot(of: passage, level: 1) ?? -1 }
            for value in varying { addVarying(passage, in: value, week: week, of: cut) }
            passages.forEachStage(of: passage) { stage, position in
                guard position < cut.asOf else { return }
                let youngestCut = last - cuts.count(notAfter: position)
                add(stage, ofWeekAt: week, knownUntil: week + youngestCut)
                let place = min(week + youngestCut, last) - firstMaturing
                if place >= 0 {
                    for (index, value) in plain.enumerated() where slots[index] >= 0 {
                        values[value]?.add(slots[index], week: week, stage: stage, place: place)
                    }
                }
                let age = max(0, starts.count(notAfter: position) - 1 - week)
                if age < Self.mostAges { reachedByAge[week][stage][age] += 1 }
            }
        }
    }

    /// Where a value depends on how far the passage had come, it is looked up at each age.
    private mutating func addVarying(_ passage: Int, in value: Int, week: Int, of cut: FunnelCut) {
        for later in max(firstMaturing, week + 1)..<max(weeks.count, firstMaturing, week + 1) {
            let asOf = cut.timeline.shift(cut.asOf, days: -7 * (later - week))
            let stages = cut.passages.stages(of: passage, before: asOf)
            guard stages != 0, let slot = values[value]?.slot(of: passage, level: stages.level), slot >= 0 else {
                continue
            }
            for stage in bases.indices where stages & (1 << UInt32(stage)) != 0 {
                values[value]?.add(slot, week: week, stage: stage, place: later - firstMaturing)
            }
        }
    }

    /// By breakdown and value.
    var valueAges: [[[String]: any AgedWeeks]] { values.map { $0?.ages(weeks, bases: bases) ?? [:] } }

    private mutating func add(_ others: PassageAges) {
        for index in values.indices {
            if let other = others.values[index] { values[index]?.add(other) }
        }
        for index in counts.indices { counts[index] += others.counts[index] }
        for index in aged.indices { aged[index] += others.aged[index] }
        for week in reachedByAge.indices {
            for stage in reachedByAge[week].indices {
                for age in reachedByAge[week][stage].indices {
                    reachedByAge[week][stage][age] += others.reachedByAge[week][stage][age]
                }
            }
        }
    }

    /// - Parameter latest: The latest week at whose age the stage had been reached.
    private mutating func add(_ stage: Int, ofWeekAt week: Int, knownUntil latest: Int) {
        let cell = week * bases.count + stage
        counts[cell] += 1
        let place = min(latest, weeks.count - 1) - firstMaturing
        if place >= 0 { aged[cell * maturing + place] += 1 }
    }

    /// What was there at a later week's age was there at an earlier one's: cuts go back in time as ages go on.
    private mutating func sumUp() {
        for index in values.indices { values[index]?.sumUp() }
        for cell in counts.indices {
            for place in stride(from: maturing - 2, through: 0, by: -1) {
                aged[cell * maturing + place] += aged[cell * maturing + place + 1]
            }
        }
        for week in reachedByAge.indices {
            for stage in reachedByAge[week].indices {
                for age in reachedByAge[week][stage].indices.dropFirst() {
                    reachedByAge[week][stage][age] += reachedByAge[week][stage][age - 1]
                }
            }
        }
    }

    func stage(_ stage: Int, ofWeekAt index: Int, weeksEarlier: Int) -> AgedStage {
        let count = count(stage, ofWeekAt: index, weeksEarlier: weeksEarlier)
        let base = bases[stage].map { self.count($0, ofWeekAt: index, weeksEarlier: weeksEarlier) }
        return AgedStage(count: count, rate: base.map { ConversionRate(count, of: $0) })
    }

    private func count(_ stage: Int, ofWeekAt index: Int, weeksEarlier: Int) -> Int {
        let cell = index * bases.count + stage
        guard weeksEarlier > 0 else { return counts[cell] }
        let place = index + weeksEarlier - firstMaturing
        precondition(place >= 0, "the later week has matured; its numbers are held against final ones")
        return Int(aged[cell * maturing + place])
    }
}
