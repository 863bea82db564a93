/// Whether a table of delimited text ends at a blank line: it does where no row behind the line may be of the table.
///
/// It looks ahead no farther than a row may be long, so that no more than that has to be held: behind as many bytes without
/// such a row, the table may go on.
struct TableEnd {
    /// Blank lines before this are known not to end the table.
    private(set) var openEnd = 0
    /// Behind rows that are none of the table, as far as they have been looked at.
    private var ahead: RowScanner?

    /// Whether the table ends at the blank line before `scanner`, which is asked again only from farther on.
    /// - Parameter isWhole: Whether the text ends as it does here.
    /// - Returns: `nil` where more of the text would have to be known.
    mutating func isReached(
        before scanner: RowScanner,
        of table: TextTable,
        in text: Span<UInt8>,
        isWhole: Bool
    ) -> Bool? {
        if scanner.offset <= openEnd { return false }
        var ahead = self.ahead.flatMap { $0.offset > scanner.offset ? $0 : nil } ?? scanner
        var cells: [TextCell] = []
        while ahead.offset - scanner.offset <= TextRow.longest {
            ahead.skipEmptyLines(in: text)
            if ahead.offset - scanner.offset > TextRow.longest { break }
            guard let row = ahead.nextRow(in: text, cells: &cells) else {
                self.ahead = ahead
                return isWhole ? true : nil
            }
            if !row.isBlankLine(cells, in: text), table.mayHave(row, cells, in: text) {
                (openEnd, self.ahead) = (row.start, nil)
                return false
            }
        }
        (openEnd, self.ahead) = (ahead.offset - TextRow.longest - 1, ahead)
        return false
    }
}

extension TextTable {
    /// Whether a row has as many cells as the header; one that is broken, or goes over several lines, may.
    fileprivate func mayHave(_ row: TextRow, _ cells: [TextCell], in text: Span<UInt8>) -> Bool {
        row.fault != nil || faultOfWidth(cells, in: text) == nil || row.goesOverLines(cells, in: text)
    }
}
