internal import Diagnostics

/// Reads the files of a source of counts into one table.
///
/// A count is a whole number from 0 on; any other rejects its row. A blank one is missing, which is not 0. Rows of the same
/// day, entry week, values and variant become one row of the table, and their counts are added up: they are as given, and
/// what tells such rows apart has not been mapped. Rows that sum up the others count as `other`.
///
/// In long files, where a row is of one stage, a stage that has a count on some day (of a variant) is known on that day: it
/// counts 0 for the values that have no row of their own there.
public struct CountReader: Sendable {
    private let columns: CountColumns
    private let format: TextFormat
    private var sheetReader: SheetReader
    /// For each file, the variant that all its rows are of.
    private var variants: [String?] = []

    /// A reader that has read nothing.
    /// - Parameter joins: Tables that hold the columns which the files' own headers lack.
    public init(columns: CountColumns, format: TextFormat, joins: [Join] = []) {
        self.columns = columns
        self.format = format
        sheetReader = SheetReader(
            columns: columns.sheetColumns,
            format: format,
            joins: joins,
            leavingOutTotals: true
        )
    }

    /// Reads a whole file; its rows follow those of the files before it. O(number of bytes).
    /// - Parameters:
    ///   - file: Its path, for positions.
    ///   - variant: If given, the word in the column `variant` of all its rows.
    /// - Throws: `RecordsError` where the structure is at fault. Nothing of the file has been taken then.
    public mutating func read(_ bytes: [UInt8], file: String, variant: String? = nil) throws(RecordsError) {
        if columns.day == nil, format.date == nil {
            throw RecordsError(kind: .noDate, position: SourcePosition(file: file))
        }
        try sheetReader.read(bytes, file: file)
        variants.append(variant)
    }

    /// Everything read until now; how dates and numbers are written is decided from all files together.
    /// - Throws: `RecordsError` where that is ambiguous, dates lack their year, or no file has a column (JSON files need not
    ///   each have all).
    public func finish() throws(RecordsError) -> CountReading {
        var sheet = sheetReader.finish()
        try sheet.checkColumns()
        let cells = try CountCells(columns, of: sheet, format: format)
        let properties = columns.properties.compactMap { sheet.column($0) }
        var rows = CountRows(stages: columns.stageIDs.count)
        for row in 0..<sheet.rowCount {
            guard let counted = cells.row(row, in: &sheet) else { continue }
            let key = CountRows.Key(
                day: counted.day,
                entryWeek: counted.entryWeek,
                variant: variants[sheet.fileIndex(ofRow: row)],
                values: properties.map { $0.codes[row] }
            )
            rows.add(row, counted.counts, under: key)
        }
        if cells.isLong { rows.fillKnownDays() }
        return CountReading(table: table(of: rows, properties), tally: sheet.tally, rejections: sheet.rejections)
    }

    private func table(of rows: CountRows, _ properties: [CodedColumn]) -> CountTable {
        var named: [String: CodedColumn] = [:]
        for (name, column) in zip(columns.properties, properties) { named[name] = column.picking(rows: rows.firstRows) }
        if variants.contains(where: { $0 != nil }) {
            named["variant"] = CodedColumn(rows.keys.map(\.variant))
        }
        let entryWeeks = rows.keys.compactMap(\.entryWeek)
        return CountTable(
            stages: columns.stageIDs,
            isWeekly: columns.isWeekly,
            days: rows.keys.map(\.day),
            entryWeeks: columns.entryWeek == nil ? nil : entryWeeks,
            counts: rows.counts,
            columns: named,
            rowCounts: rows.rowCounts
        )
    }
}

/// All that was read from the files of a source of counts.
public struct CountReading: Sendable {
    /// The counts.
    public let table: CountTable
    /// The sums.
    public let tally: RowTally
    /// Every rejected row.
    public let rejections: Rejections
}
