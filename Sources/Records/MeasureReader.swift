internal import Calendars
internal import Diagnostics

/// Reads the files of a source of measures into one table.
///
/// Values are taken as they are written, so that `41.09%` and `41.09` are the same. A blank value is missing and gives no row
/// of the table; one that is no number rejects its row with all its values, and so does a base that is negative. Rows that
/// sum up the others count as `other`.
public struct MeasureReader: Sendable {
    private let columns: MeasureColumns
    private let format: TextFormat
    private var sheetReader: SheetReader

    /// A reader that has read nothing.
    /// - Parameter joins: Tables that hold the columns which the files' own headers lack.
    public init(columns: MeasureColumns, format: TextFormat, joins: [Join] = []) {
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
    /// - Parameter file: Its path, for positions.
    /// - Throws: `RecordsError` where the structure is at fault. Nothing of the file has been taken then.
    public mutating func read(_ bytes: [UInt8], file: String) throws(RecordsError) {
        if columns.day == nil, format.date == nil {
            throw RecordsError(kind: .noDate, position: SourcePosition(file: file))
        }
        try sheetReader.read(bytes, file: file)
    }

    /// Everything read until now; how dates and numbers are written is decided from all files together.
    /// - Throws: `RecordsError` where that is ambiguous, dates lack their year, or no file has a column (JSON files need not
    ///   each have all).
    public func finish() throws(RecordsError) -> MeasureReading {
        var sheet = sheetReader.finish()
        try sheet.checkColumns()
        let cells = try MeasureCells(columns, of: sheet, format: format)
        var rows: [MeasureTable.Row] = []
        var days: [LocalDate] = []
        for row in 0..<sheet.rowCount {
            guard let (day, values) = cells.row(row, in: &sheet) else { continue }
            days.append(day)
            rows += values
        }
        let table = MeasureTable(
            names: cells.names,
            isWeekly: columns.isWeekly,
            rows: rows,
            days: days,
            themes: cells.themes?.words ?? [],
            stages: cells.stages?.words ?? []
        )
        return MeasureReading(table: table, tally: sheet.tally, rejections: sheet.rejections)
    }
}

/// All that was read from the files of a source of measures.
public struct MeasureReading: Sendable {
    /// The values.
    public let table: MeasureTable
    /// The sums.
    public let tally: RowTally
    /// Every rejected row.
    public let rejections: Rejections
}
