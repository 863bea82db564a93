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
        /// How much memory a source's rows may take; `nil`, the default: as much as they need.
        public var allowance: RowAllowance?
        /// What is told how many rows have been read since it was told last.
        public var onRows: @Sendable (Int) -> Void

        /// Parts the work.
        public init(
            threads: Int,
            chunkSize: Int = 1 << 18,
            allowance: RowAllowance? = nil,
            onRows: @escaping @Sendable (Int) -> Void = { _ in }
        ) {
            self.allowance = allowance
            self.threads = max(1, threads)
            self.chunkSize = max(1, chunkSize)
            self.onRows = onRows
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
        let allowance = effort.allowance?.share(among: effort.threads)
        let memory = ScanMemory(columns: names.count, format: format, zone: zone, allowance: allowance)
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
        guard let (layout, feed) = opened.text else { return true }
        hasEventFromFile = hasEventFromFile || event != nil
        let table = layout.table
        totals.begin(file: file, width: layout.width, lines: (table.rows.line ?? 1) - 1, outside: table.linesBefore)
        let scans = memories.map { ChunkScan(layout, judge: judge, words: words, memory: $0) }
        // The threads' own from here on: what is held twice is copied when it changes.
        memories = []
        let end = FileScan(feed, scans: scans, totals: totals, onRows: effort.onRows).run()
        (totals, memories) = (end.totals, end.memories)
        if let fault = end.fault { throw fault }
        isSufficient = totals.isSufficient(textSize: feed.textSize)
        return isSufficient
    }

    /// A file as its head shows it.
    private struct OpenedFile {
        /// Its layout, and its rows; `nil` where there are none.
        var text: (layout: ScanLayout, feed: any TextFeed)?
    }

    /// - Returns: `nil` where the file needs `EventReader`, to be read or to say what is wrong with it.
    private func open(
        _ source: any ByteSource,
        file: String,
        event: String?
    ) throws(RecordsError) -> OpenedFile? {
        guard columns.nameAskedForTwice(isEventFromFile: event != nil) == nil else { return nil }
        var head = try source.bytes(in: 0..<Self.headSize, file: file)
        guard Gzip.isSigned(head) else {
            let isWhole = head.count == source.byteCount
            return layout(of: head, isWhole: isWhole, file: file, event: event).map { found in
                guard let layout = found.layout else { return OpenedFile() }
                let feed = FileFeed(source, file: file, from: found.start, chunkSize: effort.chunkSize)
                return OpenedFile(text: (layout, decoded(feed, layout.table)))
            }
        }
        let stream = GzipStream(source, file: file)
        head = Array(repeating: 0, count: Self.headSize)
        let count = try stream.read(into: &head, at: 0, upTo: head.count)
        head.removeLast(head.count - count)
        guard let found = layout(of: head, isWhole: stream.isAtEnd, file: file, event: event) else { return nil }
        guard let layout = found.layout else { return OpenedFile() }
        let feed = GzipFeed(stream, head: head, from: found.start, chunkSize: effort.chunkSize)
        return OpenedFile(text: (layout, decoded(feed, layout.table)))
    }

    private func decoded(_ feed: any TextFeed, _ table: TextTable) -> any TextFeed {
        let encoding = table.data.encoding
        return encoding.hasSingleBytes ? DecodedFeed(base: feed, encoding: encoding) : feed
    }

    /// How the text stands that begins so, and where its first row begins; a layout of `nil` where it has no rows.
    /// - Returns: `nil` where the file needs `EventReader`.
    private func layout(
        of head: [UInt8],
        isWhole: Bool,
        file: String,
        event: String?
    ) -> (layout: ScanLayout?, start: Int)? {
        let wanted = columns.wanted(isEventFromFile: event != nil)
        do throws(RecordsError) {
            let data = try DataText(unpacked: head, file: file, encoding: judge.format.encoding)
            let sought = SoughtColumns(needed: wanted, joins: [])
            guard data.encoding == .utf8 || data.encoding.hasSingleBytes else { return nil }
            guard let table = try TextTable(in: data, file: file, format: judge.format, sought: sought) else {
                return isWhole ? (nil, 0) : nil
            }
            let start = table.rows.offset
            guard table.isHeaderCertain, judge.format.skip <= 0 || table.isDelimited,
                start < data.bytes.count || isWhole, wanted.allSatisfy(table.names.contains)
            else { return nil }
            // Of other encodings, each byte became one character.
            let isUTF8 = data.encoding == .utf8
            let place = isUTF8 ? start : data.bytes[..<start].count { $0 & 0xC0 != 0x80 }
            let events = try EventLayout(
                of: columns,
                in: table,
                judge.values,
                isEventFromFile: event != nil,
                format: judge.format
            )
            let code = event.map { words.code(of: Array($0.utf8).span, column: 0) }
            let hasMissingWords = !judge.format.missing.isEmpty
            return ScanLayout(events, in: table, event: code, hasMissingWords: hasMissingWords).map { ($0, place) }
        } catch {
            return nil
        }
    }

    private static let headSize = 1 << 16

    /// Everything read until now; `nil` where only `EventReader` can read it.
    /// - Throws: `RecordsError` where rows have to be put aside, and cannot be.
    public func finish() throws(RecordsError) -> ScannedEvents? {
        guard isSufficient, totals.areTimesRead(pattern: judge.format.dates) else { return nil }
        var known = words.columns
        if columns.event == nil, !hasEventFromFile, !columns.properties.contains("event") { known["event"] = nil }
        let rejections = totals.rejections.inOrder()
        return ScannedEvents(
            rows: try EventRows(memories.map(\.rows)),
            kinds: known,
            days: totals.days,
            hasClockTimes: totals.hasClockTimes,
            tally: RowTally(accepted: totals.accepted, rejections: rejections, outside: totals.outside),
            rejections: rejections
        )
    }
}

/// The events of a source as far as somebody wants them.
public struct ScannedEvents: Sendable {
    /// The rows that are kept.
    public let rows: EventRows
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
