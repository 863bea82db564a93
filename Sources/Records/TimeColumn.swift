internal import Calendars

/// A column of times, each different word of it read once.
struct TimeColumn {
    /// What a cell says.
    enum Cell {
        case missing
        case bad
        /// Microseconds since 1970 UTC; a date alone is its midnight in the format's zone.
        case time(Int64, hasClock: Bool)
    }

    /// Its name.
    let name: String
    private let codes: [Int32]
    private let cells: [Cell]

    /// The columns of these names, in the same order; see `DateDecision`.
    /// - Throws: `RecordsError` where a column is ambiguous, or lacks the year.
    static func all(_ names: [String], of sheet: Sheet, format: TextFormat) throws(RecordsError) -> [TimeColumn] {
        var decision = DateDecision(format: format)
        let columns = names.map { sheet.column($0) ?? CodedColumn(codes: [], words: []) }
        for (name, column) in zip(names, columns) { decision.add(name, words: column.words) }
        let dates = try decision.dates { sheet.place(ofName: $0) }
        var clock = ZoneClock(format.zone)
        var all: [TimeColumn] = []
        for index in names.indices {
            let cells = columns[index].words.map { word in
                dates[index].time(word).map { Cell.time(clock.microseconds(of: $0), hasClock: $0.clock != nil) } ?? .bad
            }
            all.append(TimeColumn(name: names[index], codes: columns[index].codes, cells: cells))
        }
        return all
    }

    /// What the column says in that row of the sheet.
    subscript(row: Int) -> Cell {
        let code = Int(codes[row])
        return code < 0 ? .missing : cells[code]
    }
}
