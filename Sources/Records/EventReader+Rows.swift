internal import Calendars
internal import Diagnostics

/// The judgement of rows.
extension EventReader {
    /// Reads the rows behind the header.
    ///
    /// A row that goes over several lines and has another number of cells than the header was most likely made by a
    /// stray quote: only its first line is rejected, and the next is read anew. So that this stays linear, as many
    /// bytes as the file has are read anew this way and no more.
    mutating func readRows(of sheet: EventSheet, in text: Span<UInt8>, from start: CSVScanner) {
        var scanner = start
        var cells: [CSVCell] = []
        var blankRows: [RowFault] = []
        var budget = text.count
        while let row = scanner.nextRow(in: text, cells: &cells) {
            if row.isBlankLine(cells, in: text) { continue }
            let fault = take(row, cells, of: sheet, in: text)
            if let fault, row.fault == nil, cells.isBlank(in: text) {
                blankRows.append(fault)
                continue
            }
            for blank in blankRows { rejections.append(blank) }
            blankRows.removeAll(keepingCapacity: true)
            guard let fault else { continue }
            rejections.append(fault)
            if fault.isOfWidth, row.goesOverLines(cells, in: text), row.end - row.start <= budget {
                budget -= row.end - row.start
                scanner.resume(afterFirstLineOf: row, in: text)
            }
        }
    }

    /// Adds the row to the table, or says why not.
    private mutating func take(
        _ row: CSVRow,
        _ cells: [CSVCell],
        of sheet: EventSheet,
        in text: Span<UInt8>
    ) -> RowFault? {
        let layout = sheet.layout
        if let fault = row.fault { return quoteFault(fault, in: row, text) }
        if let reason = layout.faultOfWidth(cells, in: text) { return widthFault(reason, cells, layout, in: row, text) }
        let (entity, time) = (cells[layout.entity], cells[layout.time])
        if isMissing(entity, in: text) { return RowFault(.missingEntity, at: entity, in: row, text) }
        if isMissing(time, in: text) { return RowFault(.missingTime, at: time, in: row, text) }
        guard let spelled = time.withContent(in: text, { SpelledTime($0) }) else {
            return RowFault(.badTime, at: time, in: row, text, detail: shown(time, entity: entity, in: text))
        }
        if let cell = firstInvalid(cells, layout, in: text) { return RowFault(.invalidUTF8, at: cell, in: row, text) }
        add(cells, at: spelled, of: sheet, in: text)
        return nil
    }

    private mutating func add(_ cells: [CSVCell], at time: SpelledTime, of sheet: EventSheet, in text: Span<UInt8>) {
        times.append(clock.microseconds(of: time))
        hasClockTimes = hasClockTimes || time.clock != nil
        entities.append(cells[sheet.layout.entity].withContent(in: text) { entityWords.number(of: $0) })
        for (index, cell) in sheet.layout.coded.enumerated() {
            let code: Int32
            if let cell {
                code = number(of: cells[cell], inColumn: index, text)
            } else if let event = sheet.event, index == 0 {
                code = coded[index].words.number(of: event.span)
            } else {
                code = -1
            }
            coded[index].codes.append(code)
        }
    }

    /// -1 where the cell is missing.
    private mutating func number(of cell: CSVCell, inColumn index: Int, _ text: Span<UInt8>) -> Int32 {
        if isMissing(cell, in: text) { return -1 }
        return cell.withContent(in: text) { coded[index].words.number(of: $0) }
    }

    /// The first cell that is needed and is not UTF-8.
    private func firstInvalid(_ cells: [CSVCell], _ layout: EventLayout, in text: Span<UInt8>) -> CSVCell? {
        if !cells[layout.entity].isUTF8(in: text) { return cells[layout.entity] }
        for case let cell? in layout.coded where !cells[cell].isUTF8(in: text) { return cells[cell] }
        return nil
    }

    private func quoteFault(_ fault: CSVFault, in row: CSVRow, _ text: Span<UInt8>) -> RowFault {
        let place = row.place(of: fault.offset, in: text)
        let reason: RejectionReason = fault.kind == .unclosedQuote ? .unclosedQuote : .textAfterQuote
        return RowFault(reason: reason, line: place.line, column: place.column)
    }

    /// Too many cells are faulty from the first surplus one; where cells are wanting, the line is.
    private func widthFault(
        _ reason: RejectionReason,
        _ cells: [CSVCell],
        _ layout: EventLayout,
        in row: CSVRow,
        _ text: Span<UInt8>
    ) -> RowFault {
        let detail = Rejection.Detail.cells(found: cells.count, expected: layout.width)
        guard reason == .tooManyCells else { return RowFault(reason: reason, line: row.line, detail: detail) }
        let place = row.place(of: cells[layout.width].offset, in: text)
        return RowFault(reason: reason, line: place.line, column: place.column, detail: detail)
    }

    private func shown(_ time: CSVCell, entity: CSVCell, in text: Span<UInt8>) -> Rejection.Detail? {
        time.withContent(in: text) { time in
            entity.withContent(in: text) { entity in shownValue(time, entity: entity) }
        }.map { .value($0) }
    }

    private func isMissing(_ cell: CSVCell, in text: Span<UInt8>) -> Bool {
        if cell.isBlank(in: text) { return true }
        if missing.isEmpty { return false }
        return cell.withContent(in: text) { content in
            missing.contains { $0.count == content.count && content.starts(with: $0) }
        }
    }
}

extension CSVRow {
    /// Whether there is nothing on the line but spaces and tabs.
    fileprivate func isBlankLine(_ cells: [CSVCell], in text: Span<UInt8>) -> Bool {
        fault == nil && cells.count == 1 && !cells[0].isQuoted && cells[0].isBlank(in: text)
    }

    /// Whether the row's last cell ends on another line than its first begins on.
    fileprivate func goesOverLines(_ cells: [CSVCell], in text: Span<UInt8>) -> Bool {
        guard let last = cells.last else { return false }
        return place(of: last.end, in: text).line > line
    }
}

extension RowFault {
    /// The fault of one cell.
    fileprivate init(
        _ reason: RejectionReason,
        at cell: CSVCell,
        in row: CSVRow,
        _ text: Span<UInt8>,
        detail: Rejection.Detail? = nil
    ) {
        let place = row.place(of: cell.offset, in: text)
        self.init(reason: reason, line: place.line, column: place.column, detail: detail)
    }

    /// Whether it is the number of cells.
    fileprivate var isOfWidth: Bool { reason == .tooFewCells || reason == .tooManyCells }
}
