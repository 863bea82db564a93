/// Numbers broken down by one dimension, or by several crossed.
public struct BreakdownMetrics: Sendable {
    /// The dimensions' ids.
    public var dimensions: [String]
    /// Only values that occur, in the order of their bytes.
    public var values: [ValueMetrics]

    /// Numbers of values, in the order given.
    public init(dimensions: [String], values: [ValueMetrics]) {
        self.dimensions = dimensions
        self.values = values
    }

    /// Numbers of values by how many reached each stage.
    init(by dimensions: [String], counts: [[String]: [Int]], stages: ([Int]) -> [StageMetrics]) {
        self.dimensions = dimensions
        values = counts.sorted { $0.key.map { Array($0.utf8) }.precedes($1.key.map { Array($0.utf8) }) }
            .map { ValueMetrics(values: $0, stages: stages($1)) }
    }

    /// Parts `items` by their values, one a dimension, and counts each part.
    init<Item>(
        of items: [Item],
        by dimensions: [String],
        values: (Item) -> [String],
        stages: ([Item]) -> [StageMetrics]
    ) {
        self.dimensions = dimensions
        self.values = Dictionary(grouping: items, by: values)
            .sorted { $0.key.map { Array($0.utf8) }.precedes($1.key.map { Array($0.utf8) }) }
            .map { ValueMetrics(values: $0, stages: stages($1)) }
    }
}

/// The numbers of those who have one value in each dimension of a breakdown.
public struct ValueMetrics: Sendable {
    /// One value a dimension of the breakdown.
    public var values: [String]
    /// One a stage, in the funnel's order.
    public var stages: [StageMetrics]
    /// What each stage's number means beside those of the same value in the weeks before; one a stage, of the numbers of one
    /// week alone. None where the value has too few cases, and of crossed dimensions.
    public var judgements: [StageJudgement] = []

    /// Numbers of a value, of which nothing is judged.
    public init(values: [String], stages: [StageMetrics]) {
        self.values = values
        self.stages = stages
    }
}

extension [[UInt8]] {
    /// Whether these values come before `others`, compared by their bytes one after another.
    fileprivate func precedes(_ others: [[UInt8]]) -> Bool {
        for (value, other) in zip(self, others) where value != other { return value.lexicographicallyPrecedes(other) }
        return false
    }
}
