import Calendars
import Diagnostics
import Testing

@testable import Records

/// The rules of the scanner once more, slowly and without memory: the tests' opinion of what a row is.
struct CSVOracle {
    struct Row: Equatable {
        var cells: [[UInt8]] = []
        var fault: TextFault?
        var start: Int
        var end = 0
        var line: Int
    }

    var bytes: [UInt8]
    var delimiter = UInt8(ascii: ",")

    func rows(from start: Int) -> [Row] {
        var rows: [Row] = []
        var offset = start
        while offset < bytes.count {
            rows.append(row(at: offset))
            offset = rows[rows.count - 1].end
        }
        return rows
    }

    func row(at start: Int) -> Row {
        var row = Row(start: start, line: lineBreaks(before: start) + 1)
        var offset = start
        while true {
            var cell: [UInt8] = []
            if offset < bytes.count, bytes[offset] == 34 {
                guard let close = closingQuote(of: offset), endsCell(close + 1) else {
                    row.fault = fault(openedAt: offset)
                    row.end = nextLine(from: offset)
                    return row
                }
                var isSecond = false
                for byte in bytes[(offset + 1)..<close] {
                    isSecond = byte == 34 && !isSecond
                    if byte != 34 || isSecond { cell.append(byte) }
                }
                offset = close + 1
            } else {
                while !endsCell(offset) {
                    cell.append(bytes[offset])
                    offset += 1
                }
            }
            row.cells.append(cell)
            guard offset < bytes.count, bytes[offset] == delimiter else {
                row.end = nextLine(from: offset)
                return row
            }
            offset += 1
        }
    }

    func lineBreaks(before end: Int) -> Int {
        (0..<end).count { bytes[$0] == 10 || (bytes[$0] == 13 && !($0 + 1 < bytes.count && bytes[$0 + 1] == 10)) }
    }

    func nextLine(from start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
        if offset + 1 < bytes.count, bytes[offset] == 13, bytes[offset + 1] == 10 { return offset + 2 }
        return min(offset + 1, bytes.count)
    }

    private func endsCell(_ offset: Int) -> Bool {
        offset >= bytes.count || [delimiter, 10, 13].contains(bytes[offset])
    }

    private func closingQuote(of opening: Int) -> Int? {
        var offset = opening + 1
        while offset < bytes.count {
            if bytes[offset] != 34 {
                offset += 1
            } else if offset + 1 < bytes.count, bytes[offset + 1] == 34 {
                offset += 2
            } else {
                return offset
            }
        }
        return nil
    }

    private func fault(openedAt opening: Int) -> TextFault {
        if let close = closingQuote(of: opening), close < nextLine(from: opening) {
            return TextFault(kind: .textAfterQuote, offset: close + 1)
        }
        return TextFault(kind: .unclosedQuote, offset: opening)
    }
}

extension CSVOracle {
    /// How many rows a reader should read behind a header of `width` cells: all but blank lines, and but rows of
    /// blank cells at the end; a row of several lines and another width counts as its first line. Nothing counts behind
    /// a blank line that no row of that width follows, nor a broken one, nor one of several lines.
    func rowsRead(from start: Int, width: Int, hasBlankEnd: Bool) -> Int {
        var count = 0
        var blank = 0
        var budget = bytes.count
        var offset = start
        while offset < bytes.count {
            let row = row(at: offset)
            offset = row.end
            let isBlank = row.fault == nil && row.cells.allSatisfy { $0.allSatisfy { $0 == 32 || $0 == 9 } }
            if isBlank, row.cells.count == 1, bytes[row.start] != 34 {
                let mayGoOn = rows(from: offset).contains { next in
                    !isBlankLine(next)
                        && (next.fault != nil || fits(next, width, hasBlankEnd)
                            || nextLine(from: next.start) < next.end)
                }
                if !mayGoOn { break }
                continue
            }
            if isBlank {
                blank += 1
                continue
            }
            count += blank + 1
            blank = 0
            guard row.fault == nil, !fits(row, width, hasBlankEnd), row.end - row.start <= budget else { continue }
            if nextLine(from: row.start) < row.end {
                budget -= row.end - row.start
                offset = nextLine(from: row.start)
            }
        }
        return count
    }

    private func isBlankLine(_ row: Row) -> Bool {
        row.fault == nil && row.cells.count == 1 && bytes[row.start] != 34
            && row.cells[0].allSatisfy { $0 == 32 || $0 == 9 }
    }

    private func fits(_ row: Row, _ width: Int, _ hasBlankEnd: Bool) -> Bool {
        let isBlankAtEnd = row.cells.last?.allSatisfy { $0 == 32 || $0 == 9 } ?? false
        return row.cells.count == width || (hasBlankEnd && row.cells.count == width - 1)
            || (isBlankAtEnd && row.cells.count == width + 1)
    }
}

/// Reads `bytes` as an events file and compares the sums with the oracle's; a faulty header is nobody's fault here.
func checkAgainstTheOracle(_ bytes: [UInt8], properties: [String] = []) throws {
    let columns = EventColumns(entity: "user", time: "time", event: "event", properties: properties)
    var reader = EventReader(columns: columns, format: TextFormat(zone: .utc))
    do throws(RecordsError) {
        try reader.read(bytes, file: "f")
    } catch {
        #expect(!error.diagnostics.isEmpty)
        #expect(try reader.finish().tally.read == 0)
        return
    }
    let reading: EventReading
    do throws(RecordsError) {
        reading = try reader.finish()
    } catch {
        #expect(!error.diagnostics.isEmpty)
        return
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let wanted = columns.wanted(isEventFromFile: false)
    guard let header = CSVHeader.found(in: bytes.span, at: start, wanted: wanted) else {
        #expect(reading.tally.read == 0)
        return
    }
    let oracle = CSVOracle(bytes: bytes, delimiter: header.scanner.delimiter)
    let expected = oracle.rowsRead(
        from: header.row.end,
        width: header.cells.count,
        hasBlankEnd: header.names.last == ""
    )
    #expect(reading.table.rowCount + reading.rejections.count == expected)
    #expect(reading.tally.read == expected)
    #expect(reading.tally.groups.reduce(0) { $0 + $1.count } == reading.tally.rejected)
    #expect(
        reading.table.entities.count == reading.table.rowCount && reading.table.times.count == reading.table.rowCount
    )
    #expect(reading.table.columns.values.allSatisfy { $0.codes.count == reading.table.rowCount })
    #expect(reading.rejections.allSatisfy { $0.position.line ?? 0 <= oracle.lineBreaks(before: bytes.count) + 1 })
}
