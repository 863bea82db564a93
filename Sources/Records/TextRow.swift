internal import Diagnostics

/// Where a row lies in the bytes of its file, and whether it is whole.
struct TextRow {
    /// The row's first byte.
    var start: Int
    /// Behind the row's last byte; of a delimited row, behind its line break.
    var end: Int
    /// The physical line that the row begins on, from 1.
    var line: Int
    /// How many bytes of that line stand before the row; 0 but in JSON.
    var lead = 0
    /// A row may have so many bytes: 16 MiB. What is longer was most likely made by a lost line break or quote, and would
    /// have to be held in memory.
    static let longest = 1 << 24

    /// What breaks it. The cells of such a row are those before the fault.
    var fault: TextFault?

    /// The line and the column, both from 1, of a byte of the row; line breaks within the row count as lines.
    func place(of offset: Int, in text: Span<UInt8>) -> (line: Int, column: Int) {
        var line = line
        var lineStart = start - lead
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

    /// The place of a byte of the row in the file of that name.
    func position(of offset: Int, in text: Span<UInt8>, file: String) -> SourcePosition {
        let place = place(of: offset, in: text)
        return SourcePosition(file: file, line: place.line, column: place.column)
    }

    /// Whether there is nothing on the line but spaces and tabs.
    func isBlankLine(_ cells: [TextCell], in text: Span<UInt8>) -> Bool {
        fault == nil && cells.count == 1 && !cells[0].isQuoted && cells[0].isBlank(in: text)
    }

    /// Whether the row's last cell ends on another line than its first begins on.
    func goesOverLines(_ cells: [TextCell], in text: Span<UInt8>) -> Bool {
        guard let last = cells.last else { return false }
        return place(of: last.end, in: text).line > line
    }
}

/// What breaks a row.
struct TextFault: Equatable {
    enum Kind { case textAfterQuote, unclosedQuote, badJSON, tooLong }

    var kind: Kind
    /// The text after the closing quote, the quote that opens and is not closed properly, what is no JSON there, or the
    /// beginning of a row that is too long.
    var offset: Int

    /// Why the row is rejected.
    var reason: RejectionReason {
        switch kind {
        case .textAfterQuote: .textAfterQuote
        case .unclosedQuote: .unclosedQuote
        case .badJSON: .badJSON
        case .tooLong: .rowTooLong
        }
    }
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

    /// Where the next line begins; the end of the bytes where none does.
    func startOfLine(after offset: Int) -> Int {
        var offset = offset
        while offset < count {
            if let next = endOfLineBreak(at: offset) { return next }
            offset += 1
        }
        return count
    }

    /// How many lines of `range` hold anything but spaces and tabs.
    func countLines(in range: Range<Int>) -> Int {
        var lines = 0
        var isBlank = true
        for offset in range {
            let byte = self[offset]
            if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                isBlank = true
            } else if isBlank, !ASCII.isBlank(byte) {
                (lines, isBlank) = (lines + 1, false)
            }
        }
        return lines
    }
}
