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
        let parts = concurrently(pieces, threads: threads) { pieces in
            var ages = none
            ages.add(pieces, of: cut)
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

    private mutating func add(_ pieces: [PassageSets.Piece], of cut: FunnelCut) {
        guard let first = weeks.first else { return }
        let instants = AgeInstants(of: cut)
        let shape = (first.number, weeks.count, bases.count, firstMaturing)
        var ages = [Int](repeating: 0, count: counts.count * Self.mostAges)
        var cells = [AgedCell](repeating: AgedCell(index: 0, place: 0), count: PassageBlock.size * bases.count)
        let plain = values.indices.filter { values[$0]?.variesByLevel == false }
        let varying = values.indices.filter { values[$0]?.variesByLevel == true }
        cut.passages.forEach(in: pieces) { passages, range in
            for start in stride(from: range.lowerBound, to: range.upperBound, by: PassageBlock.size) {
                let place = start / PassageBlock.size
                let block = passages.block(at: place)
                let cellCount = Self.find(block, in: shape, instants, counts: &counts, ages: &ages, &cells)
                Self.add(cells[..<cellCount], to: &aged)
                for value in plain { values[value]?.add(cells[..<cellCount], ofBlock: place, of: passages) }
                for index in varying.isEmpty ? 0..<0 : 0..<block.count {
                    let week = block.week(of: index) - first.number
                    for value in varying { addVarying(start + index, of: passages, in: value, week: week, cut) }
                }
            }
        }
        for (cell, week) in weeks.indices.flatMap({ week in bases.map { _ in week } }).enumerated() {
            let stage = cell % bases.count
            for age in reachedByAge[week][stage].indices {
                reachedByAge[week][stage][age] += ages[cell * Self.mostAges + age]
            }
        }
    }

    private static func add(_ cells: ArraySlice<AgedCell>, to counts: inout [Int32]) {
        let cells = cells.span
        var counts = counts.mutableSpan
        for index in cells.indices { counts[Int(cells[index].place)] += 1 }
    }

    /// Counts the passages of a block at each stage and age, and finds what they are to weeks that mature.
    /// - Returns: How many of these there are.
    private static func find(
        _ block: PassageBlock,
        in shape: (firstWeek: Int, weeks: Int, stages: Int, firstMaturing: Int),
        _ instants: AgeInstants,
        counts: inout [Int],
        ages: inout [Int],
        _ cells: inout [AgedCell]
    ) -> Int {
        let maturing = shape.weeks - shape.firstMaturing
        let (marks, starts, places) = (instants.instants.span, instants.starts.span, instants.places.span)
        var counts = counts.mutableSpan
        var ages = ages.mutableSpan
        var cells = cells.mutableSpan
        var cellCount = 0
        for index in 0..<block.count {
            let week = block.week(of: index) - shape.firstWeek
            var (rest, place) = (block.stages(of: index), block.start(of: index))
            while rest != 0 {
                let (stage, position) = (rest.trailingZeroBitCount, block.position(at: place))
                rest &= rest &- 1
                place &+= 1
                guard position < instants.asOf else { continue }
                let cell = week * shape.stages + stage
                counts[cell] += 1
                let (cuts, positionWeek) = places[instants.count(upTo: position, marks, starts)]
                let later = min(week + cuts, shape.weeks - 1) - shape.firstMaturing
                // Without a branch: the next one takes its place where it is nothing to them.
                cells[cellCount] = AgedCell(
                    index: Int32(truncatingIfNeeded: index),
                    place: Int32(truncatingIfNeeded: cell * maturing + later)
                )
                cellCount &+= later >= 0 ? 1 : 0
                let age = max(0, positionWeek - week)
                if age < mostAges { ages[cell * mostAges + age] += 1 }
            }
        }
        return cellCount
    }

    /// Where a value depends on how far the passage had come, it is looked up at each age.
    private mutating func addVarying(
        _ passage: Int,
        of passages: Passages,
        in value: Int,
        week: Int,
        _ cut: FunnelCut
    ) {
        for later in max(firstMaturing, week + 1)..<max(weeks.count, firstMaturing, week + 1) {
            let asOf = cut.timeline.shift(cut.asOf, days: -7 * (later - week))
            let stages = passages.stages(of: passage, before: asOf)
            guard stages != 0, let slot = values[value]?.slot(of: passage, in: passages, level: stages.level), slot >= 0
            else { continue }
            for stage in bases.indices where stages & (1 << UInt32(stage)) != 0 {
                values[value]?.add(slot: slot, week: week, stage: stage, place: later - firstMaturing)
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

/// A passage that came to a stage before a later week's cut: its place in its block, and the week, stage and later week in one.
struct AgedCell {
    var index: Int32
    var place: Int32
}

/// The instants that decide at which ages a stage had been reached.
private struct AgeInstants {
    let asOf: Int64
    /// The cuts of all later weeks and the beginnings of weeks, and between them how many of both lie behind a position.
    let instants: [Int64]
    /// By how many instants do not lie after a position: by how many weeks the data could have ended earlier, and the position
    /// still be there; and the index of its week, -1 before the first.
    let places: [(cuts: Int, week: Int)]
    /// For each week's length from the first instant on, how many instants do not lie after its beginning.
    let starts: [Int]
    private static let microsecondsAWeek = 7 * microsecondsADay

    init(of cut: FunnelCut) {
        asOf = cut.asOf
        let last = cut.weeks.count - 1
        let cuts = cut.weeks.indices.map { cut.timeline.shift(cut.asOf, days: -7 * (last - $0)) }
        let weekStarts = cut.weeks.map(cut.timeline.start)
        let instants = (cuts + weekStarts).sorted()
        self.instants = instants
        places =
            [(last, -1)]
            + instants.map { instant in
                (last - cuts.count { $0 <= instant }, weekStarts.count { $0 <= instant } - 1)
            }
        let first = instants.first ?? 0
        starts = (0...(cut.weeks.count + 1)).map { week in
            let beginning = first + Int64(week) * Self.microsecondsAWeek
            return instants.count { $0 <= beginning }
        }
    }

    /// How many instants do not lie after a position. O(1).
    @inline(__always)
    func count(upTo position: Int64, _ instants: Span<Int64>, _ starts: Span<Int>) -> Int {
        guard instants.count > 0, position >= instants[0] else { return 0 }
        var count = starts[min(Int((position &- instants[0]) / Self.microsecondsAWeek), starts.count &- 1)]
        while count < instants.count, instants[count] <= position { count &+= 1 }
        return count
    }
}
