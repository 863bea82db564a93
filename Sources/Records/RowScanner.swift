/// Cuts a text into rows and cells, whatever form it has.
struct RowScanner: Sendable {
    private var delimited: CSVScanner

    /// A scanner of delimited rows.
    init(_ scanner: CSVScanner) {
        delimited = scanner
    }

    /// The first byte not yet read.
    var offset: Int { delimited.offset }

    /// Reads the next row and puts its cells in place of `cells`.
    /// - Returns: `nil` at the end of the bytes.
    mutating func nextRow(in text: Span<UInt8>, cells: inout [TextCell]) -> TextRow? {
        delimited.nextRow(in: text, cells: &cells)
    }

    /// Reads a row once more.
    func cells(of row: TextRow, in text: Span<UInt8>) -> [TextCell] {
        var scanner = CSVScanner(delimiter: delimited.delimiter, at: row.start, line: row.line)
        var cells: [TextCell] = []
        _ = scanner.nextRow(in: text, cells: &cells)
        return cells
    }

    /// Goes back to the line behind the first one of `row`, which was read last.
    mutating func resume(afterFirstLineOf row: TextRow, in text: Span<UInt8>) {
        delimited.resume(afterFirstLineOf: row, in: text)
    }
}
