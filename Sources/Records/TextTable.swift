internal import Diagnostics

/// A table as it was found in the text of a file: what its columns are called, and where its rows begin.
struct TextTable: Sendable {
    let file: String
    let data: DataText
    /// The names of the cells of a row: in JSON, only those that were sought.
    let names: [String]
    private let nameOffsets: [Int]
    private let headerRow: TextRow
    /// Stands before the first object; `nil` where the rows are no JSON.
    private let objects: JSONScanner?
    /// Stands before the first row.
    let rows: RowScanner
    /// How many lines before the header hold anything.
    let linesBefore: Int
    /// Whether the header's last name is blank, so that rows may do without the cell.
    let hasBlankEnd: Bool

    /// Finds the table of `data` whose header, or whose objects, hold the sought names.
    ///
    /// Text that begins with an object, or an array of objects, is JSON, unless the format gives a delimiter.
    /// - Returns: `nil` where there is no header: no bytes, or blank lines only.
    /// - Throws: `RecordsError` where the header cannot be read.
    init?(in data: DataText, file: String, format: TextFormat, sought: SoughtColumns) throws(RecordsError) {
        let text = data.bytes.span
        let line = 1 + max(0, format.skip)
        var start = data.start
        for _ in 1..<line where start < text.count { start = text.startOfLine(after: start) }
        if format.delimiter == nil, let objects = JSONScanner(of: text, at: start, line: line) {
            self.init(of: objects, in: data, file: file, sought: sought)
            return
        }
        let found = CSVHeader.found(
            in: text,
            at: start,
            line: line,
            delimiters: format.delimiter.map { [$0] } ?? CSVHeader.delimiters,
            wanted: sought.needed
        )
        guard let header = found else { return nil }
        if let (kind, offset) = header.fault(in: text) {
            throw RecordsError(kind: kind, position: header.row.position(of: offset, in: text, file: file))
        }
        self.init(behind: header, in: data, file: file)
    }

    private init(behind header: CSVHeader, in data: DataText, file: String) {
        self.file = file
        self.data = data
        names = header.names.map { $0 ?? "" }
        nameOffsets = header.cells.map(\.offset)
        headerRow = header.row
        rows = RowScanner(header.scanner)
        linesBefore = data.bytes.span.countLines(in: data.start..<header.row.start)
        hasBlankEnd = names.last == ""
        objects = nil
    }

    /// The names are those sought that any object has; all of them where no object is whole, so that the rows say so.
    private init?(of objects: JSONScanner, in data: DataText, file: String, sought: SoughtColumns) {
        let text = data.bytes.span
        let all = sought.all ?? objects.allNames(in: text)
        let (found, hasRows, hasWholeRows) = objects.namesFound(all, in: text)
        guard hasRows else { return nil }
        self.file = file
        self.data = data
        names = hasWholeRows ? found : all
        nameOffsets = []
        headerRow = TextRow(start: objects.offset, end: objects.offset, line: 1)
        rows = RowScanner(JSONRows(objects, names: names))
        linesBefore = 0
        hasBlankEnd = false
        self.objects = objects
    }

    /// Whether text that goes on further has the same header for certain: no line before it opens a quote, which may be
    /// closed later, and no likelier delimiter would be looked for behind it.
    var isHeaderCertain: Bool {
        guard linesBefore > 0, let delimiter = rows.delimiter else { return objects == nil || linesBefore == 0 }
        return delimiter == CSVHeader.delimiters[0] && !data.bytes[..<headerRow.start].contains(ASCII.quote)
    }

    /// Whether the rows are lines of cells, not JSON's objects.
    var isDelimited: Bool { objects == nil }

    /// All names that there are, sought or not. O(number of bytes) in JSON.
    var allNames: [String] { objects?.allNames(in: data.bytes.span) ?? names }

    /// The header.
    var position: SourcePosition { SourcePosition(file: file, line: headerRow.line) }

    /// The name of a cell in the header; the first row in JSON.
    func position(ofName cell: Int) -> SourcePosition {
        guard nameOffsets.indices.contains(cell) else { return position }
        return headerRow.position(of: nameOffsets[cell], in: data.bytes.span, file: file)
    }

    /// Where the name of a column stands; the header where it is joined, or the names stand in each row; `nil` where there
    /// is no such column.
    func position(of origin: ColumnOrigin) -> SourcePosition? {
        switch origin {
        case .cell(let cell) where isDelimited: position(ofName: cell)
        case .cell, .joined: position
        case .given, .absent: nil
        }
    }

    /// What is wrong with a row whatever it is read for; `nil` where nothing is.
    func fault(of row: TextRow, _ cells: [TextCell], in text: Span<UInt8>) -> RowFault? {
        if let fault = row.fault {
            let place = row.place(of: fault.offset, in: text)
            return RowFault(reason: fault.reason, line: place.line, column: place.column)
        }
        guard let reason = faultOfWidth(cells, in: text) else { return nil }
        let detail = Rejection.Detail.cells(found: cells.count, expected: names.count)
        guard reason == .tooManyCells else { return RowFault(reason: reason, line: row.line, detail: detail) }
        let place = row.place(of: cells[names.count].offset, in: text)
        return RowFault(reason: reason, line: place.line, column: place.column, detail: detail)
    }

    /// What is wrong with the number of cells; `nil` if it is the header's, or one more or less at a blank end. Too many
    /// cells are faulty from the first surplus one; where cells are wanting, the line is.
    func faultOfWidth(_ cells: [TextCell], in text: Span<UInt8>) -> RejectionReason? {
        switch cells.count - names.count {
        case 0: nil
        case -1 where hasBlankEnd: nil
        case 1 where cells[names.count].isBlank(in: text): nil
        case let surplus: surplus < 0 ? .tooFewCells : .tooManyCells
        }
    }
}
