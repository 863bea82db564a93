/// What wide and long records have in common: who, what it is worth, and what else is kept.
struct RecordCells {
    private let columns: RecordColumns
    private let entities: CodedColumn
    private let amounts: NumberColumn?
    private let expected: TimeColumn?
    private let properties: [CodedColumn]

    /// Reads the columns of `sheet`.
    /// - Throws: `RecordsError` where it is ambiguous how amounts or planned dates are written.
    init(_ columns: RecordColumns, of sheet: Sheet, format: TextFormat) throws(RecordsError) {
        self.columns = columns
        entities = sheet.column(columns.entity) ?? CodedColumn(codes: [], words: [])
        amounts = try columns.amount.map { name throws(RecordsError) in
            try NumberColumn(name, of: sheet, format: format)
        }
        expected = try columns.expected.map { name throws(RecordsError) in
            try TimeColumn.all([name], of: sheet, format: format)[0]
        }
        properties = columns.properties.compactMap { sheet.column($0) }
    }

    /// A round that consists of this row, and has reached nothing; `nil` where the row is rejected.
    func round(ofRow row: Int, in sheet: inout Sheet) -> Round? {
        guard entities.codes[row] >= 0 else {
            sheet.reject(row: row, .missingEntity, column: columns.entity)
            return nil
        }
        var amount: Double?
        if let amounts {
            guard let number = sheet.number(ofRow: row, from: amounts) else { return nil }
            amount = number
        }
        var planned: Int64?
        switch expected?[row] {
        case nil, .missing?: break
        case .time(let time, _)?: planned = time
        case .bad?:
            sheet.reject(row: row, .badTime, column: columns.expected ?? "")
            return nil
        }
        return Round(
            entity: entities.codes[row],
            firstRow: row,
            reached: columns.stages.map { _ in .no },
            amount: amount,
            expected: planned,
            values: properties.map { $0.codes[row] }
        )
    }
}
