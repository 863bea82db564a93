internal import Calendars

/// Objects of JSON, one a line: what stands on a line is certain, whatever follows.
extension ChunkScan {
    /// Reads all lines.
    mutating func readLines(in text: RawSpan, upTo count: Int) {
        let whole = Span<UInt8>(_bytes: text).extracting(first: count)
        // Moved out, so that they need not be looked after anew for every row.
        var rows = ScannedRows()
        swap(&rows, &chunk.rows)
        var offset = 0
        while offset < count {
            if let next = readPlainLine(at: offset, upTo: count, in: text, to: &rows) {
                offset = next
            } else {
                swap(&rows, &chunk.rows)
                offset = readOddLine(at: offset, in: whole)
                swap(&rows, &chunk.rows)
            }
        }
        swap(&rows, &chunk.rows)
    }

    /// - Returns: Where the next line begins; `nil` where the line is not like those before, or its row is odd.
    @inline(__always)
    private mutating func readPlainLine(
        at start: Int,
        upTo count: Int,
        in text: RawSpan,
        to rows: inout ScannedRows
    ) -> Int? {
        var places: [UInt32] = []
        swap(&places, &self.places)
        defer { swap(&places, &self.places) }
        guard let end = template?.read(at: start, upTo: count, in: text, places: &places), end < count,
            text.byte(at: end) == ASCII.lineFeed, held.isEmpty, end - start <= TextRow.longest
        else { return nil }
        let row = PlainRow(start: start, base: start, index: 0, isJSON: true)
        let isRead = rows.writing(upTo: 1) { rows, rowCount in
            readPlainRow(row, places.span, in: text, to: &rows, &rowCount)
        }
        guard isRead else { return nil }
        line += 1
        return end + 1
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
        for index in places.indices { places[index] = 0 }
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
