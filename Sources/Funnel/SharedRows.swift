/// Rows that match two stages of a funnel, told by the first two stages that share any.
public struct SharedRows: Hashable, Sendable {
    /// The place of the one stage in the funnel.
    public let first: Int
    /// The place of the other, a later one.
    public let second: Int
    /// How many rows match both.
    public let count: Int

    /// Looks for rows before `asOf` that match two stages; `nil` where there are none.
    init?(in rows: StagedRows, before asOf: Int64) {
        var counts: [UInt32: Int] = [:]
        for (row, stages) in rows.stages.enumerated() where stages.nonzeroBitCount > 1 && rows.positions[row] < asOf {
            counts[stages, default: 0] += 1
        }
        self.init(counts: counts)
    }

    /// Looks for two stages among rows counted by the stages that they match, at least two, one bit a stage.
    init?(counts: [UInt32: Int]) {
        let pairs = counts.keys.map { stages in
            let first = stages.trailingZeroBitCount
            return (first, (stages & ~(1 << UInt32(first))).trailingZeroBitCount)
        }
        guard let (first, second) = pairs.min(by: <) else { return nil }
        let both: UInt32 = 1 << UInt32(first) | 1 << UInt32(second)
        self.first = first
        self.second = second
        count = counts.map { $0.key & both == both ? $0.value : 0 }.reduce(0, +)
    }
}
