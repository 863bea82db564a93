internal import Calendars
internal import Diagnostics

/// Reads the delimited files of a source, one after the other, into one table.
///
/// Which rows there are, `CSVScanner` says; this judges them. Blank lines, and rows of nothing but blank cells at the
/// end of a file, are no rows. Every other row is accepted or rejected.
///
/// White space around a time does not count. Entities, events and properties are taken as they are written: `Google `
/// and `Google` stay two words, so that what differs in the file is never merged unseen. Only a cell of nothing but
/// spaces and tabs is as good as empty. A missing entity or time rejects the row; a missing event or property is
/// no fault.
public struct EventReader: Sendable {
    let columns: EventColumns
    let format: EventFormat
    let missing: [[UInt8]]
    var clock: ZoneClock
    var entityWords = WordTable()
    var entities: [Int32] = []
    var times: [Int64] = []
    var hasClockTimes = false
    /// The event column, then the properties.
    var coded: [CodedWords]
    /// Whether a file was its own event.
    var hasEventFromFile = false
    var rejections = Rejections()

    /// A reader that has read nothing.
    public init(columns: EventColumns, format: EventFormat) {
        self.columns = columns
        self.format = format
        missing = format.missing.map { Array($0.utf8) }
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
        let text = bytes.span
        var columns = columns
        if event != nil { columns.event = nil }
        guard let header = try header(of: text, file: file, isEventFromFile: event != nil) else { return }
        let layout = try EventLayout(of: columns, in: header, text: text, file: file)
        hasEventFromFile = hasEventFromFile || event != nil
        rejections.begin(file: file, width: layout.width)
        let sheet = EventSheet(layout: layout, event: event.map { Array($0.utf8) })
        readRows(of: sheet, in: text, from: header.scanner)
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
            entityCount: entityWords.count,
            entities: entities,
            times: times,
            hasClockTimes: hasClockTimes,
            columns: columnsByName
        )
        let tally = RowTally(accepted: entities.count, rejections: rejections)
        return EventReading(table: table, tally: tally, rejections: rejections)
    }

    /// - Returns: `nil` where there is none.
    private func header(
        of text: Span<UInt8>,
        file: String,
        isEventFromFile: Bool
    ) throws(RecordsError) -> CSVHeader? {
        if let name = columns.nameAskedForTwice(isEventFromFile: isEventFromFile) {
            throw RecordsError(kind: .columnAskedForTwice(name), position: SourcePosition(file: file))
        }
        if let format = ForeignFormat(of: text) {
            throw RecordsError(kind: .foreignFile(format), position: SourcePosition(file: file))
        }
        let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let header =
            if let delimiter = format.delimiter {
                CSVHeader(of: text, at: start, delimiter: delimiter)
            } else {
                CSVHeader.found(in: text, at: start, wanted: columns.wanted(isEventFromFile: isEventFromFile))
            }
        if let (kind, offset) = header?.fault(in: text), let row = header?.row {
            let place = row.place(of: offset, in: text)
            throw RecordsError(
                kind: kind,
                position: SourcePosition(file: file, line: place.line, column: place.column)
            )
        }
        return header
    }
}

/// What a file's rows are read by.
struct EventSheet {
    /// Where the columns stand.
    var layout: EventLayout
    /// The event of all rows, where the file is the event.
    var event: [UInt8]?
}

/// A column of words that grows.
struct CodedWords: Sendable {
    var codes: [Int32] = []
    var words = WordTable()

    var column: CodedColumn { CodedColumn(codes: codes, words: words.words) }
}
