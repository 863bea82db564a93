internal import Calendars
internal import Diagnostics

/// Decides which rows are events, and says why the others are none.
struct EventJudge: Sendable {
    let format: TextFormat
    let values: CellValues

    /// A row that is an event, or may yet be one.
    struct Event {
        var entity: RowValue
        /// `nil` where the whole column has to say how it is written.
        var time: SpelledTime?
        /// The event, then the properties.
        var coded: [RowValue]
        /// The time's bytes, and what is wrong with the row if they are no time; only where `time` is `nil`.
        var unread: (word: [UInt8], fault: RowFault)?
    }

    enum Verdict {
        case event(Event)
        case fault(RowFault)
    }

    /// Judges a row of whole quotes and as many cells as the header.
    func verdict(
        on row: TextRow,
        _ cells: [TextCell],
        by layout: EventLayout,
        in text: Span<UInt8>
    ) -> Verdict {
        let partners = values.partners(of: cells, keys: layout.keys, in: text)
        let entity = values.value(from: layout.entity, of: cells, partners, in: text)
        if entity.isMissing {
            return .fault(fault(.missingEntity, at: layout.entity, of: layout, in: row, cells, text))
        }
        let spelled = values.value(from: layout.time, of: cells, partners, in: text)
        if spelled.isMissing {
            return .fault(fault(.missingTime, at: layout.time, of: layout, in: row, cells, text))
        }
        if let cell = layout.firstInvalid(of: cells, in: text) {
            return .fault(RowFault(.invalidUTF8, at: cell, in: row, text))
        }
        var event = Event(
            entity: entity,
            time: time(spelled, of: layout, in: text),
            coded: layout.coded.map { values.value(from: $0, of: cells, partners, in: text) }
        )
        if event.time == nil {
            let word = values.content(spelled, from: layout.time, in: text)
            let fault = fault(.badTime, at: layout.time, of: layout, in: row, cells, text)
            event.unread = (word, fault.showing(word, beside: values.content(entity, from: layout.entity, in: text)))
        }
        return .event(event)
    }

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
