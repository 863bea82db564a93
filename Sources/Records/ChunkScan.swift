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
    /// The line at which the present row begins, from 1.
    var line = 1
    /// Rows of blank cells, which are none if the table ends with them.
    var held: [TextRow] = []
    var cells: [TextCell] = []
    /// What the thread remembers.
    var memory: ScanMemory
    /// Where each cell of the present row ends.
    var ends: [Int]
    /// Where each begins; only of JSON, where they do not follow one another.
    var starts: [Int]
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
        ends = Array(repeating: 0, count: layout.width)
        starts = layout.isJSON ? ends : []
        values = JSONCells(names: layout.isJSON ? layout.table.names : [])
    }

    /// Reads the first `count` bytes of `text`, behind which there are at least 64 more.
    /// - Parameter isLast: Whether the file's text ends there; else it is behind a line feed.
    mutating func scan(_ text: [UInt8], count: Int, isLast: Bool) -> ScannedChunk {
        let likely = chunk.rows.count + chunk.rows.count / 8
        chunk = ScannedChunk()
        chunk.rows.reserveCapacity(likely)
        line = 1
        held.removeAll()
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
        return chunk
    }

    /// - Returns: Where the rows end that are certain.
    private mutating func readRows(in text: RawSpan, upTo count: Int, isLast: Bool) -> Int {
        var rowStart = 0
        var base = 0
        while rowStart < count {
            let end = readPlainRows(in: text, from: &base, rowStart: &rowStart, upTo: count)
            if rowStart == count { break }
            let whole = Span<UInt8>(_bytes: text).extracting(first: count)
            guard end || isLast, let next = readOddRow(at: rowStart, in: whole, isLast: isLast) else { return rowStart }
            rowStart = next
            base = next
        }
        return count
    }

    /// Reads rows up to the first that is not plain, or to the end.
    /// - Returns: Whether it stopped before an odd row.
    @inline(__always)
    private mutating func readPlainRows(
        in text: RawSpan,
        from base: inout Int,
        rowStart: inout Int,
        upTo count: Int
    ) -> Bool {
        var cell = 0
        let width = layout.width
        while base < count {
            let marks = ByteMarks(in: text, at: base, delimiter: layout.delimiter)
            var bits = marks.separators | marks.oddities
            while bits != 0 {
                let offset = base &+ bits.trailingZeroBitCount
                bits &= bits &- 1
                guard offset < count else { return false }
                let byte = text.byte(at: offset)
                if byte == layout.delimiter {
                    if cell < width { ends[cell] = offset }
                    cell += 1
                } else if byte == ASCII.lineFeed {
                    guard cell == width - 1, offset - rowStart <= TextRow.longest else { return true }
                    let hasTurn = offset > rowStart && text.byte(at: offset - 1) == ASCII.carriageReturn
                    ends[cell] = hasTurn ? offset - 1 : offset
                    guard readPlainRow(in: text, at: rowStart) else { return true }
                    (rowStart, cell) = (offset + 1, 0)
                    line += 1
                } else if byte == ASCII.quote || offset + 1 >= count || text.byte(at: offset + 1) != ASCII.lineFeed {
                    return true
                }
            }
            base += ByteMarks.width
        }
        return false
    }

    /// Where a cell of the present row lies.
    @inline(__always)
    private func range(of cell: Int, rowStart: Int) -> (start: Int, count: Int) {
        let start = layout.isJSON ? starts[cell] : cell == 0 ? rowStart : ends[cell - 1] + 1
        return (start, ends[cell] - start)
    }

    /// - Returns: `false` where it has to be looked at more closely; nothing has been taken then.
    @inline(__always)
    mutating func readPlainRow(in text: RawSpan, at rowStart: Int) -> Bool {
        let entity = range(of: layout.entityCell, rowStart: rowStart)
        guard entity.count > 0, held.isEmpty else { return false }
        let key = EntityKey(of: text, at: entity.start, count: entity.count)
        guard Self.isPlain(key, text, entity) else { return false }
        let cell = range(of: layout.timeCell, rowStart: rowStart)
        guard let time = memory.clock.microseconds(of: text, at: cell.start, count: cell.count) else { return false }
        if layout.hasMissingWords, isMissing(entity, text) || isMissing(cell, text) { return false }
        var node: Int32 = 0
        for index in layout.coded.indices {
            let code: Int32
            switch layout.coded[index] {
            case .code(let given): code = given
            case .cell(let cell):
                let word = range(of: cell, rowStart: rowStart)
                let known = memory.codes[index].code(of: text, at: word.start, count: word.count)
                code = known != WordCodes.unknown ? known : learn(index, in: text, at: word.start, count: word.count)
            }
            guard code >= WordCodes.missing else { return false }
            node = memory.node(behind: node, code: code)
        }
        keep(key, in: text, entity, at: time, node)
        return true
    }

    /// Whether the entity is neither blank nor anything but ASCII, which would have to be looked at.
    @inline(__always)
    private static func isPlain(_ key: EntityKey, _ text: RawSpan, _ cell: (start: Int, count: Int)) -> Bool {
        if key.form == .uuid || key.form == .narrow && key.high >> 63 == 1 { return true }
        var offset = 0
        while offset < cell.count {
            let eight = text.eightBytes(at: cell.start + offset).keepingBytes(cell.count - offset)
            guard eight & 0x8080_8080_8080_8080 == 0 else { return false }
            offset += 8
        }
        return !ASCII.isBlank(text.byte(at: cell.start))
    }

    private func isMissing(_ cell: (start: Int, count: Int), _ text: RawSpan) -> Bool {
        let cell = TextCell(start: cell.start, end: cell.start + cell.count)
        return judge.values.missing.contains(cell, in: Span<UInt8>(_bytes: text))
    }

    private mutating func learn(_ column: Int, in text: RawSpan, at start: Int, count: Int) -> Int32 {
        let word = Span<UInt8>(_bytes: text).extracting(start..<(start + count))
        let code = words.code(of: word, column: column)
        memory.codes[column].learn(code, of: text, at: start, count: count)
        return code
    }

    /// Takes a row in.
    @inline(__always)
    mutating func keep(
        _ key: EntityKey,
        in text: RawSpan,
        _ entity: (start: Int, count: Int),
        at time: Int64,
        _ node: Int32
    ) {
        var kind = memory.kinds.kinds[Int(node)]
        if kind.number < 0 { kind = memory.learnKind(at: node, from: words) }
        chunk.accepted += 1
        chunk.hasClockTimes = chunk.hasClockTimes || memory.clock.hadClockTime
        memory.days.add(at: time, users: kind.users)
        guard kind.isKept else { return }
        var low = key.low
        if key.form == .long {
            low = UInt64(truncatingIfNeeded: chunk.pool.count)
            for shift in 0..<8 { chunk.pool.append(UInt8(truncatingIfNeeded: entity.count >> (shift * 8))) }
            for offset in 0..<entity.count { chunk.pool.append(text.byte(at: entity.start + offset)) }
        }
        chunk.rows.append(ScannedRow(high: key.high, low: low, time: time, kind: kind.number, form: key.form))
    }
}
