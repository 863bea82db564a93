/// A table that is joined to a source's rows by a key, as a left join: rows without a partner keep what they have.
public struct JoinedTable: Sendable {
    /// The table's path.
    public let file: String
    /// The name of the column that holds the key.
    public let key: String
    /// Its other columns, by their names in the header.
    public let columns: [String]
    /// What became of its rows.
    public let tally: RowTally
    /// Its rejected rows: beside those that cannot be read, those without a key, and those whose key came before. The
    /// first row of a key counts.
    public let rejections: Rejections

    private let values: [CodedColumn]
    private var keys = WordTable()
    /// The row of each key.
    private var rows: [Int32] = []

    /// Reads a whole file.
    /// - Parameter file: Its path, for positions.
    /// - Throws: `RecordsError` where the structure is at fault, or there is no column of the key.
    public init(_ bytes: [UInt8], file: String, key: String, format: TextFormat) throws(RecordsError) {
        var reader = SheetReader([SheetColumn(key, for: .key)], andOthers: true, format)
        try reader.read(bytes, file: file)
        var sheet = reader.finish()
        self.file = file
        self.key = key
        columns = Array(sheet.names.dropFirst())
        values = Array(sheet.columns.dropFirst())
        let words = sheet.columns[0].words
        for (row, code) in sheet.columns[0].codes.enumerated() {
            if code < 0 {
                sheet.reject(row: row, .missingKey, column: key)
            } else if Int(keys.number(of: words[Int(code)])) < rows.count {
                sheet.reject(row: row, .duplicateKey, column: key)
            } else {
                rows.append(Int32(clamping: row))
            }
        }
        tally = sheet.tally
        rejections = sheet.rejections
    }

    /// The row with the key of these bytes; `nil` where there is none.
    func row(ofKey key: Span<UInt8>) -> Int32? {
        keys.number(ofKnown: key).map { rows[Int($0)] }
    }

    /// The word of a row in a column, as a code of `words(ofColumn:)`; -1 where it is missing, or there is no row.
    func code(ofRow row: Int32, column: Int) -> Int32 {
        row < 0 ? -1 : values[column].codes[Int(row)]
    }

    /// The words of a column.
    func words(ofColumn column: Int) -> [String] { values[column].words }
}

/// A join as a reader uses it.
public struct Join: Sendable {
    /// The column of the source's own files that holds the key.
    public var column: String
    /// The table with the columns that they lack.
    public var table: JoinedTable

    /// Joins the table by a column of the files.
    public init(column: String, table: JoinedTable) {
        self.column = column
        self.table = table
    }
}
