internal import Calendars

/// Rows that need more than a glance: with quotes, of another number of cells, blank, or with a fault.
///
/// The rules are those of `TableRows`, applied to what the chunk holds. Where they ask for what lies behind it, the row is
/// not certain, and the chunk ends before it.
extension ChunkScan {
    /// Reads the row at `start`.
    /// - Returns: Where the next one begins; `nil` where the row is not certain.
    mutating func readOddRow(at start: Int, in text: Span<UInt8>, isLast: Bool) -> Int? {
        var scanner = CSVScanner(delimiter: layout.delimiter, at: start, line: line)
        guard let row = scanner.nextRow(in: text, cells: &cells) else { return start }
        guard isLast || isCertain(row, in: text) else { return nil }
        if row.isBlankLine(cells, in: text) {
            let ahead = RowScanner(scanner)
            guard let isEnd = tableEnd.isReached(before: ahead, of: layout.table, in: text, isWhole: isLast)
            else { return nil }
            if !isEnd { scanner.skipEmptyLines(in: text, before: tableEnd.openEnd) }
            line = scanner.line
            if !isEnd { return scanner.offset }
            chunk.outside += text.countLines(in: scanner.offset..<text.count)
            return text.count
        }
        if row.fault == nil, cells.isBlank(in: text) {
            held.append(row)
        } else {
            releaseHeldRows(in: text)
            put(row, by: &scanner, in: text)
        }
        line = scanner.line
        return scanner.offset
    }

    /// Whether a row can be no other with more text behind it. A quote that is not closed in the chunk may be closed
    /// later, as long as a row may be so long.
    private func isCertain(_ row: TextRow, in text: Span<UInt8>) -> Bool {
        guard let fault = row.fault, fault.kind == .unclosedQuote else { return true }
        if text.count - row.start > TextRow.longest + 1 { return true }
        var offset = fault.offset + 1
        while offset < text.count {
            if text[offset] != ASCII.quote {
                offset += 1
            } else if offset + 1 < text.count, text[offset + 1] == ASCII.quote {
                offset += 2
            } else {
                return true
            }
        }
        return false
    }

    /// Another row follows, so that rows of blank cells are rows.
    private mutating func releaseHeldRows(in text: Span<UInt8>) {
        let rows = held
        held.removeAll()
        let present = cells
        for row in rows {
            var scanner = CSVScanner(delimiter: layout.delimiter, at: row.start, line: row.line)
            if let again = scanner.nextRow(in: text, cells: &cells) { judge(again, in: text) }
        }
        cells = present
    }

    /// Takes the row, or says why not. A stray quote costs its own line and no other.
    private mutating func put(_ row: TextRow, by scanner: inout CSVScanner, in text: Span<UInt8>) {
        guard let fault = judge(row, in: text) else { return }
        let isOfWidth = fault.reason == .tooFewCells || fault.reason == .tooManyCells
        guard isOfWidth, row.goesOverLines(cells, in: text) else { return }
        chunk.reread += row.end - row.start
        scanner.resume(afterFirstLineOf: row, in: text)
    }

    @discardableResult
    mutating func judge(_ row: TextRow, in text: Span<UInt8>) -> RowFault? {
        if let fault = layout.table.fault(of: row, cells, in: text) { return reject(fault) }
        switch judge.verdict(on: row, cells, by: layout.events, in: text) {
        case .fault(let fault): return reject(fault)
        case .event(let event):
            guard let time = event.time else { return reject(event.unread) }
            take(event, at: time, in: text)
            return nil
        }
    }

    private mutating func reject(_ fault: RowFault) -> RowFault {
        chunk.faults.append(fault)
        return fault
    }

    /// A time that the whole column might explain.
    private mutating func reject(_ unread: (word: [UInt8], fault: RowFault)?) -> RowFault? {
        guard let (word, fault) = unread else { return nil }
        if word.count <= UnreadTimes.longestWord, isUTF8(word.span) { chunk.unread += 1 }
        return reject(fault)
    }

    private mutating func take(_ event: EventJudge.Event, at time: SpelledTime, in text: Span<UInt8>) {
        let microseconds = memory.clock.microseconds(of: time)
        var node: Int32 = 0
        for (index, value) in event.coded.enumerated() {
            node = memory.node(behind: node, code: code(of: value, column: index, in: text))
        }
        guard case .cell(let cell) = event.entity else { return }
        add(cell.content(in: text), at: microseconds, node)
    }

    private func code(of value: RowValue, column: Int, in text: Span<UInt8>) -> Int32 {
        switch value {
        case .missing: return WordWays.missing
        case .word:
            guard case .code(let code) = layout.coded[column] else { return WordWays.missing }
            return code
        case .cell(let cell): return cell.withContent(in: text) { words.code(of: $0, column: column) }
        }
    }
}
