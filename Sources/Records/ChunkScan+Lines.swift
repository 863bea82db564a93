internal import Calendars

/// Objects of JSON, one a line: what stands on a line is certain, whatever follows.
extension ChunkScan {
    /// Reads all lines.
    mutating func readLines(in text: RawSpan, upTo count: Int) {
        let whole = Span<UInt8>(_bytes: text).extracting(first: count)
        var offset = 0
        while offset < count {
            offset = readPlainLine(at: offset, upTo: count, in: text) ?? readOddLine(at: offset, in: whole)
        }
    }

    /// - Returns: Where the next line begins; `nil` where the line is not like those before, or its row is odd.
    @inline(__always)
    private mutating func readPlainLine(at start: Int, upTo count: Int, in text: RawSpan) -> Int? {
        guard let end = template?.read(at: start, upTo: count, in: text, starts: &starts, ends: &ends), end < count,
            text.byte(at: end) == ASCII.lineFeed, end - start <= TextRow.longest, readPlainRow(in: text, at: start)
        else { return nil }
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
        for cell in ends.indices { (starts[cell], ends[cell]) = (0, 0) }
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
