internal import Calendars

/// Reads the rows of chunks of delimited text, one chunk after another, as one thread.
///
/// A row whose cells all stand without quotes, and that is an event beyond doubt, is read on the spot. Every other one is
/// cut by `CSVScanner` and judged by `EventJudge`, as `EventReader` does, so that the two give the same.
struct ChunkScan {
    let layout: ScanLayout
    let judge: EventJudge
    let words: KnownWords
    /// What has come of the present chunk.
    var chunk = ScannedChunk()
    /// Places for rows that are asked for once.
    private var spare: [ScannedRows] = []
    /// More places for rows are not kept for other chunks.
    private static let mostKept = 1 << 16
    /// The line at which the present row begins, from 1.
    var line = 1
    /// Rows of blank cells, which are none if the table ends with them.
    var held: [TextRow] = []
    /// Whether the table ends within the present chunk.
    var tableEnd = TableEnd()
    var cells: [TextCell] = []
    /// What the thread remembers.
    var memory: ScanMemory
    /// Where cells end, of delimited text.
    var ends = CellEnds()
    /// Where the cells of lines of JSON stand, and where each line begins.
    var lines: PlainLines
    /// How many plain rows are read together: fewer where others come between them, so that few are read again.
    var batch = most
    static let (fewest, most) = (8, 512)
    /// How the lines of JSON are written; `nil` where that is not known, or they have no form.
    var template: JSONTemplate?
    /// How many lines were otherwise.
    var misses = 0
    var parser = JSONParser()
    var values: JSONCells

    /// - Parameter memory: What the thread remembers of chunks before.
    init(_ layout: ScanLayout, judge: EventJudge, words: KnownWords, memory: ScanMemory) {
        self.layout = layout
        self.judge = judge
        self.words = words
        self.memory = memory
        lines = PlainLines(width: layout.isJSON ? layout.width : 0, room: Self.most)
        values = JSONCells(names: layout.isJSON ? layout.table.names : [])
    }

    /// Reads the first `count` bytes of `text`, behind which there are at least `CellEnds.padding` more.
    ///
    /// Plain rows are read without looking at the text's bounds again: their cells lie before `count`, and no more than the
    /// padding is loaded behind them.
    /// - Parameter isLast: Whether the file's text ends there; else it is behind a line feed.
    mutating func scan(_ text: [UInt8], count: Int, isLast: Bool) -> ScannedChunk {
        precondition(0 <= count && count <= text.count - CellEnds.padding, "a chunk without bytes behind it")
        chunk = ScannedChunk()
        chunk.rows = spare.popLast() ?? ScannedRows()
        line = 1
        tableEnd = TableEnd()
        held.removeAll()
        ends.drop()
        let end: Int
        if layout.isJSON {
            readLines(in: text.span.bytes, upTo: count)
            end = count
        } else {
            end = readRows(in: text.span.bytes, upTo: count, isLast: isLast)
        }
        if isLast { held.removeAll() }
        chunk.end = held.first?.start ?? end
        chunk.lines = (held.first?.line ?? line) - 1
        chunk.days = memory.days.take()
        var scanned = ScannedChunk()
        swap(&scanned, &chunk)
        return scanned
    }

    /// Puts the rows of a chunk away, and leaves it none.
    /// - Throws: `RecordsError` where they do not fit in memory, and cannot be put aside.
    mutating func keepRows(of chunk: inout ScannedChunk) throws(RecordsError) {
        try memory.rows.add(chunk)
        var rows = ScannedRows()
        swap(&rows, &chunk.rows)
        rows.removeAll()
        if spare.count < 4, rows.places.count <= Self.mostKept { spare.append(rows) }
    }

    /// - Returns: Where the rows end that are certain.
    private mutating func readRows(in text: RawSpan, upTo count: Int, isLast: Bool) -> Int {
        var rowStart = 0
        while true {
            readPlainRows(in: text, from: &rowStart, upTo: count)
            if rowStart == count { return count }
            let whole = Span<UInt8>(_bytes: text).extracting(first: count)
            guard let next = readOddRow(at: rowStart, in: whole, isLast: isLast) else { return rowStart }
            rowStart = next
        }
    }

    /// Reads rows up to the first that is not plain, or to the end.
    private mutating func readPlainRows(in text: RawSpan, from rowStart: inout Int, upTo count: Int) {
        // Moved out, so that they need not be looked after anew for every row.
        var (found, rows) = (CellEnds(room: 0), ScannedRows())
        swap(&found, &ends)
        swap(&rows, &chunk.rows)
        defer {
            swap(&found, &ends)
            swap(&rows, &chunk.rows)
        }
        while rowStart < count, held.isEmpty {
            found.drop(before: rowStart)
            if found.count < layout.width {
                found.find(in: text, from: rowStart, upTo: count, delimiter: layout.delimiter)
            }
            let plain = found.rows(ofWidth: layout.width, upTo: batch)
            guard plain.count > 0 else { return }
            let places = found.places
            let near = text.extracting(droppingFirst: found.start)
            let readCount = read(plain, places.span, in: near, to: &rows)
            found.take(readCount * layout.width)
            rowStart = found.end
            line += readCount
            if readCount < plain.count { return }
        }
    }

    /// Adds a row that was not plain, if it is kept.
    mutating func add(_ entity: [UInt8], at time: Int64, _ node: Int32) {
        let text = entity + repeatElement(0, count: CellEnds.padding)
        let key = EntityKey(of: text.span.bytes, at: 0, count: entity.count)
        var kind = memory.kinds.kinds[Int(node)]
        if kind.number < 0 { kind = memory.learnKind(at: node, from: words) }
        chunk.accepted += 1
        chunk.hasClockTimes = chunk.hasClockTimes || memory.clock.hadClockTime
        memory.days.add(at: time, users: kind.users)
        guard kind.isKept else { return }
        let low = key.form == .long ? chunk.keep(text.span.bytes, at: 0, count: entity.count) : key.low
        chunk.rows.append(ScannedRow(high: key.high, low: low, time: time, kind: kind.number, form: key.form))
    }
}
