internal import Calendars
internal import Diagnostics

/// Reads the files of a source, one after the other, into one table of events.
///
/// Which rows there are, the scanners and `TableRows` say; this judges them. Every row is accepted or rejected.
///
/// White space around a time does not count. Entities, events and properties are taken as they are written: `Google `
/// and `Google` stay two words, so that what differs in the file is never merged unseen. Only a cell of nothing but
/// spaces and tabs is as good as empty. A missing entity or time rejects the row; a missing event or property is
/// no fault.
public struct EventReader: Sendable {
    let columns: EventColumns
    let format: TextFormat
    let values: CellValues
    var clock: ZoneClock
    var entities = CodedWords()
    var times: [Int64] = []
    var hasClockTimes = false
    /// The event column, then the properties.
    var coded: [CodedWords]
    /// Whether a file was its own event.
    private var hasEventFromFile = false
    private var outside = 0
    private var absent = AbsentColumns()
    var rejections = Rejections()

    /// A reader that has read nothing.
    /// - Parameter joins: Tables that hold the columns which the files' own headers lack.
    public init(columns: EventColumns, format: TextFormat, joins: [Join] = []) {
        self.columns = columns
        self.format = format
        values = CellValues(joins: joins, missing: MissingCells(format.missing))
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
        let layout = try EventLayout(of: columns, in: table, values, format, isEventFromFile: isEventFromFile)
        hasEventFromFile = hasEventFromFile || isEventFromFile
        rejections.begin(file: file, width: table.names.count)
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
    public func finish() -> EventReading {
        var columnsByName: [String: CodedColumn] = [:]
        let names = ["event"] + columns.properties
        for (name, words) in zip(names, coded) { columnsByName[name] = words.column }
        if columns.event == nil, !hasEventFromFile, !columns.properties.contains("event") {
            columnsByName["event"] = nil
        }
        let table = EventTable(
            entityCount: entities.words.count,
            entities: entities.codes,
            times: times,
            hasClockTimes: hasClockTimes,
            columns: columnsByName
        )
        let tally = RowTally(accepted: times.count, rejections: rejections, outside: outside)
        return EventReading(table: table, tally: tally, rejections: rejections, absent: absent.errors)
    }
}
