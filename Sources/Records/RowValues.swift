/// A value of a row, where it was found.
enum RowValue {
    /// It stands in the row itself.
    case cell(TextCell)
    /// It is the word of that code in the joined column that the file's layout names.
    case joined(Int32)
    /// It is the same for all rows.
    case given([UInt8])
    case missing

    var isMissing: Bool {
        if case .missing = self { return true }
        return false
    }
}

/// The values of one row: its cells, and those of the rows that are joined to it.
struct RowValues {
    private let cells: [TextCell]
    private let joins: [Join]
    private let missing: MissingCells
    /// For each join, the row of its table; -1 where there is none, or nothing is taken from it.
    private let partners: [Int32]

    /// - Parameter keys: For each join, the cell that holds its key; `nil` where nothing is taken from it.
    init(of cells: [TextCell], keys: [Int?], joins: [Join], missing: MissingCells, in text: Span<UInt8>) {
        self.cells = cells
        self.joins = joins
        self.missing = missing
        var partners: [Int32] = []
        for (join, key) in zip(joins, keys) {
            var row: Int32?
            if let key, !missing.contains(cells[key], in: text) {
                row = cells[key].withContent(in: text) { join.table.row(ofKey: $0) }
            }
            partners.append(row ?? -1)
        }
        self.partners = partners
    }

    /// The value that comes from there.
    func value(from origin: ColumnOrigin, in text: Span<UInt8>) -> RowValue {
        switch origin {
        case .cell(let index):
            return missing.contains(cells[index], in: text) ? .missing : .cell(cells[index])
        case .joined(let join, let column):
            let code = joins[join].table.code(ofRow: partners[join], column: column)
            return code < 0 ? .missing : .joined(code)
        case .given(let word): return .given(word)
        case .absent: return .missing
        }
    }

    /// The bytes of the value that comes from there; none where it is missing.
    func content(from origin: ColumnOrigin, in text: Span<UInt8>) -> [UInt8] {
        switch (value(from: origin, in: text), origin) {
        case (.cell(let cell), _): cell.content(in: text)
        case (.joined(let code), .joined(let join, let column)):
            Array(joins[join].table.words(ofColumn: column)[Int(code)].utf8)
        case (.given(let word), _): word
        default: []
        }
    }
}
