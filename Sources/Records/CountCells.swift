internal import Calendars

/// The columns of a sheet of counts, read and ready to be judged row by row.
struct CountCells {
    /// What an accepted row says.
    struct Row {
        /// The day, or the Monday of the week.
        var day: LocalDate
        var entryWeek: Week?
        /// For each stage; `nil` where it is missing.
        var counts: [Int?]
    }

    private let columns: CountColumns
    private let days: DayColumn?
    private let entryWeeks: DayColumn?
    /// One a stage; of long files the only one.
    private let counts: [NumberColumn]
    /// The stages of long files.
    private let stages: StageWordColumn?
    /// The day of rows without a column of days.
    private let date: LocalDate

    /// Whether a row is of one stage.
    var isLong: Bool { stages != nil }

    /// Reads the columns of `sheet`.
    /// - Throws: `RecordsError` where it is ambiguous how they are written, or dates lack their year.
    init(_ columns: CountColumns, of sheet: Sheet, format: TextFormat) throws(RecordsError) {
        self.columns = columns
        days = try columns.day.map { name throws(RecordsError) in
            try DayColumn(name, of: sheet, isWeekly: columns.isWeekly, format: format)
        }
        entryWeeks = try columns.entryWeek.map { name throws(RecordsError) in
            try DayColumn(name, of: sheet, isWeekly: true, format: format)
        }
        counts = try columns.countHeaders.map { header throws(RecordsError) in
            try NumberColumn(header, of: sheet, areWhole: true, format: format)
        }
        switch columns.stages {
        case .columns: stages = nil
        case .rows(let stage, _, let words):
            stages = StageWordColumn(stage, of: sheet, words: words.map { $0.words.isEmpty ? [$0.id] : $0.words })
        }
        let date = format.date ?? LocalDate(dayNumber: 0)
        self.date = columns.isWeekly ? Week(containing: date).monday : date
    }

    /// What a row says; `nil` where it is rejected.
    func row(_ row: Int, in sheet: inout Sheet) -> Row? {
        var result = Row(day: date, counts: [])
        if let days, let name = columns.day {
            guard let day = sheet.day(ofRow: row, from: days, named: name) else { return nil }
            result.day = day
        }
        if let entryWeeks, let name = columns.entryWeek {
            guard let monday = sheet.day(ofRow: row, from: entryWeeks, named: name) else { return nil }
            result.entryWeek = Week(containing: monday)
        }
        guard let stages else {
            for column in counts {
                guard let count = sheet.count(ofRow: row, from: column) else { return nil }
                result.counts.append(count)
            }
            return result
        }
        guard let stage = stages.stage(ofRow: row, in: &sheet), let count = sheet.count(ofRow: row, from: counts[0])
        else { return nil }
        result.counts = Array(repeating: nil, count: columns.stageIDs.count)
        result.counts[stage] = count
        return result
    }
}
