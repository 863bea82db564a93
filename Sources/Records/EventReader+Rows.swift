internal import Calendars

/// What becomes of rows that were judged.
extension EventReader: RowTaker {
    mutating func take(
        _ row: TextRow,
        _ cells: [TextCell],
        by layout: EventLayout,
        in text: Span<UInt8>
    ) -> RowFault? {
        switch judge.verdict(on: row, cells, by: layout, in: text) {
        case .fault(let fault): return fault
        case .event(let event):
            if let time = event.time {
                times.append(clock.microseconds(of: time))
                hasClockTimes = hasClockTimes || time.clock != nil
            } else if let (word, fault) = event.unread, !leaveUnread(word, at: fault) {
                return fault
            }
            entities.append(event.entity, in: text)
            for (index, value) in event.coded.enumerated() { coded[index].append(value, in: text) }
            return nil
        }
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
}
