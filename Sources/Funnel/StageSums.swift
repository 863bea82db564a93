/// Counts added up stage by stage, and beside them the pairs that rates stand on: only where both counts are known.
struct StageSums {
    /// `nil` where nothing known has been added.
    private(set) var counts: [Int?]
    private var fromPrevious: [ConversionRate]
    private var fromFirst: [ConversionRate]
    /// The stage that each stage's rate is taken from.
    private let bases: [Int?]

    /// Nothing known of any stage of `funnel`.
    init(of funnel: FunnelDefinition) {
        bases = funnel.stages.indices.map(funnel.base)
        counts = Array(repeating: nil, count: bases.count)
        fromPrevious = Array(repeating: ConversionRate(0, of: 0), count: bases.count)
        fromFirst = fromPrevious
    }

    /// The counts of one set of entities.
    init(_ counts: [Int?], of funnel: FunnelDefinition) {
        self.init(of: funnel)
        add(counts)
    }

    /// Adds counts that belong together.
    mutating func add(_ row: [Int?]) {
        for stage in counts.indices {
            guard let count = row[stage] else { continue }
            counts[stage] = (counts[stage] ?? 0) + count
            if let base = bases[stage], let previous = row[base] { fromPrevious[stage].add(count, of: previous) }
            if let first = row[0] { fromFirst[stage].add(count, of: first) }
        }
    }

    /// The sums as numbers of stages; what is unknown has not matured.
    func metrics(isMatured: (Int) -> Bool) -> [StageMetrics] {
        counts.indices.map { stage in
            StageMetrics(
                count: counts[stage],
                isMatured: counts[stage] != nil && isMatured(stage),
                fromPrevious: stage == 0 ? nil : fromPrevious[stage],
                fromFirst: stage == 0 ? nil : fromFirst[stage]
            )
        }
    }
}

extension ConversionRate {
    /// Takes in another, disjoint set.
    mutating func add(_ passed: Int, of base: Int) {
        numerator += passed
        denominator += base
    }
}
