internal import Calendars
internal import Diagnostics

/// Reads the files of a source, one after the other, into one table of events.
///
/// Which rows there are, the scanners and `TableRows` say; this judges them. Every row is accepted or rejected.
///
/// A time that is neither in ISO 8601 nor in the configured pattern is judged when all files have been read: by then the
/// whole column says how it is written; see `UnreadTimes`.
///
/// White space around a time does not count. Entities, events and properties are taken as they are written: `Google `
/// and `Google` stay two words, so that what differs in the file is never merged unseen. Only a cell of nothing but
/// spaces and tabs is as good as empty. A missing entity or time rejects the row; a missing event or property is
/// no fault.
public struct EventReader: Sendable {
    let columns: EventColumns
    let judge: EventJudge
    var clock: ZoneClock
    var entities = CodedWords()
    var times: [Int64] = []
    var hasClockTimes = false
    var unread = UnreadTimes()
    /// Where the time's column is named first.
    private var timePlace: SourcePosition?
    /// How many files have been begun.
    private(set) var fileCount: Int32 = 0
    /// The event column, then the properties.
    var coded: [CodedWords]
    /// Whether a file was its own event.
    private var hasEventFromFile = false
    private var outside = 0
    private var absent = AbsentColumns()
    var rejections = Rejections()

    var format: TextFormat { judge.format }
    var values: CellValues { judge.values }

    /// A reader that has read nothing.
    /// - Parameter joins: Tables that hold the columns which the files' own headers lack.
    public init(columns: EventColumns, format: TextFormat, joins: [Join] = []) {
        self.columns = columns
        judge = EventJudge(
            format: format,
            values: CellValues(joins: joins, missing: MissingCells(format.missing))
        )
        clock = ZoneClock(format.zone)
        coded = Array(repeating: CodedWords(), count: 1 + columns.properties.count)
    }

    /// Reads a whole file; its rows follow those of the files before it. O(number of bytes).
    ///
    /// A file without a header (no bytes, or blank lines only) has no rows, and is no fault. A byte order mark is
    /// skipped and counts for no column.
    /// - Parameters:
    ///   - file: Its path, for positions.
    ///   - event: If given, the event of all its rows; the event column is not looked for.
    /// - Throws: `RecordsError` where the structure is at fault. Nothing of the file has been taken then.
    public mutating func read(_ bytes: [UInt8], file: String, event: String? = nil) throws(RecordsError) {
        let isEventFromFile = event != nil
        if let name = columns.nameAskedForTwice(isEventFromFile: isEventFromFile) {
            throw RecordsError(kind: .columnAskedForTwice(name), position: SourcePosition(file: file))
        }
        let data = try DataText(bytes, file: file, encoding: format.encoding)
        let wanted = columns.wanted(isEventFromFile: isEventFromFile)
        let sought = SoughtColumns(needed: wanted, joins: values.joins)
        guard let table = try TextTable(in: data, file: file, format: format, sought: sought) else { return }
        let layout = try EventLayout(
            of: columns,
            in: table,
            values,
            isEventFromFile: isEventFromFile,
            format: format
        )
        hasEventFromFile = hasEventFromFile || isEventFromFile
        rejections.begin(file: file, width: table.names.count)
        fileCount += 1
        timePlace = timePlace ?? table.position(of: layout.time)
        for (name, origin) in zip(columns.properties, layout.coded.dropFirst()) {
            absent.look(at: origin, of: RecordsError.WantedColumn(name: name, role: .property), in: table)
        }
        entities.begin(values.words(of: layout.entity))
        for (index, origin) in layout.coded.enumerated() { coded[index].begin(values.words(of: origin)) }
        if let event { coded[0].begin([event]) }
        var rows = TableRows(of: table)
        rows.read(into: &self, by: layout, in: data.bytes.span)
        outside += rows.outside
    }

    /// Everything read until now.
    /// - Throws: `RecordsError` where it is ambiguous how times are written, or they lack their year.
    public func finish() throws(RecordsError) -> EventReading {
        var settled = self
        let faulty = try settled.settleTimes()
        let kept = faulty.isEmpty ? nil : settled.reject(faulty)
        let table = settled.table(of: kept)
        let rejections = settled.rejections.inOrder()
        let tally = RowTally(accepted: table.rowCount, rejections: rejections, outside: outside)
        return EventReading(table: table, tally: tally, rejections: rejections, absent: absent.errors)
    }

    /// A table of these rows, of all where they are `nil`.
    private func table(of rows: [Int]?) -> EventTable {
        var columnsByName: [String: CodedColumn] = [:]
        for (name, words) in zip(["event"] + columns.properties, coded) {
            columnsByName[name] = rows.map { words.column.picking(rows: $0) } ?? words.column
        }
        if columns.event == nil, !hasEventFromFile, !columns.properties.contains("event") {
            columnsByName["event"] = nil
        }
        let picked = rows.map { rows in
            CodedColumn.renumbered(rows.map { entities.codes[$0] }, below: entities.words.count)
        }
        return EventTable(
            entityCount: picked?.kept.count ?? entities.words.count,
            entities: picked?.codes ?? entities.codes,
            times: rows.map { $0.map { times[$0] } } ?? times,
            hasClockTimes: hasClockTimes,
            columns: columnsByName
        )
    }

    /// Gives the rows their times that have waited for the whole column.
    /// - Returns: Those whose times are none.
    private mutating func settleTimes() throws(RecordsError) -> [UnreadTimes.Row] {
        guard !unread.rows.isEmpty else { return [] }
        let spelled = try unread.times(
            beside: times.count - unread.rows.count,
            format: format,
            column: columns.time,
            place: timePlace ?? SourcePosition(file: "")
        )
        let read = spelled.map { time in time.map { clock.microseconds(of: $0) } }
        var faulty: [UnreadTimes.Row] = []
        for row in unread.rows {
            if let time = read[Int(row.word)] {
                times[row.row] = time
                hasClockTimes = hasClockTimes || spelled[Int(row.word)]?.clock != nil
            } else {
                faulty.append(row)
            }
        }
        return faulty
    }

    /// - Returns: The rows that are left.
    private mutating func reject(_ faulty: [UnreadTimes.Row]) -> [Int] {
        var isKept = times.map { _ in true }
        for row in faulty {
            isKept[row.row] = false
            let entity = entities.words[entities.codes[row.row]]
            let shown = shownValue(Array(unread.word(of: row).utf8).span, entity: Array(entity.utf8).span)
            let detail = shown.map { Rejection.Detail.value($0) }
            let fault = RowFault(reason: .badTime, line: row.line, column: row.column, detail: detail)
            rejections.append(fault, file: row.file)
        }
        return isKept.indices.filter { isKept[$0] }
    }
}
