internal import Diagnostics

/// Where a row lies in the bytes of its file, and whether its quotes are whole.
struct CSVRow {
    /// The row's first byte, which is also the first of its line.
    var start: Int
    /// Behind the row's line break.
    var end: Int
    /// The physical line that the row begins on, from 1.
    var line: Int
    /// What is wrong with its quotes. The cells of such a row are those before the fault.
    var fault: CSVFault?

    /// The line and the column, both from 1, of a byte of the row; line breaks within quotes count as lines.
    func place(of offset: Int, in text: Span<UInt8>) -> (line: Int, column: Int) {
        var line = line
        var lineStart = start
        var position = start
        while position < offset {
            if let next = text.endOfLineBreak(at: position) {
                guard next <= offset else { break }
                (line, lineStart, position) = (line + 1, next, next)
            } else {
                position += 1
            }
        }
        return (line, offset - lineStart + 1)
    }
}

/// Quotes that are not whole.
struct CSVFault: Equatable {
    enum Kind { case textAfterQuote, unclosedQuote }

    var kind: Kind
    /// The text after the closing quote, or the quote that opens and is not closed properly.
    var offset: Int
}

extension Span<UInt8> {
    /// The offset behind the line break at `offset` (CRLF, LF or a lone CR); `nil` where there is none.
    func endOfLineBreak(at offset: Int) -> Int? {
        switch self[offset] {
        case ASCII.lineFeed: offset + 1
        case ASCII.carriageReturn: offset + 1 < count && self[offset + 1] == ASCII.lineFeed ? offset + 2 : offset + 1
        default: nil
        }
    }
}
