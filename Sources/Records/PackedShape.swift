/// How rows are packed: which numbers each of the five things known of a row is counted from, and how many bits it takes.
///
/// Where all five fit in eight bytes, a row is one number; else each begins with a byte of its own.
struct PackedShape {
    /// The numbers of one thing.
    private struct Field {
        var least = UInt64.max
        var most = UInt64.min
        /// How many bits each takes.
        private(set) var bits = 0
        /// As many ones.
        private(set) var mask: UInt64 = 0
        /// Where they lie: the bit in a row's only number, or the byte in a row.
        var place = 0

        var byteCount: Int { (bits + 7) / 8 }

        init() {}

        init(least: UInt64, bits: Int) {
            self.least = least
            setBits(bits)
        }

        @inline(__always)
        mutating func look(at number: UInt64) {
            least = min(least, number)
            most = max(most, number)
        }

        mutating func measure() { setBits(UInt64.bitWidth - (most - least).leadingZeroBitCount) }

        private mutating func setBits(_ count: Int) {
            bits = count
            mask = UInt64.max << UInt64(truncatingIfNeeded: count) ^ .max
        }

        mutating func put(behind end: inout Int, size: Int) {
            place = end
            end += size
        }

        @inline(__always)
        func part(_ number: UInt64) -> UInt64 { (number &- least) &<< UInt64(truncatingIfNeeded: place) }

        @inline(__always)
        func offset(in whole: UInt64) -> UInt64 { whole &>> UInt64(truncatingIfNeeded: place) & mask }

        @inline(__always)
        func number(in whole: UInt64) -> UInt64 { least &+ offset(in: whole) }

        @inline(__always)
        func write(_ number: UInt64, to bytes: inout MutableRawSpan, at row: Int) {
            guard bits > 0 else { return }
            bytes.storeBytes(of: (number &- least).littleEndian, toByteOffset: row + place, as: UInt64.self)
        }

        @inline(__always)
        func number(in text: RawSpan, at row: Int) -> UInt64 {
            least &+ text.eightBytes(at: row + place) & mask
        }
    }

    /// A word of the count, the unit and the bits, then what each field counts from.
    static let headSize = 48
    private static let second: UInt64 = 1_000_000

    /// How many rows there are.
    var count: Int
    /// How many bytes a row takes.
    private(set) var stride = 0
    private var isOneNumber = false
    /// Whether times are whole seconds apart.
    private var isInSeconds = true
    private var high = Field()
    private var low = Field()
    private var times = Field()
    private var kinds = Field()
    private var forms = Field()

    /// How many bytes the packed rows take, the shape and the eight bytes behind them included.
    var size: Int { Self.headSize + stride * count + 8 }

    /// The shape of at least one row, and at most 255.
    init(of rows: ArraySlice<ScannedRow>) {
        count = rows.count
        let rest = rows.first.map { Self.rank($0.time) % Self.second } ?? 0
        for row in rows {
            high.look(at: row.high)
            low.look(at: row.low)
            times.look(at: Self.rank(row.time))
            kinds.look(at: UInt64(UInt32(bitPattern: row.kind)))
            forms.look(at: UInt64(row.form.rawValue))
            if Self.rank(row.time) % Self.second != rest { isInSeconds = false }
        }
        if isInSeconds { times.most = times.least + (times.most - times.least) / Self.second }
        high.measure()
        low.measure()
        times.measure()
        kinds.measure()
        forms.measure()
        place()
    }

    /// The shape of rows that a ``NumberShape`` describes; none yet.
    init(_ numbers: NumberShape) {
        count = 0
        high = Field(least: 1 << 63, bits: numbers.entityBits)
        low = Field(least: 0, bits: 0)
        times = Field(least: Self.rank(numbers.firstSecond &* Int64(Self.second)), bits: numbers.secondBits)
        kinds = Field(least: 0, bits: numbers.kindBits)
        forms = Field(least: UInt64(EntityKey.Form.narrow.rawValue), bits: 0)
        place()
    }

    /// What its rows are, if a ``NumberShape`` can describe them.
    var numbers: NumberShape? {
        guard isOneNumber, isInSeconds, high.least >> 63 == 1, low.bits == 0, low.least == 0, forms.bits == 0,
            forms.least == UInt64(EntityKey.Form.narrow.rawValue)
        else { return nil }
        let (second, rest) = Self.time(times.least).quotientAndRemainder(dividingBy: Int64(Self.second))
        let (entity, isTooLarge) = (high.least ^ 1 << 63).addingReportingOverflow(high.mask)
        guard rest == 0, !isTooLarge else { return nil }
        return NumberShape(
            entityBits: UInt64.bitWidth - entity.leadingZeroBitCount,
            firstSecond: second,
            secondBits: times.bits,
            kindBits: UInt64.bitWidth - (kinds.least + kinds.mask).leadingZeroBitCount
        )
    }

    /// Of a row that a ``NumberShape`` describes: its entity's number, its seconds behind the first, and its kind.
    @inline(__always)
    func numbers(in text: RawSpan, at offset: Int) -> (entity: UInt64, second: UInt64, kind: UInt64) {
        let whole = text.eightBytes(at: offset)
        return (high.number(in: whole) ^ 1 << 63, times.offset(in: whole), kinds.number(in: whole))
    }

    /// The shape that was written at `start`.
    init(in text: RawSpan, at start: Int) {
        count = Int(text.byte(at: start))
        isInSeconds = text.byte(at: start + 1) == 1
        func field(_ index: Int) -> Field {
            Field(least: text.eightBytes(at: start + 8 + index * 8), bits: Int(text.byte(at: start + 2 + index)))
        }
        (high, low, times, kinds, forms) = (field(0), field(1), field(2), field(3), field(4))
        place()
    }

    private mutating func place() {
        let bits = high.bits + low.bits + times.bits + kinds.bits + forms.bits
        isOneNumber = bits <= UInt64.bitWidth
        var end = 0
        high.put(behind: &end, size: isOneNumber ? high.bits : high.byteCount)
        low.put(behind: &end, size: isOneNumber ? low.bits : low.byteCount)
        times.put(behind: &end, size: isOneNumber ? times.bits : times.byteCount)
        kinds.put(behind: &end, size: isOneNumber ? kinds.bits : kinds.byteCount)
        forms.put(behind: &end, size: isOneNumber ? forms.bits : forms.byteCount)
        stride = isOneNumber ? (bits + 7) / 8 : end
    }

    /// Writes the shape at `start`.
    func write(to bytes: inout MutableRawSpan, at start: Int) {
        bytes.storeBytes(of: UInt8(count), toByteOffset: start, as: UInt8.self)
        bytes.storeBytes(of: isInSeconds ? 1 : 0, toByteOffset: start + 1, as: UInt8.self)
        for (index, field) in [high, low, times, kinds, forms].enumerated() {
            bytes.storeBytes(of: UInt8(field.bits), toByteOffset: start + 2 + index, as: UInt8.self)
            bytes.storeBytes(of: field.least.littleEndian, toByteOffset: start + 8 + index * 8, as: UInt64.self)
        }
    }

    /// Appends the shape and the rows of this shape that stand in `rows`.
    func append(_ rows: ArraySlice<UInt8>, to all: inout [UInt8]) {
        let start = all.count
        all.append(contentsOf: repeatElement(0, count: Self.headSize))
        all.append(contentsOf: rows)
        var span = all.mutableSpan
        var raw = span.mutableBytes
        write(to: &raw, at: start)
    }

    /// Writes a row at `offset`, and some bytes of no meaning behind it.
    @inline(__always)
    func write(_ row: ScannedRow, to bytes: inout MutableRawSpan, at offset: Int) {
        var time = Self.rank(row.time) - times.least
        if isInSeconds { time /= Self.second }
        time &+= times.least
        let kind = UInt64(UInt32(bitPattern: row.kind))
        if isOneNumber {
            let entity = high.part(row.high) | low.part(row.low)
            let number = entity | times.part(time) | kinds.part(kind) | forms.part(UInt64(row.form.rawValue))
            bytes.storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt64.self)
        } else {
            high.write(row.high, to: &bytes, at: offset)
            low.write(row.low, to: &bytes, at: offset)
            times.write(time, to: &bytes, at: offset)
            kinds.write(kind, to: &bytes, at: offset)
            forms.write(UInt64(row.form.rawValue), to: &bytes, at: offset)
        }
    }

    /// The row that was written at `offset`.
    @inline(__always)
    func row(in text: RawSpan, at offset: Int) -> ScannedRow {
        if isOneNumber {
            let whole = text.eightBytes(at: offset)
            return row(
                high.number(in: whole),
                low.number(in: whole),
                times.number(in: whole),
                kinds.number(in: whole),
                forms.number(in: whole)
            )
        }
        return row(
            high.number(in: text, at: offset),
            low.number(in: text, at: offset),
            times.number(in: text, at: offset),
            kinds.number(in: text, at: offset),
            forms.number(in: text, at: offset)
        )
    }

    @inline(__always)
    private func row(_ high: UInt64, _ low: UInt64, _ time: UInt64, _ kind: UInt64, _ form: UInt64) -> ScannedRow {
        let time = isInSeconds ? times.least &+ (time &- times.least) &* Self.second : time
        return ScannedRow(
            high: high,
            low: low,
            time: Self.time(time),
            kind: Int32(bitPattern: UInt32(truncatingIfNeeded: kind)),
            form: EntityKey.Form(rawValue: UInt8(truncatingIfNeeded: form)) ?? .long
        )
    }

    /// A number that is the larger the later the time is.
    @inline(__always)
    private static func rank(_ time: Int64) -> UInt64 { UInt64(bitPattern: time) ^ 1 << 63 }

    @inline(__always)
    private static func time(_ rank: UInt64) -> Int64 { Int64(bitPattern: rank ^ 1 << 63) }
}
