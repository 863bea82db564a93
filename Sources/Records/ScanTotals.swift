/// What has come of all chunks so far, put together in the order of the input.
struct ScanTotals: Sendable {
    private(set) var rows: PartitionedRows
    private(set) var days = DayTally()
    private(set) var rejections = Rejections()
    private(set) var accepted = 0
    private(set) var outside = 0
    private(set) var hasClockTimes = false
    /// Rejected rows whose time the whole column might explain.
    private var unread = 0
    /// How many lines of the present file stand before what comes next.
    private var lines = 0
    /// How many bytes of the present file were read again.
    private var reread = 0

    /// - Parameter allowance: How much memory rows may take; `nil`: as much as they need.
    init(_ allowance: RowAllowance?) {
        rows = PartitionedRows(allowance)
    }

    /// What is added from now on comes from the file of this name, whose header has so many cells, and so many lines that
    /// hold anything before it.
    mutating func begin(file: String, width: Int, lines: Int = 0, outside: Int = 0) {
        self.outside += outside
        rejections.begin(file: file, width: width)
        self.lines = lines
        reread = 0
    }

    /// - Throws: `RecordsError` where rows do not fit in memory, and cannot be put aside.
    mutating func add(_ chunk: ScannedChunk) throws(RecordsError) {
        try rows.add(chunk)
        for (key, count) in chunk.days { days.add(count, key) }
        for fault in chunk.faults {
            var placed = fault
            placed.line += lines
            rejections.append(placed)
        }
        accepted += chunk.accepted
        outside += chunk.outside
        hasClockTimes = hasClockTimes || chunk.hasClockTimes
        unread += chunk.unread
        lines += chunk.lines
        reread += chunk.reread
    }

    /// Whether `EventReader` would have read the present file's rows the same way; it reads no more bytes again than the file has.
    func isSufficient(textSize: Int) -> Bool { reread <= textSize && !isHopeless }

    /// Whether the column of times is written in another way, as far as can be seen.
    var isHopeless: Bool { accepted == 0 && unread >= 64 }

    /// Whether times that were not read are none; see `UnreadTimes`.
    func areTimesRead(pattern: DatePattern?) -> Bool {
        unread == 0 || accepted >= unread || (pattern != nil && accepted > 0)
    }
}
