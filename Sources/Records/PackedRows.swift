/// Scanned rows that take little room: column by column, each number as what it is more than the least of its column, in
/// as few bytes as the largest of these needs. Rows of one day with numbers for entities take about seven bytes each.
struct PackedRows: Sendable {
    /// The numbers of one column.
    private struct Column {
        var least = UInt64.max
        var most = UInt64.min
        /// Where they begin in the bytes.
        var start = 0
        /// How many bytes each takes.
        var width = 0

        @inline(__always)
        mutating func look(at number: UInt64) {
            least = min(least, number)
            most = max(most, number)
        }

        /// Puts it at `offset`, and that behind it.
        mutating func place(at offset: inout Int, count: Int) {
            start = offset
            width = (64 - (most - least).leadingZeroBitCount + 7) / 8
            offset += width * count
        }

        @inline(__always)
        func write(_ number: UInt64, row: Int, to bytes: inout MutableRawSpan) {
            guard width > 0 else { return }
            bytes.storeBytes(of: (number - least).littleEndian, toByteOffset: start + row * width, as: UInt64.self)
        }

        @inline(__always)
        func number(_ row: Int, in bytes: RawSpan) -> UInt64 {
            width == 0 ? least : least &+ bytes.eightBytes(at: start + row * width).keepingBytes(width)
        }
    }

    let count: Int
    /// How many microseconds one step of the times is.
    private let unit: UInt64
    private let firstTime: UInt64
    private let high: Column
    private let low: Column
    private let times: Column
    private let kinds: Column
    private let forms: Column
    /// The columns one behind the other, and eight bytes more, so that eight can be loaded anywhere.
    private let bytes: [UInt8]

    /// About how many bytes it takes.
    var byteCount: Int { bytes.count + MemoryLayout<Self>.size + 32 }

    /// Packs at least one row.
    init(_ rows: ArraySlice<ScannedRow>) {
        var (high, low, times, kinds, forms) = (Column(), Column(), Column(), Column(), Column())
        let first = rows.reduce(UInt64.max) { min($0, Self.rank($1.time)) }
        let second: UInt64 = 1_000_000
        var unit = second
        for row in rows where (Self.rank(row.time) - first) % second != 0 { unit = 1 }
        for row in rows {
            high.look(at: row.high)
            low.look(at: row.low)
            times.look(at: (Self.rank(row.time) - first) / unit)
            kinds.look(at: UInt64(UInt32(bitPattern: row.kind)))
            forms.look(at: UInt64(row.form.rawValue))
        }
        var size = 0
        high.place(at: &size, count: rows.count)
        low.place(at: &size, count: rows.count)
        times.place(at: &size, count: rows.count)
        kinds.place(at: &size, count: rows.count)
        forms.place(at: &size, count: rows.count)
        (self.high, self.low, self.times, self.kinds, self.forms) = (high, low, times, kinds, forms)
        (self.unit, firstTime, count) = (unit, first, rows.count)
        var bytes = [UInt8](repeating: 0, count: size + 8)
        var span = bytes.mutableSpan
        var raw = span.mutableBytes
        // Each number overwrites the zeros behind the one before it, so that column follows column.
        for (row, scanned) in rows.enumerated() { high.write(scanned.high, row: row, to: &raw) }
        for (row, scanned) in rows.enumerated() { low.write(scanned.low, row: row, to: &raw) }
        for (row, scanned) in rows.enumerated() {
            times.write((Self.rank(scanned.time) - first) / unit, row: row, to: &raw)
        }
        for (row, scanned) in rows.enumerated() {
            kinds.write(UInt64(UInt32(bitPattern: scanned.kind)), row: row, to: &raw)
        }
        for (row, scanned) in rows.enumerated() { forms.write(UInt64(scanned.form.rawValue), row: row, to: &raw) }
        self.bytes = bytes
    }

    /// Reads what `write` wrote from `offset` on, and moves it behind that.
    init(readFrom text: RawSpan, at offset: inout Int) {
        let numbers = (0..<13).map { text.eightBytes(at: offset + $0 * 8) }
        offset += numbers.count * 8
        let rowCount = Int(truncatingIfNeeded: numbers[0])
        var size = 0
        let columns = stride(from: 3, to: numbers.count, by: 2).map { index in
            var column = Column()
            (column.least, column.width, column.start) = (numbers[index], Int(numbers[index + 1]), size)
            size += column.width * rowCount
            return column
        }
        (count, unit, firstTime) = (rowCount, numbers[1], numbers[2])
        (high, low, times, kinds, forms) = (columns[0], columns[1], columns[2], columns[3], columns[4])
        bytes = (0..<(size + 8)).map { text.byte(at: offset + $0) }
        offset += bytes.count
    }

    /// Appends the packed rows themselves, for another place than memory.
    func write(to all: inout [UInt8]) {
        var numbers = [UInt64(count), unit, firstTime]
        for column in [high, low, times, kinds, forms] { numbers += [column.least, UInt64(column.width)] }
        for number in numbers {
            for shift in 0..<8 { all.append(UInt8(truncatingIfNeeded: number >> (UInt64(shift) * 8))) }
        }
        all.append(contentsOf: bytes)
    }

    /// A number that is the larger the later the time is.
    @inline(__always)
    private static func rank(_ time: Int64) -> UInt64 { UInt64(bitPattern: time) ^ 1 << 63 }

    /// Appends the rows, in their order.
    func unpack(into rows: inout [ScannedRow]) {
        let raw = bytes.span.bytes
        for row in 0..<count {
            let rank = firstTime &+ times.number(row, in: raw) &* unit
            rows.append(
                ScannedRow(
                    high: high.number(row, in: raw),
                    low: low.number(row, in: raw),
                    time: Int64(bitPattern: rank ^ 1 << 63),
                    kind: Int32(bitPattern: UInt32(truncatingIfNeeded: kinds.number(row, in: raw))),
                    form: EntityKey.Form(rawValue: UInt8(truncatingIfNeeded: forms.number(row, in: raw))) ?? .long
                )
            )
        }
    }
}
