/// JSON's objects as rows: the values of some names are the cells.
struct JSONRows: Sendable {
    private var scanner: JSONScanner
    private var parser = JSONParser()
    private var values: JSONCells

    /// Rows from where the scanner stands.
    init(_ scanner: JSONScanner, names: [String]) {
        self.scanner = scanner
        values = JSONCells(names: names)
    }

    var offset: Int { scanner.offset }
    var form: JSONScanner.Form { scanner.form }

    /// Reads the next row and puts its cells in place of `cells`, one a name. The cells of a broken row say nothing.
    mutating func nextRow(in text: Span<UInt8>, cells: inout [TextCell]) -> TextRow? {
        let row = scanner.nextRow(in: text, by: &parser, into: &values)
        swap(&cells, &values.cells)
        return row
    }

    /// Reads a whole row once more.
    func cells(of row: TextRow, in text: Span<UInt8>) -> [TextCell] {
        var (parser, values) = (parser, values)
        values.begin(at: row.start)
        _ = parser.parse(at: row.start, upTo: text.count, in: text, into: &values)
        return values.cells
    }
}

extension JSONScanner {
    /// Which of the names stand in any of the objects from here on, and whether there is a row at all, and a whole one.
    /// Looks no further than it must.
    func namesFound(_ names: [String], in text: Span<UInt8>) -> (found: [String], hasRows: Bool, hasWholeRows: Bool) {
        var scanner = self
        var parser = JSONParser()
        var values = JSONCells(names: names)
        var (hasRows, hasWholeRows) = (false, false)
        while let row = scanner.nextRow(in: text, by: &parser, into: &values) {
            hasRows = true
            hasWholeRows = hasWholeRows || row.fault == nil
            if hasWholeRows, values.isSeen.allSatisfy({ $0 }) { break }
        }
        return (zip(names, values.isSeen).filter(\.1).map(\.0), hasRows, hasWholeRows)
    }

    /// The names of all values from here on, in the order of their first appearance.
    func allNames(in text: Span<UInt8>) -> [String] {
        var scanner = self
        var parser = JSONParser()
        var names = JSONNames()
        while scanner.nextRow(in: text, by: &parser, into: &names) != nil {}
        return names.names.words
    }
}
