public import Diagnostics

/// The columns of some files, their rows one below the other, before anybody has judged what the cells say.
///
/// Rows of broken quotes, of another number of cells than the header or of no UTF-8 are not in it: they are rejected
/// already. Whoever reads the sheet rejects those whose cells make no sense.
public struct Sheet: Sendable {
    /// The columns' names: those asked for, in that order, without optional ones that no file has.
    public let names: [String]
    /// The columns, one a name. Words that only rejected rows have may be among their words.
    public let columns: [CodedColumn]
    /// Needed properties that no file has, one an error; only JSON files may do without one.
    public let absent: [RecordsError]
    /// How many rows there are, rejected ones among them.
    public var rowCount: Int { rows.count }
    /// How many rows have been rejected here.
    public private(set) var rejectedCount = 0

    private let rows: [SheetRow]
    private let files: [SheetFile]
    private let entity: Int?
    private let other: Int
    private let outside: Int
    private var faults: Rejections
    private var isRejected: [Bool]

    init(
        names: [String],
        columns: [CodedColumn],
        rows: [SheetRow],
        files: [SheetFile],
        entity: String?,
        tally: (other: Int, outside: Int),
        absent: [RecordsError],
        faults: Rejections
    ) {
        self.names = names
        self.columns = columns
        self.rows = rows
        self.files = files
        self.entity = entity.flatMap { names.firstIndex(of: $0) }
        (other, outside) = tally
        self.absent = absent
        self.faults = faults
        isRejected = Array(repeating: false, count: rows.count)
    }

    /// The column of that name; `nil` where no file has it.
    public func column(_ name: String) -> CodedColumn? {
        names.firstIndex(of: name).map { columns[$0] }
    }

    /// Where the row begins.
    public func place(ofRow row: Int) -> RowPlace {
        RowPlace(file: files[Int(rows[row].file)].name, line: rows[row].line)
    }

    /// Which file the row is of, by the order in which they were read, from 0.
    public func fileIndex(ofRow row: Int) -> Int { Int(rows[row].file) }

    /// Where a cell of the row begins; the row's first byte where the file has no such column. A value that was joined
    /// stands where its key does. O(length of the row).
    public func place(ofRow row: Int, column: String) -> SourcePosition {
        let file = files[Int(rows[row].file)]
        let place = file.place(of: rows[row], column: names.firstIndex(of: column))
        return SourcePosition(file: file.name, line: place.line, column: place.column)
    }

    /// Whether all files are JSON, so that a point in a number is its decimal sign.
    var isJSON: Bool { files.allSatisfy { $0.table?.isDelimited != true } }

    /// - Throws: `RecordsError` where a column stands in none of the files.
    func checkColumns() throws(RecordsError) {
        guard let first = absent.first, case .missingColumns(_, let header) = first.kind else { return }
        let missing = absent.flatMap { error -> [RecordsError.WantedColumn] in
            if case .missingColumns(let columns, _) = error.kind { columns } else { [] }
        }
        throw RecordsError(kind: .missingColumns(missing, header: header), position: first.position)
    }

    /// Where the column's name stands in the first file that has it; the header's line where it is joined.
    public func place(ofName name: String) -> SourcePosition {
        let index = names.firstIndex(of: name)
        let places = files.compactMap { file in index.flatMap { file.place(ofColumn: $0) } }
        return places.first ?? SourcePosition(file: files.first?.name ?? "")
    }

    /// Whether the row has been rejected here.
    public func isRejected(row: Int) -> Bool { isRejected[row] }

    /// Rejects a row; one that was rejected before stays so for its first reason.
    /// - Parameters:
    ///   - column: The column that is at fault; `nil` where the row as a whole is.
    ///   - value: What to show in place of the cell. Nothing is shown that may name somebody.
    ///   - nearest: The known word that the cell was most likely meant to be.
    public mutating func reject(
        row: Int,
        _ reason: RejectionReason,
        column: String? = nil,
        value: String? = nil,
        nearest: String? = nil
    ) {
        guard !isRejected[row] else { return }
        isRejected[row] = true
        rejectedCount += 1
        let index = column.flatMap { names.firstIndex(of: $0) }
        let file = files[Int(rows[row].file)]
        let place = column == nil ? nil : file.place(of: rows[row], column: index)
        let shown = (value ?? index.flatMap { word(ofRow: row, column: $0) }).flatMap { shownValue($0, ofRow: row) }
        let fault = RowFault(
            reason: reason,
            line: place?.line ?? rows[row].line,
            column: place?.column,
            detail: shown.map { shown in nearest.map { .word(shown, nearest: $0) } ?? .value(shown) }
        )
        faults.append(fault, file: rows[row].file)
    }

    /// All rejected rows in the order of the input.
    public var rejections: Rejections { faults.inOrder() }

    /// The sums; what has not been rejected counts as accepted.
    public var tally: RowTally {
        RowTally(accepted: rowCount - rejectedCount, rejections: rejections, other: other, outside: outside)
    }

    private func word(ofRow row: Int, column: Int) -> String? {
        let code = columns[column].codes[row]
        return code < 0 ? nil : columns[column].words[Int(code)]
    }

    private func shownValue(_ value: String, ofRow row: Int) -> String? {
        let name = entity.flatMap { word(ofRow: row, column: $0) } ?? ""
        return Records.shownValue(Array(value.utf8).span, entity: Array(name.utf8).span)
    }
}

/// Where a row of a sheet lies.
struct SheetRow: Sendable {
    /// The index of its file.
    var file: Int32
    /// How many bytes of its line stand before it.
    var lead: Int32
    var line: Int
    var start: Int
}

/// A file whose rows are in a sheet.
struct SheetFile: Sendable {
    var name: String
    /// `nil` where the file has no header.
    var table: TextTable?
    var layout = SheetLayout(origins: [], keys: [])

    /// Where the column's name stands; `nil` where the file has no such column.
    func place(ofColumn column: Int) -> SourcePosition? {
        guard let table, layout.origins.indices.contains(column) else { return nil }
        return table.position(of: layout.origins[column])
    }

    /// The line and the column of a cell.
    func place(of row: SheetRow, column: Int?) -> (line: Int, column: Int) {
        let row = TextRow(start: row.start, end: row.start, line: row.line, lead: Int(row.lead))
        guard let table else { return (row.line, 1) }
        let text = table.data.bytes.span
        let cells = table.rows.cells(of: row, in: text)
        guard let column, let cell = layout.origins[column].cell(keys: layout.keys), cells.indices.contains(cell) else {
            return row.place(of: row.start, in: text)
        }
        return row.place(of: cells[cell].offset, in: text)
    }
}

/// Where the columns of a sheet come from in one file.
struct SheetLayout: Sendable {
    /// One a column.
    var origins: [ColumnOrigin]
    /// For each join, the cell that holds its key; `nil` where nothing is taken from it.
    var keys: [Int?]
}
