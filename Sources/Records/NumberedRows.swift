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
    private struct Row {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var number: UInt64 = 0

        @inline(__always)
        static func < (one: Row, other: Row) -> Bool {
            if one.high != other.high { return one.high < other.high }
            return one.low != other.low ? one.low < other.low : one.number < other.number
        }
    }

    private var found: [Row] = []
    private var rows: [Row] = []
    /// How many rows there are.
    private var count = 0
    /// By the upper bits of `high`: how many rows have them, then where the next of these goes.
    private var places: [Int32] = []
    private var shift: UInt64 = 0
    private let mixture = Mixture()

    private static let numberBits = UInt64(UInt64.bitWidth - RowNumbering.freeBits)
    /// So many rows are put in order by comparing neighbours; more are sorted first.
    private static let fewRows = 24

    /// None yet.
    public init() {}

    /// Forgets all rows; up to `count` others come.
    mutating func begin(count most: Int) {
        if found.count < most {
            found = Array(repeating: Row(), count: most + most / 8)
            rows = found
            numbers = Array(repeating: 0, count: found.count)
            bounds = Array(repeating: 0, count: found.count + 1)
        }
        let bits = UInt64(max(4, Int.bitWidth - most.leadingZeroBitCount - 2))
        shift = UInt64(UInt64.bitWidth) - bits
        places.removeAll(keepingCapacity: true)
        places.append(contentsOf: repeatElement(0, count: 1 << Int(bits) + 1))
        count = 0
    }

    /// Adds rows of entities whose keys are no long words.
    /// - Returns: `false` where one of them is too early.
    mutating func add(_ scanned: [ScannedRow], by numbering: RowNumbering) -> Bool {
        taking(by: numbering) { taker, found, places in
            for row in scanned { taker.take(row, to: &found, &places) }
        }
    }

    /// Adds packed rows of entities whose keys are no long words.
    /// - Returns: `false` where one of them is too early.
    mutating func add(_ packs: [PackedRows], by numbering: RowNumbering) -> Bool {
        taking(by: numbering) { taker, found, places in
            for pack in packs {
                let (bytes, shape) = (pack.bytes.span.bytes, pack.shape)
                var offset = PackedShape.headSize
                for _ in 0..<shape.count {
                    taker.take(shape.row(in: bytes, at: offset), to: &found, &places)
                    offset += shape.stride
                }
            }
        }
    }

    @inline(__always)
    private mutating func taking(
        by numbering: RowNumbering,
        _ body: (inout Taker, inout MutableSpan<Row>, inout MutableSpan<Int32>) -> Void
    ) -> Bool {
        // Moved out and back, so that they need not be looked after anew for every row.
        var (found, places): ([Row], [Int32]) = ([], [])
        swap(&found, &self.found)
        swap(&places, &self.places)
        var taker = Taker(numbering: numbering, mixture: mixture, shift: shift, count: count)
        do {
            var rows = found.mutableSpan
            var counts = places.mutableSpan
            body(&taker, &rows, &counts)
        }
        swap(&found, &self.found)
        swap(&places, &self.places)
        count = taker.count
        return !taker.isEarly
    }

    /// Takes rows one by one.
    private struct Taker {
        let numbering: RowNumbering
        let mixture: Mixture
        let shift: UInt64
        var count: Int
        var isEarly = false

        @inline(__always)
        mutating func take(
            _ row: ScannedRow,
            to found: inout MutableSpan<Row>,
            _ places: inout MutableSpan<Int32>
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

    /// Brings the rows together by entity, and puts each one's in order.
    mutating func finish() {
        let most = Self.spread(found, count: count, by: shift, into: &rows, &places)
        if most > Self.fewRows { sortMany() }
        Self.order(&rows, count: count)
        entityCount = Self.part(rows, count: count, into: &numbers, bounds: &bounds)
    }

    /// Puts rows where those with the same upper bits stand together.
    /// - Returns: How many of these there are at most.
    private static func spread(
        _ found: [Row],
        count: Int,
        by shift: UInt64,
        into rows: inout [Row],
        _ places: inout [Int32]
    ) -> Int {
        let found = found.span
        var rows = rows.mutableSpan
        var places = places.mutableSpan
        var most: Int32 = 0
        for index in 1..<places.count {
            most = max(most, places[index])
            places[index] += places[index - 1]
        }
        for index in 0..<count {
            let row = found[index]
            let upper = Int(truncatingIfNeeded: row.high &>> shift)
            let place = places[upper]
            places[upper] = place + 1
            rows[Int(place)] = row
        }
        return Int(most)
    }

    /// Sorts what is too much for comparing neighbours.
    private mutating func sortMany() {
        var start = 0
        // Each place has moved on to where the next one began.
        for place in places.dropLast() {
            let end = Int(place)
            if end - start > Self.fewRows { rows[start..<end].sort(by: <) }
            start = end
        }
    }

    private static func order(_ rows: inout [Row], count: Int) {
        var rows = rows.mutableSpan
        var index = 1
        while index < count {
            let row = rows[index]
            if row < rows[index - 1] {
                var place = index
                repeat {
                    rows[place] = rows[place - 1]
                    place -= 1
                } while place > 0 && row < rows[place - 1]
                rows[place] = row
            }
            index += 1
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
