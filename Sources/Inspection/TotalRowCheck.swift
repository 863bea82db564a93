internal import Records

/// A row that sums up others, and whether it does.
public struct TotalRowCheck: Sendable {
    /// The physical line, from 1.
    public let line: Int
    /// What it calls itself, such as `Total: Campaigns`; `nil` where its first cell is blank.
    public let name: String?
    /// For each column of whole numbers, what it says and what the rows add up to.
    public let sums: [Sum]

    /// A column's total.
    public struct Sum: Hashable, Sendable {
        /// The column.
        public let column: String
        /// As the total row has it.
        public let given: Int
        /// As the rows have it.
        public let added: Int
    }

    /// Whether every column's rows add up to what it says.
    public var isRight: Bool { sums.allSatisfy { $0.given == $0.added } }
}

extension TotalRowCheck {
    /// The rows that `whole` has beside those of `rows`.
    ///
    /// A total that names a value of a column, such as `Video` among campaign types, is that of the rows with this value.
    static func all(in whole: Sheet, beside rows: Sheet, columns: [ColumnProfile]) -> [TotalRowCheck] {
        let known = Set((0..<rows.rowCount).map { rows.place(ofRow: $0).line })
        return (0..<whole.rowCount).compactMap { row in
            let line = whole.place(ofRow: row).line
            if known.contains(line) { return nil }
            let cells = whole.columns.map { column in
                column.codes[row] < 0 ? nil : column.words[Int(column.codes[row])]
            }
            return TotalRowCheck(line: line, cells: cells, columns: columns)
        }
    }

    private init(line: Int, cells: [String?], columns: [ColumnProfile]) {
        var included: [Int]?
        for (cell, column) in zip(cells, columns).dropFirst() where column.kind == .text {
            guard let cell, let code = column.words.firstIndex(of: cell) else { continue }
            let own = (included ?? Array(column.codes.indices)).filter { Int(column.codes[$0]) == code }
            included = own
        }
        self.line = line
        name = cells.first.flatMap { $0 }.flatMap { shownValue($0) }
        sums = zip(cells, columns).compactMap { cell, column in
            guard column.kind == .wholeNumber, let cell, let given = column.whole(cell) else { return nil }
            let rows = included ?? Array(column.codes.indices)
            let added = rows.reduce(0.0) { $0 + (column.number(ofRow: $1) ?? 0) }
            guard abs(added) < 1e15 else { return nil }
            return Sum(column: column.name, given: given, added: Int(added))
        }
    }
}

extension ColumnProfile {
    /// The whole number that a total in the column is; one beyond a thousand may be the only one that is grouped.
    fileprivate func whole(_ cell: String) -> Int? {
        if let whole = numbers?.reading(of: cell)?.whole { return whole }
        guard case .style(let style) = NumberStyle.found(in: [cell], areWhole: true) else { return nil }
        return style.reading(of: cell)?.whole
    }
}
