internal import Records

/// A condition on the codes of one table's columns; each different word is looked at once.
indirect enum CodedCondition {
    case column(codes: [Int32], wanted: [Bool])
    case all([CodedCondition])
    case any([CodedCondition])

    /// - Precondition: `columns` has every column that the condition names.
    init(_ condition: Condition, in columns: [String: CodedColumn]) {
        switch condition {
        case .column(let name, let values):
            let wanted = Set(values)
            self = Self.column(name, of: columns, where: wanted.contains)
        case .number(let name, let bounds):
            self = Self.column(name, of: columns, where: bounds.containsNumber)
        case .all(let parts): self = .all(parts.map { CodedCondition($0, in: columns) })
        case .any(let parts): self = .any(parts.map { CodedCondition($0, in: columns) })
        }
    }

    private static func column(
        _ name: String,
        of columns: [String: CodedColumn],
        where isWanted: (String) -> Bool
    ) -> Self {
        guard let column = columns[name] else { preconditionFailure("column \(name) was not read") }
        return .column(codes: column.codes, wanted: column.words.map(isWanted))
    }

    func holds(forRow row: Int) -> Bool {
        switch self {
        case .column(let codes, let wanted): codes[row] >= 0 && wanted[Int(codes[row])]
        case .all(let parts): parts.allSatisfy { $0.holds(forRow: row) }
        case .any(let parts): parts.contains { $0.holds(forRow: row) }
        }
    }
}
