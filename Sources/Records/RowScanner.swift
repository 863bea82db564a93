/// Cuts a text into rows and cells, whatever form it has.
struct RowScanner: Sendable {
    private var delimited: CSVScanner?
    private var json: JSONRows?

    /// A scanner of delimited rows.
    init(_ scanner: CSVScanner) {
        delimited = scanner
    }

    /// A scanner of JSON objects.
    init(_ rows: JSONRows) {
        json = rows
    }

    /// The first byte not yet read.
    var offset: Int { delimited?.offset ?? json?.offset ?? 0 }

    /// The physical line at `offset`, from 1; `nil` in JSON.
    var line: Int? { delimited?.line }

    /// What parts the cells; `nil` in JSON.
    var delimiter: UInt8? { delimited?.delimiter }

    /// How JSON's objects stand; `nil` in delimited text.
    var jsonForm: JSONScanner.Form? { json?.form }

    /// Reads the next row and puts its cells in place of `cells`.
    /// - Returns: `nil` at the end of the bytes.
    mutating func nextRow(in text: Span<UInt8>, cells: inout [TextCell]) -> TextRow? {
        delimited?.nextRow(in: text, cells: &cells) ?? json?.nextRow(in: text, cells: &cells)
    }

    /// Goes over lines that hold nothing at all, as far as they end before `end`; delimited rows only.
    mutating func skipEmptyLines(in text: Span<UInt8>, before end: Int = .max) {
        delimited?.skipEmptyLines(in: text, before: end)
    }

    /// Reads a row once more.
    func cells(of row: TextRow, in text: Span<UInt8>) -> [TextCell] {
        guard let delimiter else { return json?.cells(of: row, in: text) ?? [] }
        var scanner = CSVScanner(delimiter: delimiter, at: row.start, line: row.line)
        var cells: [TextCell] = []
        _ = scanner.nextRow(in: text, cells: &cells)
        return cells
    }

    /// Goes back to the line behind the first one of `row`, which was read last; delimited rows only.
    mutating func resume(afterFirstLineOf row: TextRow, in text: Span<UInt8>) {
        delimited?.resume(afterFirstLineOf: row, in: text)
    }
}
