internal import Calendars
internal import Diagnostics

/// A column of days or of weeks, each different word of it read once.
///
/// A week is named (see `SpelledWeek`) or stands there by the date it begins on: its Monday, or with `sundayWeeks` the Sunday
/// before. Times with an offset of their own are cut to days in the format's zone.
struct DayColumn {
    /// What a cell says.
    enum Cell: Equatable {
        case missing
        /// The day, or the Monday of the week.
        case day(LocalDate)
        /// It is no date, nor the name of a week.
        case bad
        /// It names a week that there is not.
        case noSuchWeek
        /// No week begins on this day.
        case inMidWeek(LocalDate)
    }

    private let codes: [Int32]
    private let cells: [Cell]

    /// Reads a column of the sheet.
    /// - Throws: `RecordsError` where it is ambiguous, or lacks the year.
    init(_ name: String, of sheet: Sheet, isWeekly: Bool, format: TextFormat) throws(RecordsError) {
        let column = sheet.column(name) ?? CodedColumn(codes: [], words: [])
        let weeks = column.words.map { isWeekly ? SpelledWeek(Array($0.utf8).span, year: format.year) : nil }
        if let index = weeks.firstIndex(of: .noYear) {
            let kind = RecordsError.Kind.weeksWithoutYear(column: name, example: column.words[index])
            throw RecordsError(kind: kind, position: sheet.place(ofName: name))
        }
        var decision = DateDecision(format: format)
        decision.add(name, words: zip(column.words, weeks).filter { $1 == nil }.map(\.0))
        let dates = try decision.dates { sheet.place(ofName: $0) }[0]
        var clock = ZoneClock(format.zone)
        codes = column.codes
        cells = zip(column.words, weeks).map { word, week in
            switch week {
            case .week(let week): return .day(week.monday)
            case .noSuchWeek, .noYear: return .noSuchWeek
            case nil: break
            }
            guard let time = dates.time(word) else { return .bad }
            let date = time.localDate(in: format.zone, by: &clock)
            if !isWeekly { return .day(date) }
            let week = Week(beginningOn: date, sundayWeeks: format.sundayWeeks)
            return week.map { .day($0.monday) } ?? .inMidWeek(date)
        }
    }

    /// What the column says in that row of the sheet.
    subscript(row: Int) -> Cell {
        let code = Int(codes[row])
        return code < 0 ? .missing : cells[code]
    }
}

extension SpelledTime {
    /// The day in the zone; the date as it is written where it has no offset.
    fileprivate func localDate(in zone: Zone, by clock: inout ZoneClock) -> LocalDate {
        guard offsetSeconds != nil else { return date }
        return zone.local(Instant(microseconds: clock.microseconds(of: self))).date
    }
}

extension Sheet {
    /// The day that a row is of; `nil` where the row is rejected for it.
    mutating func day(ofRow row: Int, from column: DayColumn, named name: String) -> LocalDate? {
        switch column[row] {
        case .day(let day): return day
        case .missing: reject(row: row, .missingTime, column: name)
        case .bad: reject(row: row, .badTime, column: name)
        case .noSuchWeek: reject(row: row, .badWeek, column: name)
        case .inMidWeek(let date): reject(row: row, .midWeek, column: name, value: "\(date)")
        }
        return nil
    }
}
