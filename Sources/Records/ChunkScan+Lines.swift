internal import Calendars

/// Objects of JSON, one a line: what stands on a line is certain, whatever follows.
extension ChunkScan {
    /// Reads all lines.
    mutating func readLines(in text: RawSpan, upTo count: Int) {
        let whole = Span<UInt8>(_bytes: text).extracting(first: count)
        var offset = 0
        while offset < count {
            let next = readPlainLines(from: offset, upTo: count, in: text)
            offset = next > offset ? next : readOddLine(at: offset, in: whole)
        }
    }

    /// Reads lines that are written like those before.
    /// - Returns: Where the first line begins that is otherwise, or that has been looked at no longer.
    private mutating func readPlainLines(from start: Int, upTo count: Int, in text: RawSpan) -> Int {
        guard let template, held.isEmpty else { return start }
        // Moved out, so that they need not be looked after anew for every row.
        var (rows, found) = (ScannedRows(), PlainLines(width: 0, room: 0))
        swap(&rows, &chunk.rows)
        swap(&found, &lines)
        defer {
            swap(&rows, &chunk.rows)
            swap(&found, &lines)
        }
        let near = text.extracting(droppingFirst: start)
        found.find(batch, by: template, in: near, upTo: count - start)
        guard found.rows.count > 0 else { return start }
        let places = found.places
        let readCount = read(found.rows, places.span, in: near, to: &rows)
        line += readCount
        return start + found.start(of: readCount)
    }

    /// Reads the next object of the line or of those behind it, as `JSONRows` does.
    /// - Returns: Where the line behind it begins.
    private mutating func readOddLine(at start: Int, in text: Span<UInt8>) -> Int {
        var scanner = JSONScanner(linesFrom: start, line: line)
        guard let row = scanner.nextRow(in: text, by: &parser, into: &values) else {
            line += text.countLineBreaks(in: start..<text.count)
            return text.count
        }
        swap(&cells, &values.cells)
        judge(row, in: text)
        if row.fault == nil { learnTemplate(from: row, in: text) }
        let next = row.fault == nil ? text.startOfLine(after: scanner.offset) : scanner.offset
        line = row.line + text.countLineBreaks(in: row.start..<next)
        return next
    }

    /// Learns again where lines have long been otherwise, ever more seldom.
    private mutating func learnTemplate(from row: TextRow, in text: Span<UInt8>) {
        misses += 1
        guard misses & (misses - 1) == 0 else { return }
        template = JSONTemplate(of: row, names: values.names, in: text)
        lines.forgetPlaces()
    }
}

extension Span<UInt8> {
    /// How many lines end in `range`.
    fileprivate func countLineBreaks(in range: Range<Int>) -> Int {
        var (count, offset) = (0, range.lowerBound)
        while offset < range.upperBound {
            let next = endOfLineBreak(at: offset)
            if next != nil { count += 1 }
            offset = next ?? offset + 1
        }
        return count
    }
}
