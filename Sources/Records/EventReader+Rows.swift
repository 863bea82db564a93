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
        let partners = values.partners(of: cells, keys: layout.keys, in: text)
        let entity = values.value(from: layout.entity, of: cells, partners, in: text)
        if entity.isMissing { return fault(.missingEntity, at: layout.entity, of: layout, in: row, cells, text) }
        let spelled = values.value(from: layout.time, of: cells, partners, in: text)
        if spelled.isMissing { return fault(.missingTime, at: layout.time, of: layout, in: row, cells, text) }
        let time = time(spelled, of: layout, in: text)
        if let cell = layout.firstInvalid(of: cells, in: text) {
            return RowFault(.invalidUTF8, at: cell, in: row, text)
        }
        if let time {
            times.append(clock.microseconds(of: time))
            hasClockTimes = hasClockTimes || time.clock != nil
        } else {
            let fault = fault(.badTime, at: layout.time, of: layout, in: row, cells, text)
            let word = values.content(spelled, from: layout.time, in: text)
            if !leaveUnread(word, at: fault) {
                return fault.showing(word, beside: values.content(entity, from: layout.entity, in: text))
            }
        }
        entities.append(entity, in: text)
        for index in layout.coded.indices {
            coded[index].append(values.value(from: layout.coded[index], of: cells, partners, in: text), in: text)
        }
        return nil
    }

    /// Leaves the time to be read when the whole column is known.
    /// - Returns: Whether it may be one.
    private mutating func leaveUnread(_ word: [UInt8], at fault: RowFault) -> Bool {
        let (line, column) = (fault.line, fault.column ?? 1)
        guard unread.keep(times.count, word: word, file: fileCount - 1, line: line, column: column) else {
            return false
        }
        times.append(0)
        return true
    }

    mutating func reject(_ fault: RowFault) { rejections.append(fault) }

    private func time(_ value: RowValue, of layout: EventLayout, in text: Span<UInt8>) -> SpelledTime? {
        switch value {
        case .cell(let cell): cell.withContent(in: text) { format.time($0) }
        case .word(let code): layout.joinedTimes[Int(code)]
        case .missing: nil
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

extension RowFault {
    /// The same fault with the word that is at fault, as far as it may be shown beside that entity.
    fileprivate func showing(_ word: [UInt8], beside entity: [UInt8]) -> RowFault {
        var fault = self
        fault.detail = shownValue(word.span, entity: entity.span).map { .value($0) }
        return fault
    }
}
