public import Calendars
internal import Diagnostics

/// Reads the events of a source from files of any size, several threads at a time, and keeps only what somebody wants.
///
/// It gives what `EventReader` gives, or says that it cannot: where columns are joined, where the whole column of times has
/// to say how it is written, or where a file is not plain text in UTF-8. Neither the number of threads nor the size of
/// chunks makes a difference.
public struct EventScan: Sendable {
    /// How the work is parted.
    public struct Effort: Sendable {
        /// How many threads read.
        public var threads: Int
        /// About how many bytes a thread takes at a time.
        public var chunkSize: Int

        /// Parts the work.
        public init(threads: Int, chunkSize: Int = 1 << 20) {
            self.threads = max(1, threads)
            self.chunkSize = max(1, chunkSize)
        }
    }

    private let columns: EventColumns
    private let judge: EventJudge
    private let effort: Effort
    private let words: KnownWords
    private var totals = ScanTotals()
    private var memories: [ScanMemory]
    private var hasEventFromFile = false
    /// Whether nothing has come that only `EventReader` can read.
    private var isSufficient = true

    /// A scan that has read nothing.
    /// - Parameters:
    ///   - zone: Its calendar says which day a row lies on.
    ///   - interest: What rows are wanted for.
    public init(columns: EventColumns, format: TextFormat, zone: Zone, interest: ScanInterest, effort: Effort) {
        self.columns = columns
        self.effort = effort
        let missing = MissingCells(format.missing)
        judge = EventJudge(format: format, values: CellValues(joins: [], missing: missing))
        let names = ["event"] + columns.properties
        words = KnownWords(names, missing: missing, interest: interest)
        let memory = ScanMemory(columns: names.count, format: format, zone: zone)
        memories = Array(repeating: memory, count: effort.threads)
    }

    /// Reads a whole file; its rows follow those of the files before it. O(number of bytes).
    /// - Parameter event: If given, the event of all its rows.
    /// - Returns: Whether it could; if not, nothing more is read, and `finish` gives nothing.
    /// - Throws: `RecordsError` where the file cannot be read to its end.
    public mutating func read(
        _ source: any ByteSource,
        file: String,
        event: String? = nil
    ) throws(RecordsError) -> Bool {
        defer { source.close() }
        guard isSufficient, let opened = try open(source, file: file, event: event) else {
            isSufficient = false
            return false
        }
        guard let layout = opened.layout else { return true }
        hasEventFromFile = hasEventFromFile || event != nil
        totals.begin(file: file, width: layout.width, lines: (layout.table.rows.line ?? 1) - 1)
        let feed = FileFeed(source, file: file, from: opened.start, chunkSize: effort.chunkSize)
        let scans = memories.map { ChunkScan(layout, judge: judge, words: words, memory: $0) }
        let scan = FileScan(feed, scans: scans, totals: totals)
        (totals, memories) = try scan.run()
        isSufficient = totals.isSufficient(textSize: source.byteCount)
        return isSufficient
    }

    /// A file as its head shows it.
    private struct OpenedFile {
        /// `nil` where the file has no rows.
        var layout: ScanLayout?
        /// Where the first row begins.
        var start = 0
    }

    /// - Returns: `nil` where the file needs `EventReader`, to be read or to say what is wrong with it.
    private func open(
        _ source: any ByteSource,
        file: String,
        event: String?
    ) throws(RecordsError) -> OpenedFile? {
        let isEventFromFile = event != nil
        guard columns.nameAskedForTwice(isEventFromFile: isEventFromFile) == nil, judge.format.skip <= 0
        else { return nil }
        let head = try source.bytes(in: 0..<Self.headSize, file: file)
        let isWhole = head.count == source.byteCount
        guard !Gzip.isSigned(head), let data = Self.text(of: head, file: file, judge.format) else { return nil }
        let wanted = columns.wanted(isEventFromFile: isEventFromFile)
        do {
            let sought = SoughtColumns(needed: wanted, joins: [])
            guard let table = try TextTable(in: data, file: file, format: judge.format, sought: sought) else {
                return isWhole ? OpenedFile() : nil
            }
            let start = table.rows.offset
            guard table.linesBefore == 0, start < head.count || isWhole, wanted.allSatisfy(table.names.contains) else {
                return nil
            }
            let layout = try EventLayout(
                of: columns,
                in: table,
                judge.values,
                isEventFromFile: isEventFromFile,
                format: judge.format
            )
            let code = event.map { words.code(of: Array($0.utf8).span, column: 0) }
            let hasMissingWords = !judge.format.missing.isEmpty
            let scanned = ScanLayout(layout, in: table, event: code, hasMissingWords: hasMissingWords)
            return scanned.map { OpenedFile(layout: $0, start: start) }
        } catch {
            return nil
        }
    }

    private static let headSize = 1 << 16

    /// The head as text, if it is UTF-8.
    private static func text(of head: [UInt8], file: String, _ format: TextFormat) -> DataText? {
        do {
            let data = try DataText(head, file: file, encoding: format.encoding)
            return data.encoding == .utf8 ? data : nil
        } catch {
            return nil
        }
    }

    /// Everything read until now; `nil` where only `EventReader` can read it.
    public func finish() -> ScannedEvents? {
        guard isSufficient, totals.areTimesRead(pattern: judge.format.dates) else { return nil }
        var known = words.columns
        if columns.event == nil, !hasEventFromFile, !columns.properties.contains("event") { known["event"] = nil }
        return ScannedEvents(
            rows: totals.rows,
            kinds: known,
            days: totals.days,
            hasClockTimes: totals.hasClockTimes,
            tally: RowTally(accepted: totals.accepted, rejections: totals.rejections, outside: totals.outside),
            rejections: totals.rejections
        )
    }
}

/// The events of a source as far as somebody wants them.
public struct ScannedEvents: Sendable {
    /// The rows that are kept.
    public let rows: PartitionedRows
    /// The event column, if there is one, under the name `event`, and the properties: a row for each kind of row.
    public let kinds: [String: CodedColumn]
    /// All accepted rows by day and users.
    public let days: DayTally
    /// Whether any accepted row had a clock time.
    public let hasClockTimes: Bool
    /// The sums.
    public let tally: RowTally
    /// Every rejected row.
    public let rejections: Rejections
}
