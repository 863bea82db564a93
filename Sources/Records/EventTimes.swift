internal import Calendars

/// How the times of a file of events are written: as configured; or else as ISO 8601 has it, if this reads one of the
/// file's first hundred times; or else as the whole column says, see `DatePattern.found`.
struct EventTimes {
    /// `nil` is ISO 8601, which has a shorter way.
    private let pattern: DatePattern?
    private let year: Int?
    /// The times of a joined column by the codes of its words; `nil` where a word is no time.
    private let joined: [SpelledTime?]

    /// How many times are looked at first.
    private static let beginning = 100

    /// Looks at the column, at all of it only where it must.
    /// - Parameter name: The column's name.
    /// - Throws: `RecordsError` where the column is ambiguous, or lacks the year.
    init(
        of table: TextTable,
        _ name: String,
        from origin: ColumnOrigin,
        _ values: CellValues,
        _ format: TextFormat
    ) throws(RecordsError) {
        year = format.year
        var decision = DateDecision(format: format)
        var position = table.position
        if case .cell(let cell) = origin {
            position = table.position(ofName: cell)
            if Self.mustDecide(table, cell, values, format) {
                decision.add(name, words: table.words(ofCell: cell, values.missing))
            }
        } else if format.dates == nil {
            decision.add(name, words: values.words(of: origin))
        }
        let found = try decision.patterns { _ in position }.first
        if let dates = format.dates, !dates.hasYear, format.year == nil {
            let kind = RecordsError.Kind.datesWithoutYear(column: name, pattern: dates.pattern)
            throw RecordsError(kind: kind, position: position)
        }
        let pattern = (format.dates ?? found).flatMap { $0 == .iso ? nil : $0 }
        self.pattern = pattern
        joined = values.words(of: origin).map { Self.time(Array($0.utf8).span, pattern, format.year) }
    }

    private static func mustDecide(
        _ table: TextTable,
        _ cell: Int,
        _ values: CellValues,
        _ format: TextFormat
    ) -> Bool {
        guard format.dates == nil else { return false }
        let first = table.words(ofCell: cell, limit: beginning, values.missing)
        return !first.contains { SpelledTime(Array($0.utf8).span) != nil }
    }

    /// The time that a value says; `nil` where it says none.
    func time(_ value: RowValue, in text: Span<UInt8>) -> SpelledTime? {
        switch value {
        case .cell(let cell): cell.withContent(in: text) { Self.time($0, pattern, year) }
        case .word(let code): joined[Int(code)]
        case .missing: nil
        }
    }

    private static func time(_ word: Span<UInt8>, _ pattern: DatePattern?, _ year: Int?) -> SpelledTime? {
        guard let pattern else { return SpelledTime(word) }
        return SpelledTime(word, pattern: pattern, year: year)
    }
}

extension TextTable {
    /// The different words of a column of the table's whole rows, in the order of their first appearance; of no more rows
    /// than `limit`. Missing ones are left out. O(number of bytes).
    fileprivate func words(ofCell cell: Int, limit: Int = .max, _ missing: MissingCells) -> [String] {
        let text = data.bytes.span
        var words = WordTable()
        var count = 0
        var scanner = rows
        var cells: [TextCell] = []
        while count < limit, let row = scanner.nextRow(in: text, cells: &cells) {
            guard row.fault == nil, faultOfWidth(cells, in: text) == nil, !missing.contains(cells[cell], in: text)
            else {
                continue
            }
            count += 1
            cells[cell].withContent(in: text) { _ = words.number(of: $0) }
        }
        return words.words
    }
}
