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
        guard let time = time(spelled, of: layout, in: text) else {
            let time = values.content(from: layout.time, in: text)
            let shown = shownValue(time.span, entity: values.content(from: layout.entity, in: text).span)
            let detail = shown.map { Rejection.Detail.value($0) }
            return fault(.badTime, at: layout.time, of: layout, in: row, cells, text, detail: detail)
        }
        if let cell = layout.firstInvalid(of: cells, in: text) {
            return RowFault(.invalidUTF8, at: cell, in: row, text)
        }
        times.append(clock.microseconds(of: time))
        hasClockTimes = hasClockTimes || time.clock != nil
        entities.append(entity, in: text)
        for (index, origin) in layout.coded.enumerated() {
            coded[index].append(values.value(from: origin, in: text), in: text)
        }
        return nil
    }

    mutating func reject(_ fault: RowFault) { rejections.append(fault) }

    private func time(_ value: RowValue, of layout: EventLayout, in text: Span<UInt8>) -> SpelledTime? {
        switch value {
        case .cell(let cell): cell.withContent(in: text) { SpelledTime($0) }
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
        _ text: Span<UInt8>,
        detail: Rejection.Detail? = nil
    ) -> RowFault {
        guard let cell = origin.cell(keys: layout.keys) else { return RowFault(reason: reason, line: row.line) }
        return RowFault(reason, at: cells[cell], in: row, text, detail: detail)
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
