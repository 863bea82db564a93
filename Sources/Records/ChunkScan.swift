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
    /// Where a row of the table begins that was seen from afar.
    var nextFitting = 0
    var cells: [TextCell] = []
    /// What the thread remembers.
    var memory: ScanMemory
    /// Where cells end; of JSON, where each begins and ends, counted from the line's beginning.
    var ends = CellEnds()
    var places: [UInt32]
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
        places = Array(repeating: 0, count: layout.isJSON ? layout.width * 2 : 0)
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
        nextFitting = 0
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
        let width = layout.width
        while rowStart < count {
            found.drop(before: rowStart)
            if found.count - found.next < width {
                found.find(in: text, from: rowStart, upTo: count, delimiter: layout.delimiter)
                if found.count < width { return }
            }
            let isPlain = rows.writing(upTo: (found.count - found.next) / width) { rows, rowCount in
                readRows(endingAt: &found, from: &rowStart, in: text, to: &rows, &rowCount)
            }
            guard isPlain else { return }
        }
    }

    /// Reads the rows whose cells' ends have been found.
    /// - Returns: `false` where one of them is not plain; those before it have been read.
    @inline(__always)
    private mutating func readRows(
        endingAt found: inout CellEnds,
        from rowStart: inout Int,
        in text: RawSpan,
        to rows: inout MutableSpan<ScannedRow>,
        _ rowCount: inout Int
    ) -> Bool {
        let (all, base, endCount, width) = (found.offsets, found.start, found.count, layout.width)
        let offsets = all.span
        var index = found.next
        defer { found.next = index }
        while index + width <= endCount {
            let last = offsets[index + width - 1]
            let end = base &+ last.cellEnd
            let others = offsets.extracting(index..<(index &+ width &- 1))
            var inner: UInt32 = 0
            for cell in others.indices { inner |= others[cell] }
            guard last & ~inner & .lineEnd != 0, held.isEmpty, end - rowStart <= TextRow.longest else { return false }
            let row = PlainRow(start: rowStart, base: base, index: index, isJSON: false)
            guard readPlainRow(row, offsets, in: text, to: &rows, &rowCount) else { return false }
            rowStart = end + 1
            index += width
            line += 1
        }
        return true
    }

    /// Reads a row whose cells stand where `offsets` say.
    /// - Returns: `false` where it has to be looked at more closely; nothing has been taken then.
    @inline(__always)
    mutating func readPlainRow(
        _ row: PlainRow,
        _ offsets: Span<UInt32>,
        in text: RawSpan,
        to rows: inout MutableSpan<ScannedRow>,
        _ rowCount: inout Int
    ) -> Bool {
        let entity = row.range(of: layout.entityCell, offsets, in: text)
        guard entity.count > 0 else { return false }
        let key = EntityKey(of: text, at: entity.start, count: entity.count)
        guard Self.isPlain(key, text, entity) else { return false }
        let cell = row.range(of: layout.timeCell, offsets, in: text)
        guard let time = memory.clock.microseconds(of: text, at: cell.start, count: cell.count) else { return false }
        if layout.hasMissingWords, isMissing(entity, text) || isMissing(cell, text) { return false }
        var node: Int32 = 0
        for index in layout.coded.indices {
            let code: Int32
            switch layout.coded[index] {
            case .code(let given): code = given
            case .cell(let cell):
                let word = row.range(of: cell, offsets, in: text)
                let known = memory.codes[index].code(of: text, at: word.start, count: word.count)
                code = known != WordCodes.unknown ? known : learn(index, in: text, at: word.start, count: word.count)
            }
            guard code >= WordCodes.missing else { return false }
            node = memory.node(behind: node, code: code)
        }
        let found = count(key, in: text, entity, at: time, node)
        // Without a branch, as wanted rows and others take turns.
        rows[rowCount] = found.row
        rowCount += found.isKept ? 1 : 0
        return true
    }

    /// Whether the entity is neither blank nor anything but ASCII, which would have to be looked at.
    @inline(__always)
    private static func isPlain(_ key: EntityKey, _ text: RawSpan, _ cell: (start: Int, count: Int)) -> Bool {
        if key.form == .uuid || key.form == .narrow && key.high >> 63 == 1 { return true }
        var offset = 0
        while offset < cell.count {
            let eight = text.knownEightBytes(at: cell.start + offset).keepingBytes(cell.count - offset)
            guard eight & 0x8080_8080_8080_8080 == 0 else { return false }
            offset += 8
        }
        return !ASCII.isBlank(text.knownByte(at: cell.start))
    }

    private func isMissing(_ cell: (start: Int, count: Int), _ text: RawSpan) -> Bool {
        let cell = TextCell(start: cell.start, end: cell.start + cell.count)
        return judge.values.missing.contains(cell, in: Span<UInt8>(_bytes: text))
    }

    /// Apart, so that a row whose words are known need not make room for others.
    @inline(never)
    private mutating func learn(_ column: Int, in text: RawSpan, at start: Int, count: Int) -> Int32 {
        let word = Span<UInt8>(_bytes: text).extracting(start..<(start + count))
        let code = words.code(of: word, column: column)
        memory.codes[column].learn(code, of: text, at: start, count: count)
        return code
    }

    /// Counts a row.
    /// - Returns: The row, and whether it is kept.
    @inline(__always)
    mutating func count(
        _ key: EntityKey,
        in text: RawSpan,
        _ entity: (start: Int, count: Int),
        at time: Int64,
        _ node: Int32
    ) -> (row: ScannedRow, isKept: Bool) {
        var kind = memory.kinds.kinds[Int(node)]
        if kind.number < 0 { kind = memory.learnKind(at: node, from: words) }
        chunk.accepted += 1
        chunk.hasClockTimes = chunk.hasClockTimes || memory.clock.hadClockTime
        memory.days.add(at: time, users: kind.users)
        var low = key.low
        if key.form == .long, kind.isKept {
            low = UInt64(truncatingIfNeeded: chunk.pool.count)
            for shift in 0..<8 { chunk.pool.append(UInt8(truncatingIfNeeded: entity.count >> (shift * 8))) }
            for offset in 0..<entity.count { chunk.pool.append(text.byte(at: entity.start + offset)) }
        }
        return (ScannedRow(high: key.high, low: low, time: time, kind: kind.number, form: key.form), kind.isKept)
    }
}
