internal import Calendars
internal import Diagnostics
internal import Records

/// A table in a file.
public struct TableProfile: Sendable {
    /// The physical line of its header, from 1.
    public let line: Int
    /// Its columns in the order of the header; those without a name left out.
    public private(set) var columns: [ColumnProfile]
    /// How many rows it has: without totals, blank rows and faulty ones.
    public let rowCount: Int
    /// How many rows cannot be read, e.g. for a stray quote.
    public let faultyRowCount: Int
    /// Those rows, a warning for each kind of fault at the first that has it.
    let faults: [Diagnostic]
    /// How many columns have a blank header.
    public let namelessCount: Int
    /// Rows that sum up others, and whether they do.
    public let totals: [TotalRowCheck]

    /// The column of that name.
    func column(_ name: String) -> ColumnProfile? { columns.first { $0.name == name } }

    /// The columns' names.
    var names: [String] { columns.map(\.name) }
}

extension TableProfile {
    /// Reads the table of a survey.
    /// - Throws: `RecordsError` where its header cannot be read.
    init(
        _ table: FileSurvey.Table,
        of file: InspectedFile,
        format: TextFormat,
        answers: InspectionAnswers
    ) throws(RecordsError) {
        var format = format
        format.skip = format.delimiter == nil ? 0 : table.line - 1
        let sheet = try Self.sheet(of: file, format, leavingOutTotals: true)
        let judge = ColumnJudge(answers: answers)
        line = table.line
        rowCount = sheet.rowCount
        faultyRowCount = sheet.rejections.count
        let found = sheet.tally.groups.compactMap(\.first.position.line)
        let texts = try FileSurvey.lines(found, of: file.bytes, file: file.name, format: format)
        let textByLine = Dictionary(zip(found.sorted(), texts)) { first, _ in first }
        faults =
            FaultyRows(sheet.tally, width: table.names.count, delimiter: format.delimiter) { textByLine[$0] }.warnings
        namelessCount = table.names.count { $0.isEmpty }
        columns = zip(sheet.names, sheet.columns).map { judge.profile($0, $1) }
        columns = Self.agreed(columns, judge: judge)
        if sheet.tally.other == 0 {
            totals = []
        } else {
            let whole = try Self.sheet(of: file, format, leavingOutTotals: false)
            totals = TotalRowCheck.all(in: whole, beside: sheet, columns: columns)
        }
        for index in columns.indices { columns[index].lookalikes = columns[index].foundLookalikes }
    }

    private static func sheet(
        of file: InspectedFile,
        _ format: TextFormat,
        leavingOutTotals: Bool
    ) throws(RecordsError) -> Sheet {
        var reader = SheetReader(columns: nil, format: format, leavingOutTotals: leavingOutTotals)
        try reader.read(file.bytes, file: file.name)
        return reader.finish()
    }

    /// The columns where those that may be written in two ways follow the others, which say it.
    private static func agreed(_ columns: [ColumnProfile], judge: ColumnJudge) -> [ColumnProfile] {
        let style = decidedStyle(columns)
        let patterns = Set(
            columns.compactMap { column in
                if case .pattern(let pattern) = column.dates { pattern } else { nil }
            }
        )
        return columns.map { column in
            if let style, column.isNumberAmbiguous, let read = judge.numbers(column, in: style) { return read }
            guard case .ambiguous(let possible, _) = column.dates else { return column }
            let known = possible.filter(patterns.contains)
            guard known.count == 1, let pattern = known.first else { return column }
            return column.dated(by: pattern, year: judge.answers.year) ?? column
        }
    }

    /// The style that most of the columns decide, if any does.
    private static func decidedStyle(_ columns: [ColumnProfile]) -> NumberStyle? {
        let styles = columns.filter { $0.kind.isNumeric && !$0.isNumberAmbiguous }.compactMap(\.decidingStyle)
        let commas = styles.filter { $0.decimal == UInt8(ascii: ",") }
        return commas.count * 2 > styles.count ? commas.first : styles.first { $0.decimal == UInt8(ascii: ".") }
    }
}

extension ColumnProfile {
    /// Whether its numbers can be read in two styles.
    fileprivate var isNumberAmbiguous: Bool {
        guard !words.isEmpty, case .ambiguous = NumberStyle.found(in: words) else { return false }
        return true
    }

    /// The style, where a number with a fraction or with groups says it.
    fileprivate var decidingStyle: NumberStyle? {
        guard let numbers, words.contains(where: { $0.contains { ".,".contains($0) } }) else { return nil }
        return numbers
    }
}
