internal import JSONText

extension DataSheet {
    /// A row an object: the members of a member become columns of their own, named `rate_low`. Arrays are left out: they are
    /// tables themselves.
    ///
    /// Columns come in the order in which they first occur; one that is empty in each row stays only if no column of its
    /// members stands in for it.
    init(_ name: String, of objects: [JSON]) {
        let flat = objects.map { $0.cells(under: "") }
        var columns: [String] = []
        var filled: Set<String> = []
        for (column, cell) in flat.joined() {
            if !columns.contains(column) { columns.append(column) }
            if cell != .empty { filled.insert(column) }
        }
        let shown = columns.filter { column in
            filled.contains(column) || !columns.contains { $0.hasPrefix(column + "_") }
        }
        let rows = flat.map { cells in
            let byName = Dictionary(cells, uniquingKeysWith: { first, _ in first })
            return shown.map { byName[$0] ?? .empty }
        }
        self.init(name, columns: shown, rows: rows)
    }
}

extension JSON {
    fileprivate func cells(under name: String) -> [(String, DataSheet.Cell)] {
        switch self {
        case .object(let members):
            members.flatMap { $0.value.cells(under: name.isEmpty ? $0.key : "\(name)_\($0.key)") }
        case .array: []
        case .null: [(name, .empty)]
        case .bool(let value): [(name, .truth(value))]
        case .integer(let value): [(name, .integer(value))]
        case .number(let value): [(name, .number(value))]
        case .string(let value): [(name, .text(value))]
        }
    }

    /// The object with `members` in front.
    func preceded(by members: KeyValuePairs<String, JSON>) -> JSON {
        guard case .object(let own) = self else { return self }
        return .object(members.map { ($0.key, $0.value) } + own)
    }
}
