internal import Calendars
internal import Diagnostics

/// The judgement of rows.
extension EventReader: RowTaker {
    mutating func take(
        _ row: TextRow,
        _ cells: [TextCell],
        by layout: EventLayout,
        in text: Span<UInt8>
    ) -> RowFault? {
        let values = RowValues(of: cells, keys: layout.keys, joins: joins, missing: missing, in: text)
        let entity = values.value(from: layout.entity, in: text)
        if entity.isMissing { return fault(.missingEntity, at: layout.entity, of: layout, in: row, cells, text) }
        let spelled = values.value(from: layout.time, in: text)
        if spelled.isMissing { return fault(.missingTime, at: layout.time, of: layout, in: row, cells, text) }
        let time = time(spelled, of: layout, in: text)
        if let cell = layout.firstInvalid(of: cells, in: text) {
            return RowFault(.invalidUTF8, at: cell, in: row, text)
        }
        if let time {
            times.append(clock.microseconds(of: time))
            hasClockTimes = hasClockTimes || time.clock != nil
        } else if let fault = leaveUnread(values, of: layout, in: row, cells, text) {
            return fault
        }
        entities.append(entity, in: text)
        for (index, origin) in layout.coded.enumerated() {
            coded[index].append(values.value(from: origin, in: text), in: text)
        }
        return nil
    }

    /// Leaves the time to be read when the whole column is known; says why not where it is none for sure.
    private mutating func leaveUnread(
        _ values: RowValues,
        of layout: EventLayout,
        in row: TextRow,
        _ cells: [TextCell],
        _ text: Span<UInt8>
    ) -> RowFault? {
        let word = values.content(from: layout.time, in: text)
        var fault = fault(.badTime, at: layout.time, of: layout, in: row, cells, text)
        let (file, line, column) = (fileCount - 1, fault.line, fault.column ?? 1)
        if unread.keep(times.count, word: word, file: file, line: line, column: column) {
            times.append(0)
            return nil
        }
        let entity = values.content(from: layout.entity, in: text)
        fault.detail = shownValue(word.span, entity: entity.span).map { .value($0) }
        return fault
    }

    mutating func reject(_ fault: RowFault) { rejections.append(fault) }

    private func time(_ value: RowValue, of layout: EventLayout, in text: Span<UInt8>) -> SpelledTime? {
        switch value {
        case .cell(let cell): cell.withContent(in: text) { format.time($0) }
        case .joined(let code): layout.joinedTimes[Int(code)]
        case .given, .missing: nil
        }
    }

    private func fault(
        _ reason: RejectionReason,
        at origin: ColumnOrigin,
        of layout: EventLayout,
        in row: TextRow,
        _ cells: [TextCell],
        _ text: Span<UInt8>
    ) -> RowFault {
        guard let cell = origin.cell(keys: layout.keys) else { return RowFault(reason: reason, line: row.line) }
        return RowFault(reason, at: cells[cell], in: row, text)
    }
}

extension EventLayout {
    /// The first cell that is needed and is not UTF-8.
    fileprivate func firstInvalid(of cells: [TextCell], in text: Span<UInt8>) -> TextCell? {
        if case .cell(let cell) = entity, !cells[cell].isUTF8(in: text) { return cells[cell] }
        for case .cell(let cell) in coded where !cells[cell].isUTF8(in: text) { return cells[cell] }
        for case let key? in keys where !cells[key].isUTF8(in: text) { return cells[key] }
        return nil
    }
}
