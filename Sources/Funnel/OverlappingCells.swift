/// A breakdown of which nobody can tell how its values overlap with others, as segments and crossed dimensions: in a line
/// and stage, all of its counts are told, or none.
struct OverlappingCells {
    /// Of crossed dimensions all combinations, whether they occur or not; of segments those that occur.
    private let values: [[String]]
    /// By row (the weeks, the matured ones, all), then stage.
    private var hidden: [[Bool]]

    /// - Parameters:
    ///   - isCrossed: A stage is then hidden in all lines, because its sums over one dimension are told elsewhere.
    ///   - cells: The breakdowns beside it: where they hide something, segments could give it away.
    init(_ metrics: FunnelMetrics, breakdown: Int, isCrossed: Bool, below least: Int, beside cells: [SmallCells]) {
        let total = metrics.total.breakdowns[breakdown]
        values = isCrossed ? Self.combinations(of: total) : total.values.map(\.values)
        let cohorts = metrics.weeks.map(\.cohort) + [metrics.totalMatured, metrics.total]
        let values = values
        hidden = cohorts.enumerated().map { row, cohort in
            let filled = cohort.breakdowns[breakdown].filled(with: values, like: cohort.stages)
            return cohort.stages.indices.map { stage in
                guard let everybody = cohort.stages[stage].count, everybody > 0 else { return false }
                if !isCrossed, cells.contains(where: { $0.hidesAny(row, stage) }) { return true }
                return filled.values.contains { value in
                    let count = value.stages[stage].count ?? 0
                    return count < least || !isCrossed && everybody - count < least && everybody != count
                }
            }
        }
        for stage in metrics.funnel.stages.indices {
            if isCrossed {
                if hidden.contains(where: { $0[stage] }) { for row in hidden.indices { hidden[row][stage] = true } }
            } else {
                hideSecond(stage, metrics)
            }
        }
    }

    /// A week hidden alone would follow from the others and their sum; the one before it is hidden, too.
    private mutating func hideSecond(_ stage: Int, _ metrics: FunnelMetrics) {
        for isMatured in [true, false] {
            let group = metrics.weeks.indices.filter { metrics.isToldTogether(metrics.weeks[$0]) == isMatured }
            guard group.count(where: { hidden[$0][stage] }) == 1 else { continue }
            let alone = group.first { hidden[$0][stage] } ?? 0
            let second = group.last { $0 < alone } ?? group.first { $0 > alone }
            if let second {
                hidden[second][stage] = true
            } else {
                hidden[metrics.weeks.count][stage] = true
                hidden[metrics.weeks.count + 1][stage] = true
            }
        }
        let first = hidden.map { $0[..<stage].contains(true) }
        for row in hidden.indices where first[row] { hidden[row][stage] = true }
    }

    private static func combinations(of breakdown: BreakdownMetrics) -> [[String]] {
        breakdown.dimensions.indices.reduce([[]]) { combinations, dimension in
            let values = Set(breakdown.values.map { $0.values[dimension] })
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return combinations.flatMap { start in values.map { start + [$0] } }
        }
    }

    /// Tells of `cohort`, which is the row of that number, what is not hidden.
    func suppress(_ cohort: inout CohortMetrics, _ row: Int, _ breakdown: Int, _ funnel: FunnelDefinition) {
        var told = cohort.breakdowns[breakdown].filled(with: values, like: cohort.stages)
        for value in told.values.indices { told.values[value].stages.suppress(in: funnel) { hidden[row][$0] } }
        cohort.breakdowns[breakdown] = told
    }
}
