internal import Calendars

/// The columns of a sheet of measures, read and ready to be judged row by row.
struct MeasureCells {
    /// The measures' names: of wide files the headers, of long ones in the order of their first appearance.
    let names: [String]
    private let columns: MeasureColumns
    private let days: DayColumn?
    /// One a measure; of long files the only one.
    private let values: [NumberColumn]
    /// The names of long files.
    private let named: CodedColumn?
    private let bases: NumberColumn?
    /// What rows are about, and the stages that they are of.
    let (themes, stages): (CodedColumn?, CodedColumn?)
    /// The day of rows without a column of days.
    private let date: LocalDate

    /// Reads the columns of `sheet`.
    /// - Throws: `RecordsError` where it is ambiguous how they are written, or dates lack their year.
    init(_ columns: MeasureColumns, of sheet: Sheet, format: TextFormat) throws(RecordsError) {
        self.columns = columns
        days = try columns.day.map { name throws(RecordsError) in
            try DayColumn(name, of: sheet, isWeekly: columns.isWeekly, format: format)
        }
        switch columns.layout {
        case .columns(let headers):
            names = headers
            named = nil
            values = try headers.map { header throws(RecordsError) in
                try NumberColumn(header, of: sheet, format: format)
            }
            bases = nil
        case .rows(let name, let value, let base):
            named = sheet.column(name)
            names = named?.words ?? []
            values = [try NumberColumn(value, of: sheet, format: format)]
            bases = try base.map { base throws(RecordsError) in try NumberColumn(base, of: sheet, format: format) }
        }
        (themes, stages) = (columns.theme.flatMap { sheet.column($0) }, columns.stage.flatMap { sheet.column($0) })
        let date = format.date ?? LocalDate(dayNumber: 0)
        self.date = columns.isWeekly ? Week(containing: date).monday : date
    }

    /// A row's day and its values, missing ones left out; `nil` where it is rejected.
    func row(_ row: Int, in sheet: inout Sheet) -> (day: LocalDate, values: [MeasureTable.Row])? {
        var day = date
        if let days, let name = columns.day {
            guard let found = sheet.day(ofRow: row, from: days, named: name) else { return nil }
            day = found
        }
        if let named {
            return longRow(row, named, on: day, in: &sheet).map { (day, [$0].compactMap { $0 }.map { told($0, row) }) }
        }
        var rows: [MeasureTable.Row] = []
        for (index, column) in values.enumerated() {
            guard let value = sheet.number(ofRow: row, from: column) else { return nil }
            if let value { rows.append(told(MeasureTable.Row(day: day, name: index, value: value), row)) }
        }
        return (day, rows)
    }

    /// The value with what the row says it is about.
    private func told(_ value: MeasureTable.Row, _ row: Int) -> MeasureTable.Row {
        var value = value
        if let themes { value.theme = themes.codes[row] }
        if let stages { value.stage = stages.codes[row] }
        return value
    }

    /// `nil` inside where the value is missing, and all of it where the row is rejected.
    private func longRow(
        _ row: Int,
        _ named: CodedColumn,
        on day: LocalDate,
        in sheet: inout Sheet
    ) -> MeasureTable.Row?? {
        let name = Int(named.codes[row])
        if name < 0, case .rows(let header, _, _) = columns.layout {
            sheet.reject(row: row, .missingName, column: header)
            return nil
        }
        guard let value = sheet.number(ofRow: row, from: values[0]) else { return nil }
        var base: Double?
        if let bases {
            guard let found = sheet.number(ofRow: row, from: bases) else { return nil }
            if let found, found < 0 {
                sheet.reject(row: row, .badNumber, column: bases.name)
                return nil
            }
            base = found
        }
        return .some(value.map { MeasureTable.Row(day: day, name: name, value: $0, base: base) })
    }
}
