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
        guard let time = layout.times.time(spelled, in: text) else {
            let word = values.content(spelled, from: layout.time, in: text)
            let name = values.content(entity, from: layout.entity, in: text)
            let detail = shownValue(word.span, entity: name.span).map { Rejection.Detail.value($0) }
            return fault(.badTime, at: layout.time, of: layout, in: row, cells, text, detail: detail)
        }
        if let cell = layout.firstInvalid(of: cells, in: text) {
            return RowFault(.invalidUTF8, at: cell, in: row, text)
        }
        times.append(clock.microseconds(of: time))
        hasClockTimes = hasClockTimes || time.clock != nil
        entities.append(entity, in: text)
        for index in layout.coded.indices {
            coded[index].append(values.value(from: layout.coded[index], of: cells, partners, in: text), in: text)
        }
        return nil
    }

    mutating func reject(_ fault: RowFault) { rejections.append(fault) }

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
