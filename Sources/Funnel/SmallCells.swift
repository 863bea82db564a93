internal import Calendars

/// One breakdown's counts, week by week, of the matured weeks and of all, and which of them are not told.
///
/// A count under the smallest one allowed is hidden. So that it cannot be worked out, others are hidden with it until for
/// each hidden cell there is a *swap*: a second set of counts that agrees with everything told, in which this cell is
/// one more or one less. A swap moves one entity from one value to another in one week, and mostly another one back in a
/// second week, so that the sums over values (which are told as everybody's numbers) and over weeks stay as they are. The
/// idea is that of complementary suppression in tables with sums (Gusfield 1988); a swap is a cycle in his graph, and one
/// cycle a cell is proof enough.
struct SmallCells {
    /// A line of the table.
    enum Row: Hashable {
        case week(Week)
        /// The weeks that have matured together.
        case matured
        case total
    }

    let values: [[String]]
    let stageCount: Int
    /// The weeks, then the matured ones together, then all.
    let rows: [Row]
    /// Whether a week is among those that are told together as matured; one a week.
    let isMatured: [Bool]
    /// Whether nobody reaches a stage who has not reached the one before.
    let isMonotone: Bool
    /// By row, value, stage.
    private(set) var counts: [Int]
    private(set) var hidden: [Bool]
    /// Everybody's numbers by row and stage; `nil` where they are not known.
    private let everybody: [[Int?]]

    var weekCount: Int { isMatured.count }
    var maturedRow: Int { weekCount }
    var totalRow: Int { weekCount + 1 }

    /// - Parameters:
    ///   - breakdown: Which of the metrics' breakdowns, of one dimension whose values do not overlap.
    init(_ metrics: FunnelMetrics, breakdown: Int) {
        let cohorts = metrics.weeks.map(\.cohort) + [metrics.totalMatured, metrics.total]
        let values = metrics.total.breakdowns[breakdown].values.map(\.values)
        let stageCount = metrics.funnel.stages.count
        rows = metrics.weeks.map { .week($0.week) } + [.matured, .total]
        isMatured = metrics.weeks.map(metrics.isToldTogether)
        isMonotone = metrics.view == .cohort && !metrics.funnel.stages.contains(where: \.isOptional)
        self.values = values
        self.stageCount = stageCount
        everybody = cohorts.map { $0.stages.map(\.count) }
        var counts: [Int] = []
        for cohort in cohorts {
            let own = cohort.breakdowns[breakdown].values
            for value in values {
                let stages = own.first { $0.values == value }?.stages
                counts += (0..<stageCount).map { stages?[$0].count ?? 0 }
            }
        }
        self.counts = counts
        hidden = Array(repeating: false, count: counts.count)
    }

    func place(_ row: Int, _ value: Int, _ stage: Int) -> Int { (row * values.count + value) * stageCount + stage }

    func count(_ row: Int, _ value: Int, _ stage: Int) -> Int { counts[place(row, value, stage)] }

    func isHidden(_ row: Int, _ value: Int, _ stage: Int) -> Bool { hidden[place(row, value, stage)] }

    /// Whether any value's count is hidden there.
    func hidesAny(_ row: Int, _ stage: Int) -> Bool { values.indices.contains { isHidden(row, $0, stage) } }

    mutating func hide(_ row: Int, _ value: Int, _ stage: Int) { hidden[place(row, value, stage)] = true }

    /// Hides counts under `least`. Where everybody's number is 0, so is every value's, and nothing is hidden.
    mutating func hideSmall(below least: Int) {
        for row in rows.indices {
            for stage in 0..<stageCount where everybody[row][stage] != 0 {
                for value in values.indices where count(row, value, stage) < least { hide(row, value, stage) }
            }
        }
    }

    /// Hides what the other table hides of the same numbers: funnels and views share stages.
    /// - Returns: Whether that is more than was hidden already.
    mutating func hideEqual(of other: SmallCells) -> Bool {
        guard other.values == values else { return false }
        let before = hidden
        for row in rows.indices {
            for twin in other.rows.indices where isComparable(rows[row], other.rows[twin]) {
                for stage in 0..<stageCount {
                    for same in 0..<other.stageCount
                    where other.hidesAny(twin, same) && hasEqualCounts(row, stage, other, twin, same) {
                        for value in values.indices where other.isHidden(twin, value, same) { hide(row, value, stage) }
                    }
                }
            }
        }
        return hidden != before
    }

    private func isComparable(_ one: Row, _ other: Row) -> Bool {
        switch (one, other) {
        case (.week(let one), .week(let other)): one == other
        case (.week, _), (_, .week): false
        default: true
        }
    }

    private func hasEqualCounts(_ row: Int, _ stage: Int, _ other: SmallCells, _ twin: Int, _ same: Int) -> Bool {
        values.indices.allSatisfy { count(row, $0, stage) == other.count(twin, $0, same) }
    }
}

extension FunnelMetrics {
    /// Whether the week is among those of `totalMatured`.
    func isToldTogether(_ week: WeekMetrics) -> Bool {
        view == .activity ? week.isComplete : week.cohort.stages.allSatisfy(\.isMatured)
    }
}
