internal import Records

/// Decides which stages each row of a table matches.
struct StageMatcher {
    private let conditions: [CodedCondition]

    /// - Precondition: The table has every column that the conditions name.
    init(_ stages: [Stage], in table: EventTable) {
        conditions = stages.map { CodedCondition($0.condition, in: table) }
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

/// A condition on the codes of one table's columns.
indirect enum CodedCondition {
    case column(codes: [Int32], wanted: [Bool])
    case all([CodedCondition])
    case any([CodedCondition])

    init(_ condition: Condition, in table: EventTable) {
        switch condition {
        case .column(let name, let values):
            guard let column = table.columns[name] else { preconditionFailure("column \(name) was not read") }
            let wanted = Set(values)
            self = .column(codes: column.codes, wanted: column.words.map(wanted.contains))
        case .all(let parts): self = .all(parts.map { CodedCondition($0, in: table) })
        case .any(let parts): self = .any(parts.map { CodedCondition($0, in: table) })
        }
    }

    func holds(forRow row: Int) -> Bool {
        switch self {
        case .column(let codes, let wanted): codes[row] >= 0 && wanted[Int(codes[row])]
        case .all(let parts): parts.allSatisfy { $0.holds(forRow: row) }
        case .any(let parts): parts.contains { $0.holds(forRow: row) }
        }
    }
}
