/// The rows of some entities as numbers, one entity behind the other, each one's in ascending order.
///
/// Rows come together without a table of entities: they are put in order by a mixture of their entities' numbers, nearly so
/// by its upper bits in one go, and then row by row. It is filled again and again, so that its memory is asked for once.
public struct NumberedRows: Sendable {
    /// Where each entity's numbers begin, and behind the last one's where they end; behind that, others of no meaning.
    public private(set) var bounds: [Int32] = [0]
    /// The rows' numbers; behind the last entity's, others of no meaning.
    public private(set) var numbers: [UInt64] = []
    /// How many entities there are.
    public private(set) var entityCount = 0

    /// A row, its entity's form in the upper bits of its number.
    private struct Row: SpreadRow {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var number: UInt64 = 0

        @inline(__always)
        static func < (one: Row, other: Row) -> Bool {
            if one.high != other.high { return one.high < other.high }
            return one.low != other.low ? one.low < other.low : one.number < other.number
        }

        var upper: UInt64 { high }
        static var none: Row { Row() }
    }

    private var sort = SpreadingSort<Row>()
    private var compact = CompactRows()
    private let mixture = Mixture()

    private static let numberBits = UInt64(UInt64.bitWidth - RowNumbering.freeBits)

    /// None yet.
    public init() {}

    /// Puts these rows in place of all others; none of their entities' keys may be a long word.
    /// - Returns: `false` where one of them is too early.
    mutating func fill(with packs: [PackedRows], by numbering: RowNumbering) -> Bool {
        let most = packs.reduce(0) { $0 + $1.count }
        if numbers.count < most {
            numbers = Array(repeating: 0, count: most + most / 8)
            bounds = Array(repeating: 0, count: numbers.count + 1)
        }
        if let count = compact.order(packs, by: numbering, into: &numbers, bounds: &bounds) {
            entityCount = count
            return true
        }
        let bits = SpreadingSort<Row>.bits(for: most)
        sort.begin(count: most, bits: bits, above: UInt64(UInt64.bitWidth - bits))
        guard take(packs, by: numbering) else { return false }
        sort.finish()
        entityCount = Self.part(sort.rows, count: sort.count, into: &numbers, bounds: &bounds)
        return true
    }

    /// - Returns: `false` where one of the rows is too early.
    private mutating func take(_ packs: [PackedRows], by numbering: RowNumbering) -> Bool {
        var taker = Taker(numbering: numbering, mixture: mixture, shift: sort.shift)
        sort.filling { rows, counts, count in
            for pack in packs {
                let (bytes, shape) = (pack.bytes.span.bytes, pack.shape)
                var offset = pack.firstRow
                for _ in 0..<shape.count {
                    taker.take(shape.row(in: bytes, at: offset), to: &rows, &counts, &count)
                    offset += shape.stride
                }
            }
        }
        return !taker.isEarly
    }

    /// Takes rows one by one.
    private struct Taker {
        let numbering: RowNumbering
        let mixture: Mixture
        let shift: UInt64
        var isEarly = false

        @inline(__always)
        mutating func take(
            _ row: ScannedRow,
            to found: inout MutableSpan<Row>,
            _ places: inout MutableSpan<Int32>,
            _ count: inout Int
        ) {
            let place = numbering.placeOfKind[Int(row.kind)]
            isEarly = isEarly || row.time < numbering.times.lowerBound
            let isWanted = place >= 0 && row.time < numbering.times.upperBound && !isEarly
            let high = mixture.mixed(row.high, row.low)
            let time = UInt64(bitPattern: row.time &- numbering.times.lowerBound)
            let number = time &<< numbering.placeBits | UInt64(UInt32(bitPattern: place))
            found[count] = Row(
                high: high,
                low: row.low,
                number: number | UInt64(row.form.rawValue) << NumberedRows.numberBits
            )
            places[Int(truncatingIfNeeded: high &>> shift) + 1] += isWanted ? 1 : 0
            count += isWanted ? 1 : 0
        }
    }

    /// Takes the numbers of the rows in their order, and sees where entities begin.
    /// - Returns: How many entities there are.
    private static func part(
        _ rows: [Row],
        count: Int,
        into numbers: inout [UInt64],
        bounds: inout [Int32]
    ) -> Int {
        let rows = rows.span
        var numbers = numbers.mutableSpan
        var bounds = bounds.mutableSpan
        var entity = 0
        var last = Row()
        for index in 0..<count {
            let row = rows[index]
            let isOther = row.high != last.high || row.low != last.low || (row.number ^ last.number) >> numberBits != 0
            numbers[index] = row.number & (1 << numberBits - 1)
            bounds[entity] = Int32(truncatingIfNeeded: index)
            entity += isOther || index == 0 ? 1 : 0
            last = row
        }
        bounds[entity] = Int32(truncatingIfNeeded: count)
        return entity
    }
}

/// Mixes an entity's two numbers into one that spreads them; it and the lower one tell the entity.
///
/// Another in every run, so that no file can be made whose entities all fall together; it shows nowhere.
private struct Mixture {
    private let factor = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1
    private let lowFactor = UInt64(truncatingIfNeeded: Hasher().finalize()) << 1 ^ 0xD6E8_FEB8_6659_FD93

    @inline(__always)
    func mixed(_ high: UInt64, _ low: UInt64) -> UInt64 { (high ^ (low &* lowFactor)) &* factor }
}
