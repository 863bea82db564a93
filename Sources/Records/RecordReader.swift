/// Reads the files of a source of records into one table of rounds.
///
/// In wide files a row is a record, with a column of dates, a status column, or both, for each stage and outcome; see
/// `WideRecords`. In long ones a row is a change of stage; see `LongRecords`. An entity that is missing, a date or an amount
/// that cannot be read rejects the row. Blank amounts and properties are no fault.
public struct RecordReader: Sendable {
    private let columns: RecordColumns
    private let format: TextFormat
    private var sheetReader: SheetReader

    /// A reader that has read nothing.
    /// - Parameter joins: Tables that hold the columns which the files' own headers lack.
    public init(columns: RecordColumns, format: TextFormat, joins: [Join] = []) {
        self.columns = columns
        self.format = format
        sheetReader = SheetReader(columns: columns.sheetColumns, format: format, joins: joins)
    }

    /// Reads a whole file; its rows follow those of the files before it. O(number of bytes).
    /// - Parameter file: Its path, for positions.
    /// - Throws: `RecordsError` where the structure is at fault. Nothing of the file has been taken then.
    public mutating func read(_ bytes: [UInt8], file: String) throws(RecordsError) {
        try sheetReader.read(bytes, file: file)
    }

    /// Everything read until now; how dates and numbers are written is decided from all files together.
    /// O(rows × stages, and sorting the rows of an entity).
    /// - Throws: `RecordsError` where that is ambiguous, dates lack their year, or no file has a column (JSON files need not
    ///   each have all).
    public func finish() throws(RecordsError) -> RecordReading {
        var sheet = sheetReader.finish()
        try sheet.checkColumns()
        let rounds: [Round]
        if let long = columns.long {
            rounds = try LongRecords(columns, long, of: sheet, format: format).rounds(in: &sheet)
        } else {
            rounds = try WideRecords(columns, of: sheet, format: format).rounds(in: &sheet)
        }
        let table = RecordTable(rounds, of: columns, in: sheet)
        return RecordReading(table: table, tally: sheet.tally, rejections: sheet.rejections)
    }
}

/// All that was read from the files of a source of records.
public struct RecordReading: Sendable {
    /// The rounds.
    public let table: RecordTable
    /// The sums.
    public let tally: RowTally
    /// Every rejected row.
    public let rejections: Rejections
}
