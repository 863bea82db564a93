internal import Records

/// Decides which stages each row of a table matches.
struct StageMatcher {
    private let conditions: [CodedCondition]

    /// - Precondition: `columns` has every column that the conditions name.
    init(_ stages: some Sequence<Stage>, in columns: [String: CodedColumn]) {
        conditions = stages.map { CodedCondition($0.condition, in: columns) }
    }

    /// One bit a stage, the first stage lowest.
    func stages(ofRow row: Int) -> UInt32 {
        var bits: UInt32 = 0
        for (stage, condition) in conditions.enumerated() where condition.holds(forRow: row) {
            bits |= 1 << UInt32(stage)
        }
        return bits
    }
}
