internal import Diagnostics

/// Where the columns that are wanted stand in one file.
struct EventLayout {
    /// The cell of the entity.
    var entity: Int
    /// The cell of the time.
    var time: Int
    /// The cells of the event and of the properties; `nil` for an event that does not come from a cell.
    var coded: [Int?]
    /// How many cells the header has.
    var width: Int
    /// Whether the header's last name is blank, so that rows may do without the cell.
    var hasBlankEnd: Bool

    /// Finds the columns in the header, each exactly once.
    init(of columns: EventColumns, in header: CSVHeader, text: Span<UInt8>, file: String) throws(RecordsError) {
        var finder = ColumnFinder(names: header.names.map { $0 ?? "" })
        let entity = finder.find(columns.entity, for: .entity)
        let time = finder.find(columns.time, for: .time)
        let event = columns.event.flatMap { finder.find($0, for: .event) }
        let properties = columns.properties.map { finder.find($0, for: .property) }
        if let (wanted, cell) = finder.duplicate {
            let place = header.row.place(of: header.cells[cell].offset, in: text)
            let position = SourcePosition(file: file, line: place.line, column: place.column)
            throw RecordsError(kind: .duplicateColumn(wanted), position: position)
        }
        guard finder.missing.isEmpty, let entity, let time else {
            let kind = RecordsError.Kind.missingColumns(finder.missing, header: finder.names)
            throw RecordsError(kind: kind, position: SourcePosition(file: file, line: header.row.line))
        }
        self.entity = entity
        self.time = time
        coded = [event] + properties
        width = header.cells.count
        hasBlankEnd = finder.names.last == ""
    }

    /// What is wrong with the number of cells; `nil` if it is the header's, or one more or less at a blank end.
    func faultOfWidth(_ cells: [CSVCell], in text: Span<UInt8>) -> RejectionReason? {
        switch cells.count - width {
        case 0: nil
        case -1 where hasBlankEnd: nil
        case 1 where cells[width].isBlank(in: text): nil
        case let surplus: surplus < 0 ? .tooFewCells : .tooManyCells
        }
    }
}

extension EventColumns {
    /// The names in the header that are needed; `isEventFromFile`: the event is none of them.
    func wanted(isEventFromFile: Bool) -> [String] {
        [entity, time] + (isEventFromFile ? [] : [event].compactMap { $0 }) + properties
    }

    /// A name asked for twice. `event` stands for the event column, so no property may have it beside one.
    func nameAskedForTwice(isEventFromFile: Bool) -> String? {
        var seen: Set<String> = []
        if let twice = wanted(isEventFromFile: isEventFromFile).first(where: { !seen.insert($0).inserted }) {
            return twice
        }
        let hasEvent = isEventFromFile || event != nil
        return hasEvent && properties.contains("event") ? "event" : nil
    }
}

/// Looks names up, and keeps what was not found once.
private struct ColumnFinder {
    let names: [String]
    var missing: [RecordsError.WantedColumn] = []
    var duplicate: (RecordsError.WantedColumn, cell: Int)?

    mutating func find(_ name: String, for role: ColumnRole) -> Int? {
        let cells = names.indices.filter { !name.isEmpty && names[$0] == name }
        let wanted = RecordsError.WantedColumn(name: name, role: role)
        if cells.isEmpty { missing.append(wanted) }
        if cells.count > 1 { duplicate = duplicate ?? (wanted, cells[1]) }
        return cells.first
    }
}
