internal import Diagnostics

/// Where the values of a wanted column come from, in one file.
enum ColumnOrigin: Sendable {
    /// From the cell of that index.
    case cell(Int)
    /// From the column of that index in the joined table of that index.
    case joined(Int, column: Int)
    /// From nowhere in the file: one word is given for all rows.
    case given
    /// From nowhere: all are missing.
    case absent

    /// The cell that says the value, or the key that it is joined by; `nil` where none does.
    func cell(keys: [Int?]) -> Int? {
        switch self {
        case .cell(let cell): cell
        case .joined(let join, _): keys[join]
        case .given, .absent: nil
        }
    }
}

/// Looks the wanted columns up in a table's header, and in the tables joined to it where the header lacks them.
struct ColumnFinder {
    /// For each join, the cell that holds its key; `nil` where nothing is taken from it.
    private(set) var keys: [Int?]

    private let table: TextTable
    private let joins: [Join]
    private var missing: [RecordsError.WantedColumn] = []
    private var twice: (RecordsError.WantedColumn, cell: Int)?

    init(in table: TextTable, joins: [Join]) {
        self.table = table
        self.joins = joins
        keys = joins.map { _ in nil }
    }

    /// Where the values of the column come from; what is found nowhere, or twice in the header, is kept for `check`.
    /// JSON may do without a property, or without what is optional.
    mutating func find(_ name: String, for role: ColumnRole, isOptional: Bool = false) -> ColumnOrigin {
        if let cell = cell(of: name, for: role) { return .cell(cell) }
        for (index, join) in joins.enumerated() {
            guard let column = join.table.columns.firstIndex(of: name) else { continue }
            keys[index] = keys[index] ?? cell(of: join.column, for: .key)
            if keys[index] == nil { addMissing(join.column, for: .key) }
            return .joined(index, column: column)
        }
        if !isOptional, table.isDelimited || role != .property { addMissing(name, for: role) }
        return .absent
    }

    /// - Throws: `RecordsError` where a column was not found exactly once.
    func check() throws(RecordsError) {
        if let (wanted, cell) = twice {
            throw RecordsError(kind: .duplicateColumn(wanted), position: table.position(ofName: cell))
        }
        guard missing.isEmpty else {
            let header = table.allNames + joins.flatMap(\.table.columns)
            throw RecordsError(kind: .missingColumns(missing, header: header), position: table.position)
        }
    }

    private mutating func cell(of name: String, for role: ColumnRole) -> Int? {
        let cells = table.names.indices.filter { !name.isEmpty && table.names[$0] == name }
        if cells.count > 1 {
            twice = twice ?? (RecordsError.WantedColumn(name: name, role: role), cells[1])
        }
        return cells.first
    }

    private mutating func addMissing(_ name: String, for role: ColumnRole) {
        let wanted = RecordsError.WantedColumn(name: name, role: role)
        if !missing.contains(wanted) { missing.append(wanted) }
    }
}
