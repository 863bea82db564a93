/// Gives stages rows of their own among rows at equal times: a bipartite matching, by augmenting paths (Kuhn 1955).
struct RowMatching {
    private let rows: [UInt32]
    private var stageOfRow: [Int?]

    /// Starts with no stage having a row.
    init(rows: [UInt32]) {
        self.rows = rows
        stageOfRow = Array(repeating: nil, count: rows.count)
    }

    /// The rows that can make a difference: of rows that match the same stages, no more than there are stages.
    static func relevantRows(_ rows: some Collection<UInt32>, stageCount: Int) -> [UInt32] {
        var kept: [UInt32] = []
        var copies: [UInt32: Int] = [:]
        for row in rows where row != 0 && copies[row, default: 0] < stageCount {
            copies[row, default: 0] += 1
            kept.append(row)
        }
        return kept
    }

    /// Gives `stage` a row, moving other stages to other rows where needed.
    /// - Returns: Whether every stage that had a row, and `stage` too, has one now.
    mutating func assignRow(toStage stage: Int) -> Bool {
        var tried = Array(repeating: false, count: rows.count)
        return assignRow(toStage: stage, tried: &tried)
    }

    private mutating func assignRow(toStage stage: Int, tried: inout [Bool]) -> Bool {
        for row in rows.indices where !tried[row] && rows[row] & (1 << UInt32(stage)) != 0 {
            tried[row] = true
            if let other = stageOfRow[row], !assignRow(toStage: other, tried: &tried) { continue }
            stageOfRow[row] = stage
            return true
        }
        return false
    }
}
