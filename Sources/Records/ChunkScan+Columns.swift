internal import Calendars

/// Plain rows are read column by column: what a column needs stays in the processor, and each row takes few steps.
///
/// Every pass ends before the first row that has to be looked at more closely, and with it those behind.
extension ChunkScan {
    /// Reads plain rows, and adds those that are kept to `rows`.
    /// - Returns: How many have been read; nothing has been taken of the others.
    mutating func read(
        _ plain: PlainRows,
        _ places: Span<UInt32>,
        in text: RawSpan,
        to rows: inout ScannedRows
    ) -> Int {
        precondition(plain.lie(within: places), "rows without places")
        let all = plain.count
        var plain = plain
        rows.writing(upTo: all) { rows, count in
            plain.count = readEntities(plain, places, in: text, to: &rows, from: count)
            let firstClock = readTimes(&plain, places, in: text, to: &rows, from: count)
            for column in layout.coded.indices {
                plain.count = readWords(column, of: plain, places, in: text, to: &rows, from: count)
            }
            chunk.hasClockTimes = chunk.hasClockTimes || firstClock < plain.count
            keep(plain, places, in: text, &rows, &count)
        }
        chunk.accepted += plain.count
        batch = plain.count < all ? max(Self.fewest, plain.count * 2) : min(batch * 2, Self.most)
        return plain.count
    }

    /// - Returns: How many rows have plain entities.
    @inline(never)
    private func readEntities(
        _ plain: PlainRows,
        _ places: Span<UInt32>,
        in text: RawSpan,
        to rows: inout MutableSpan<ScannedRow>,
        from first: Int
    ) -> Int {
        let hasMissingWords = layout.hasMissingWords
        var rows = rows.extracting(first..<(first + plain.count))
        var place = plain.place(of: layout.entityPlace, in: 0)
        for row in 0..<plain.count {
            let (start, count) = places.cell(behind: place, of: text)
            guard count > 0 else { return row }
            let key = EntityKey(of: text, at: start, count: count)
            guard Self.isPlain(key, text, at: start, count: count) else { return row }
            if hasMissingWords, isMissing(text, at: start, count: count) { return row }
            rows[row] = ScannedRow(high: key.high, low: key.low, time: 0, kind: 0, form: key.form)
            place &+= plain.stride
        }
        return plain.count
    }

    /// Whether the entity is neither blank nor anything but ASCII, which would have to be looked at.
    @inline(__always)
    private static func isPlain(_ key: EntityKey, _ text: RawSpan, at start: Int, count: Int) -> Bool {
        if key.form == .uuid || key.form == .narrow && key.high >> 63 == 1 { return true }
        var offset = 0
        while offset < count {
            let eight = text.knownEightBytes(at: start + offset).keepingBytes(count - offset)
            guard eight & 0x8080_8080_8080_8080 == 0 else { return false }
            offset += 8
        }
        return !ASCII.isBlank(text.knownByte(at: start))
    }

    private func isMissing(_ text: RawSpan, at start: Int, count: Int) -> Bool {
        let cell = TextCell(start: start, end: start + count)
        return judge.values.missing.contains(cell, in: Span<UInt8>(_bytes: text))
    }

    /// Leaves the rows whose times can be read.
    /// - Returns: The first with a time of day; the number of rows where there is none.
    @inline(never)
    private mutating func readTimes(
        _ plain: inout PlainRows,
        _ places: Span<UInt32>,
        in text: RawSpan,
        to rows: inout MutableSpan<ScannedRow>,
        from first: Int
    ) -> Int {
        let cell = layout.timePlace
        var firstClock = plain.count
        var row = 0
        while row < plain.count {
            // Where words count as missing, each time has to be held against them.
            if !layout.hasMissingWords {
                let usual = memory.clock.readUsual(cell, of: plain, from: row, places, in: text, &rows, first)
                if usual > row { firstClock = min(firstClock, row) }
                row = usual
            }
            guard row < plain.count else { break }
            let (start, count) = places.cell(behind: plain.place(of: cell, in: row), of: text)
            guard !layout.hasMissingWords || !isMissing(text, at: start, count: count),
                let time = memory.clock.microseconds(of: text, at: start, count: count)
            else {
                plain.count = row
                break
            }
            if memory.clock.hadClockTime { firstClock = min(firstClock, row) }
            rows[first + row].time = time
            row += 1
        }
        return firstClock
    }

    /// Follows the ways of a column's words, from one node to the next.
    /// - Returns: How many rows have words that are known or can be learned.
    @inline(never)
    private mutating func readWords(
        _ column: Int,
        of plain: PlainRows,
        _ places: Span<UInt32>,
        in text: RawSpan,
        to rows: inout MutableSpan<ScannedRow>,
        from first: Int
    ) -> Int {
        switch layout.coded[column] {
        case .code(let code):
            var (from, node): (Int32, Int32) = (-1, 0)
            for row in first..<(first + plain.count) {
                if rows[row].kind != from {
                    from = rows[row].kind
                    node = memory.node(behind: from, code: code)
                }
                rows[row].kind = node
            }
            return plain.count
        case .cell:
            let cell = layout.codedPlaces[column]
            var row = 0
            while true {
                row = memory.ways[column].follow(cell, of: plain, from: row, places, in: text, &rows, first)
                if row == plain.count { return row }
                let (start, count) = places.cell(behind: plain.place(of: cell, in: row), of: text)
                let node = learn(column, behind: rows[first + row].kind, in: text, at: start, count: count)
                guard let node else { return row }
                rows[first + row].kind = node
                row += 1
            }
        }
    }

    /// The node behind `node` for a word; `nil` where its row is not plain.
    private mutating func learn(
        _ column: Int,
        behind node: Int32,
        in text: RawSpan,
        at start: Int,
        count: Int
    ) -> Int32? {
        let isShort = count < WordWays.shortCount
        let known = isShort ? nil : memory.ways[column].long.code(of: text, at: start, count: count)
        let word = Span<UInt8>(_bytes: text).extracting(start..<(start + count))
        let code = known ?? (count == 0 ? WordWays.missing : words.code(of: word, column: column))
        if !isShort, known == nil { memory.ways[column].learnLong(code, of: text, at: start, count: count) }
        guard code >= WordWays.missing else { return nil }
        let next = memory.node(behind: node, code: code)
        if isShort { memory.ways[column].learn(next, behind: node, of: text, at: start, count: count) }
        return next
    }

    /// Counts the rows, and leaves those that are kept.
    @inline(never)
    private mutating func keep(
        _ plain: PlainRows,
        _ places: Span<UInt32>,
        in text: RawSpan,
        _ rows: inout MutableSpan<ScannedRow>,
        _ count: inout Int
    ) {
        let first = count
        for row in 0..<plain.count {
            var found = rows[first &+ row]
            let node = found.kind
            var kind = memory.kinds.kinds[Int(node)]
            if kind.number < 0 { kind = memory.learnKind(at: node, from: words) }
            memory.days.add(at: found.time, users: kind.users)
            found.kind = kind.number
            if found.form == .long, kind.isKept {
                let place = plain.place(of: layout.entityPlace, in: row)
                let (start, count) = places.cell(behind: place, of: text)
                found.low = chunk.keep(text, at: start, count: count)
            }
            // Without a branch, as wanted rows and others take turns.
            rows[count] = found
            count &+= kind.isKept ? 1 : 0
        }
    }
}
