internal import Calendars

/// The values' numbers of earlier weeks, each as old as a later week is that still matures.
struct ValueHistory: Sendable {
    /// One a breakdown, by its values; empty where weeks cannot be cut.
    var aged: [[[String]: any AgedWeeks]] = []
    /// Whether a value that a week does not have is unknown there, and not nobody's: of counts.
    var absentIsUnknown = false

    /// The same under other names, in other places.
    ///
    /// - Parameter change: Gives the new breakdowns.
    func changed(_ change: ([[[String]: any AgedWeeks]]) -> [[[String]: any AgedWeeks]]) -> ValueHistory {
        var history = self
        if !aged.isEmpty { history.aged = change(aged) }
        return history
    }
}

/// Of one value, how many of each week's entrants had reached each stage when the week was as old as a later one is that
/// still matures. The numbers as they are now it leaves to others.
struct ValueAges: AgedWeeks {
    let weeks: [Week]
    let bases: [Int?]
    let firstMaturing: Int
    /// By week, then stage, then the later week whose age it is, from `firstMaturing` on.
    let counts: ArraySlice<Int32>

    func stage(_ stage: Int, ofWeekAt index: Int, weeksEarlier: Int) -> AgedStage {
        func count(_ stage: Int) -> Int? {
            let maturing = weeks.count - firstMaturing
            let place = index + weeksEarlier - firstMaturing
            guard weeksEarlier > 0, (0..<maturing).contains(place) else { return nil }
            return Int(counts[counts.startIndex + (index * bases.count + stage) * maturing + place])
        }
        guard let own = count(stage) else { return .unknown }
        let base = bases[stage].flatMap(count)
        return AgedStage(count: own, rate: base.map { ConversionRate(own, of: $0) })
    }
}

/// Counts for ``ValueAges``, of all values of one dimension.
struct ValueAgeSums {
    /// The values that are told apart, one a slot.
    private let values: [String]
    private let dimension: Int
    let variesByLevel: Bool
    /// By a value's code: its slot, or -1.
    private let slots: [Int32]
    /// By slot, week, stage, then later week.
    private var counts: [Int32]
    private let size: (weeks: Int, stages: Int, maturing: Int)

    /// So many values at most are told apart, and so many numbers kept.
    private static let (mostValues, mostCounts) = (ValueMerging.mostValues + 1, 4_000_000)

    /// - Parameters:
    ///   - dimension: The breakdown's only dimension.
    ///   - total: How many of each value entered.
    /// - Returns: `nil` where there would be too many numbers to keep.
    init?(_ dimension: Int, of passages: PassageSets, total: BreakdownMetrics, weeks: Int, maturing: Int) {
        self.dimension = dimension
        variesByLevel = passages.variesByLevel(in: dimension)
        let sorted = total.values.enumerated().sorted { one, other in
            (other.element.stages[0].count ?? 0, one.offset) < (one.element.stages[0].count ?? 0, other.offset)
        }
        values = sorted.prefix(Self.mostValues).map { $0.element.values[0] }
        let places = Dictionary(values.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { one, _ in one })
        slots = passages.values[dimension].map { places[$0] ?? -1 }
        size = (weeks, passages.stageCount, maturing)
        let count = values.count * weeks * passages.stageCount * maturing
        guard maturing > 0, count <= Self.mostCounts else { return nil }
        counts = Array(repeating: 0, count: count)
    }

    /// The slot of the passage's value when it had reached `level` stages; -1 where it is not told apart.
    @inline(__always)
    func slot(of passage: Int, in passages: Passages, level: Int) -> Int {
        Int(slots[Int(passages.breakdowns[dimension].code(of: passage, level: level))])
    }

    /// Adds passages of a block, whose values do not depend on how far they had come.
    mutating func add(_ cells: ArraySlice<AgedCell>, ofBlock block: Int, of passages: Passages) {
        let codes = passages.breakdowns[dimension].codes(ofBlock: block)
        let each = size.weeks * size.stages * size.maturing
        let slots = slots
        Self.add(cells, codes, slots, each: each, to: &counts)
    }

    private static func add(
        _ cells: ArraySlice<AgedCell>,
        _ codes: [Int32],
        _ slots: [Int32],
        each: Int,
        to counts: inout [Int32]
    ) {
        let (cells, codes, slots) = (cells.span, codes.span, slots.span)
        var counts = counts.mutableSpan
        for cell in cells.indices {
            let slot = Int(slots[Int(codes[Int(cells[cell].index)])])
            if slot >= 0 { counts[slot * each + Int(cells[cell].place)] += 1 }
        }
    }

    @inline(__always)
    mutating func add(slot: Int, week: Int, stage: Int, place: Int) {
        counts[((slot * size.weeks + week) * size.stages + stage) * size.maturing + place] += 1
    }

    mutating func add(_ others: ValueAgeSums) {
        for index in counts.indices { counts[index] += others.counts[index] }
    }

    /// What was there at a later week's age was there at an earlier one's, the value being the same all the time.
    mutating func sumUp() {
        guard !variesByLevel else { return }
        for cell in stride(from: 0, to: counts.count, by: size.maturing) {
            for place in stride(from: size.maturing - 2, through: 0, by: -1) {
                counts[cell + place] += counts[cell + place + 1]
            }
        }
    }

    /// The sums by value.
    func ages(_ weeks: [Week], bases: [Int?]) -> [[String]: any AgedWeeks] {
        let each = size.weeks * size.stages * size.maturing
        return values.enumerated().reduce(into: [:]) { ages, value in
            ages[[value.element]] = ValueAges(
                weeks: weeks,
                bases: bases,
                firstMaturing: weeks.count - size.maturing,
                counts: counts[(value.offset * each)..<((value.offset + 1) * each)]
            )
        }
    }
}
