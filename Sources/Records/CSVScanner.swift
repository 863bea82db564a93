/// Cuts bytes into rows and cells, after RFC 4180. Total: any bytes give a parse, and the rows tile them.
///
/// * Rows end with LF, CRLF, a lone CR, or the end of the bytes; no row follows the last line break. A blank line is a
///   row of one empty cell.
/// * A cell that begins with a quote goes on to the quote that closes it, over delimiters and line breaks; a quote
///   written twice is one. Anywhere else a quote is text. Nothing is trimmed: `a, "b"` has the cell ` "b"`.
/// * Text behind a closing quote, or a quote that is never closed, breaks the row: it then ends with the physical line
///   on which the faulty cell opened, so that a stray quote costs its own line and no other. If the closing quote with
///   text behind it stands on a later line, it is the opening one that is taken for stray.
///
/// * A row of more than `TextRow.longest` bytes is broken and ends with the line that goes beyond; a quote counts as never
///   closed where it is not within as many bytes of its row.
///
/// Linear in the number of bytes, without any memory: the lines within a faulty cell are read again as rows of their
/// own, but none of them can open a cell that goes beyond it. For as they lie within a quoted cell, their quotes come in
/// runs of an even number; and such a run, where it opens a cell, also closes it.
struct CSVScanner {
    /// What parts the cells of a row.
    let delimiter: UInt8
    /// The first byte not yet read.
    private(set) var offset: Int
    /// The physical line at `offset`, from 1.
    private(set) var line: Int
    /// How far the present row may go.
    private var reach = 0

    /// A scanner that stands at `offset`, where that line begins.
    init(delimiter: UInt8, at offset: Int = 0, line: Int = 1) {
        precondition(![ASCII.quote, ASCII.lineFeed, ASCII.carriageReturn].contains(delimiter))
        self.delimiter = delimiter
        self.offset = offset
        self.line = line
    }

    /// Reads the next row and puts its cells in place of `cells`.
    /// - Returns: `nil` at the end of the bytes.
    mutating func nextRow(in text: Span<UInt8>, cells: inout [TextCell]) -> TextRow? {
        guard offset < text.count else { return nil }
        cells.removeAll(keepingCapacity: true)
        var row = TextRow(start: offset, end: offset, line: line)
        var ending = Ending.delimiter
        reach = offset + TextRow.longest
        while ending == .delimiter {
            let isQuoted = offset < text.count && text[offset] == ASCII.quote
            ending = isQuoted ? readQuotedCell(in: text, into: &cells) : readPlainCell(in: text, into: &cells)
        }
        if case .fault(let fault) = ending { row.fault = fault }
        row.end = offset
        return row
    }

    /// Goes over lines that hold nothing at all, as far as they end before `end`.
    mutating func skipEmptyLines(in text: Span<UInt8>, before end: Int) {
        while offset < min(end, text.count), text[offset] == ASCII.lineFeed {
            offset += 1
            line += 1
        }
    }

    /// Goes back to the line behind the first one of `row`, which was read last.
    mutating func resume(afterFirstLineOf row: TextRow, in text: Span<UInt8>) {
        offset = text.startOfLine(after: row.start)
        line = row.line + 1
    }

    /// What a cell ended with.
    private enum Ending: Equatable { case delimiter, row, fault(TextFault) }

    private mutating func readPlainCell(in text: Span<UInt8>, into cells: inout [TextCell]) -> Ending {
        var end = offset
        while end < text.count {
            let byte = text[end]
            if byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
            end += 1
        }
        if end > reach { return giveUpRow(in: text) }
        cells.append(TextCell(start: offset, end: end))
        return leaveCell(at: end, in: text) ?? .row
    }

    /// Goes behind the delimiter or the line break at `end`; `nil` where there is neither, nor the end of the bytes.
    private mutating func leaveCell(at end: Int, in text: Span<UInt8>) -> Ending? {
        if end == text.count {
            offset = end
            return .row
        }
        if text[end] == delimiter {
            offset = end + 1
            return .delimiter
        }
        guard let next = text.endOfLineBreak(at: end) else { return nil }
        offset = next
        line += 1
        return .row
    }

    private mutating func readQuotedCell(in text: Span<UInt8>, into cells: inout [TextCell]) -> Ending {
        let quoted = scanQuoted(in: text)
        guard quoted.isClosed else {
            return quoted.secondLine == nil && quoted.end < text.count ? giveUpRow(in: text) : giveUp(quoted)
        }
        let firstLine = line
        line += quoted.lineBreaks
        if let ending = leaveCell(at: quoted.end + 1, in: text) {
            let spelling = quoted.hasDoubledQuotes ? TextCell.Spelling.doubledQuotes : .quoted
            cells.append(TextCell(start: quoted.start, end: quoted.end, spelling: spelling))
            return ending
        }
        line = firstLine
        if quoted.secondLine != nil { return giveUp(quoted) }
        offset = text.startOfLine(after: quoted.end + 1)
        line += 1
        return .fault(TextFault(kind: .textAfterQuote, offset: quoted.end + 1))
    }

    /// Resumes behind the line on which a stray quote opened.
    private mutating func giveUp(_ quoted: QuotedCell) -> Ending {
        offset = quoted.secondLine ?? quoted.end
        line += 1
        return .fault(TextFault(kind: .unclosedQuote, offset: quoted.start - 1))
    }

    /// Resumes behind the line on which the row became too long.
    private mutating func giveUpRow(in text: Span<UInt8>) -> Ending {
        let start = reach - TextRow.longest
        offset = text.startOfLine(after: max(offset, min(reach, text.count)))
        line += 1
        return .fault(TextFault(kind: .tooLong, offset: start))
    }

    /// What lies behind an opening quote, up to the closing one.
    private struct QuotedCell {
        var start: Int
        /// The closing quote, or how far it was looked for.
        var end: Int
        var isClosed = false
        var hasDoubledQuotes = false
        var lineBreaks = 0
        /// Behind the first line break.
        var secondLine: Int?
    }

    private func scanQuoted(in text: Span<UInt8>) -> QuotedCell {
        var cell = QuotedCell(start: offset + 1, end: offset + 1)
        let bound = min(reach, text.count)
        while cell.end < bound {
            let byte = text[cell.end]
            if byte == ASCII.quote {
                let isDoubled = cell.end + 1 < text.count && text[cell.end + 1] == ASCII.quote
                cell.isClosed = !isDoubled
                if cell.isClosed { return cell }
                cell.hasDoubledQuotes = true
                cell.end += 2
            } else if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                cell.end = text.endOfLineBreak(at: cell.end) ?? cell.end + 1
                cell.lineBreaks += 1
                cell.secondLine = cell.secondLine ?? cell.end
            } else {
                cell.end += 1
            }
        }
        return cell
    }
}
