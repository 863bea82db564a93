/// A value of a row, where it was found.
enum RowValue {
    /// It stands in the row itself.
    case cell(TextCell)
    /// It is the word of that code: of the joined column that the file's layout names, or the only one, which is given.
    case word(Int32)
    case missing

    var isMissing: Bool {
        if case .missing = self { return true }
        return false
    }
}

/// Finds the values of rows: in their cells, or in the rows that are joined to them.
struct CellValues: Sendable {
    let joins: [Join]
    let missing: MissingCells

    /// For each join, the row of its table that belongs to a row of these cells; -1 where there is none, or nothing is
    /// taken from it.
    /// - Parameter keys: For each join, the cell that holds its key; `nil` where nothing is taken from it.
    func partners(of cells: [TextCell], keys: [Int?], in text: Span<UInt8>) -> [Int32] {
        var partners: [Int32] = []
        for (join, key) in joins.indices.lazy.map({ ($0, keys[$0]) }) {
            var row: Int32?
            if let key, !missing.contains(cells[key], in: text) {
                row = cells[key].withContent(in: text) { joins[join].table.row(ofKey: $0) }
            }
            partners.append(row ?? -1)
        }
        return partners
    }

    /// The value that comes from there in a row of these cells and partners.
    func value(
        from origin: ColumnOrigin,
        of cells: [TextCell],
        _ partners: [Int32],
        in text: Span<UInt8>
    ) -> RowValue {
        switch origin {
        case .cell(let index):
            return missing.contains(cells[index], in: text) ? .missing : .cell(cells[index])
        case .joined(let join, let column):
            let code = joins[join].table.code(ofRow: partners[join], column: column)
            return code < 0 ? .missing : .word(code)
        case .given: return .word(0)
        case .absent: return .missing
        }
    }

    /// The words whose codes the values from there have; none where the values are cells.
    func words(of origin: ColumnOrigin) -> [String] {
        guard case .joined(let join, let column) = origin else { return [] }
        return joins[join].table.words(ofColumn: column)
    }

    /// The bytes of a value that comes from there, and is not given; none where it is missing.
    func content(_ value: RowValue, from origin: ColumnOrigin, in text: Span<UInt8>) -> [UInt8] {
        switch value {
        case .cell(let cell): cell.content(in: text)
        case .word(let code): Array(words(of: origin)[Int(code)].utf8)
        case .missing: []
        }
    }
}
