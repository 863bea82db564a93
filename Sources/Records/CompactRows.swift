/// Rows that ``NumberShape``s describe, put in order as one number each: its entity, below that the second, and the place of
/// the kind at the bottom.
///
/// It is filled again and again, so that its memory is asked for once.
struct CompactRows: Sendable {
    private static let second: Int64 = 1_000_000

    /// How a number is made.
    private struct Layout {
        let entityBits: Int
        let secondBits: Int
        /// Since 1970; a number's seconds count from here.
        let firstSecond: Int64
        /// How long that is behind the beginning of wanted times, in microseconds.
        let origin: UInt64
        /// So many seconds are wanted; later ones are left out.
        let wanted: UInt64
        let numbering: RowNumbering

        /// - Returns: `nil` where rows are others, have too many bits for a number, or may be too early.
        init?(_ packs: [PackedRows], by numbering: RowNumbering) {
            var (entityBits, first, end) = (1, Int64.max, Int64.min)
            for pack in packs {
                guard let numbers = pack.shape.numbers else { return nil }
                entityBits = max(entityBits, numbers.entityBits)
                first = min(first, numbers.firstSecond)
                end = max(end, numbers.firstSecond + 1 << Int64(numbers.secondBits))
            }
            guard first < end else { return nil }
            let (origin, isFar) = (first * second).subtractingReportingOverflow(numbering.times.lowerBound)
            let (rest, isFarOff) = numbering.times.upperBound.subtractingReportingOverflow(first * second)
            guard !isFar, origin >= 0, !isFarOff, rest > 0 else { return nil }
            wanted = UInt64(min(end - first, (rest - 1) / second + 1))
            secondBits = UInt64.bitWidth - (wanted - 1).leadingZeroBitCount
            guard entityBits + secondBits + Int(numbering.placeBits) <= UInt64.bitWidth else { return nil }
            (self.entityBits, firstSecond, self.origin) = (entityBits, first, UInt64(origin))
            self.numbering = numbering
        }

        /// Where an entity's number begins.
        var entityPlace: UInt64 { UInt64(truncatingIfNeeded: secondBits) + numbering.placeBits }
    }

    private var sort = SpreadingSort<UInt64>()
    /// Spreads entities over the numbers of as many bits; odd, so that two never fall together. Another in every run, so that
    /// no file can be made whose entities all stand together; it shows nowhere.
    private let factor = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

    /// Puts rows in order.
    /// - Parameters:
    ///   - numbers: Takes their numbers; it has room for them.
    ///   - bounds: Takes where each entity's begin, and behind the last one's where they end.
    /// - Returns: How many entities there are; `nil` where some row needs more than this, and nothing has been done.
    mutating func order(
        _ packs: [PackedRows],
        by numbering: RowNumbering,
        into numbers: inout [UInt64],
        bounds: inout [Int32]
    ) -> Int? {
        guard let layout = Layout(packs, by: numbering) else { return nil }
        let most = packs.reduce(0) { $0 + $1.count }
        let bits = min(layout.entityBits, SpreadingSort<UInt64>.bits(for: most))
        sort.begin(count: most, bits: bits, above: layout.entityPlace + UInt64(layout.entityBits - bits))
        take(packs, layout, bits: bits)
        sort.finish()
        return Self.part(sort.rows, count: sort.count, layout, into: &numbers, bounds: &bounds)
    }

    /// - Parameter bits: By how many of the upper bits rows are spread.
    private mutating func take(_ packs: [PackedRows], _ layout: Layout, bits: Int) {
        let (factor, shift, wanted) = (factor, sort.shift, layout.wanted)
        let (entityPlace, placeBits) = (layout.entityPlace, layout.numbering.placeBits)
        let entityMask = UInt64.max >> UInt64(UInt64.bitWidth - layout.entityBits)
        // Rows that are not wanted may have anything above.
        let upperMask = UInt64(1) << UInt64(bits) - 1
        let placeOfKind = layout.numbering.placeOfKind.span
        sort.filling { rows, counts, count in
            for pack in packs {
                let (bytes, shape) = (pack.bytes.span.bytes, pack.shape)
                let first = UInt64(bitPattern: (shape.numbers?.firstSecond ?? 0) &- layout.firstSecond)
                var offset = pack.firstRow
                for _ in 0..<shape.count {
                    let row = shape.numbers(in: bytes, at: offset)
                    let place = placeOfKind[Int(truncatingIfNeeded: row.kind)]
                    let second = first &+ row.second
                    let isWanted = place >= 0 && second < wanted
                    let number =
                        (row.entity &* factor & entityMask) &<< entityPlace
                        | second &<< placeBits | UInt64(UInt32(bitPattern: place))
                    rows[count] = number
                    counts[Int(truncatingIfNeeded: number &>> shift & upperMask) &+ 1] += isWanted ? 1 : 0
                    count &+= isWanted ? 1 : 0
                    offset &+= shape.stride
                }
            }
        }
    }

    /// Takes the numbers of the rows in their order, and sees where entities begin.
    /// - Returns: How many entities there are.
    private static func part(
        _ rows: [UInt64],
        count: Int,
        _ layout: Layout,
        into numbers: inout [UInt64],
        bounds: inout [Int32]
    ) -> Int {
        let (entityPlace, placeBits, origin) = (layout.entityPlace, layout.numbering.placeBits, layout.origin)
        let secondMask = UInt64.max >> UInt64(UInt64.bitWidth - layout.secondBits)
        let placeMask: UInt64 = 1 << placeBits - 1
        let rows = rows.span
        var numbers = numbers.mutableSpan
        var bounds = bounds.mutableSpan
        var entity = 0
        var last: UInt64 = 0
        for index in 0..<count {
            let row = rows[index]
            let time = origin &+ (row &>> placeBits & secondMask) &* UInt64(second)
            numbers[index] = time &<< placeBits | row & placeMask
            bounds[entity] = Int32(truncatingIfNeeded: index)
            entity &+= (row ^ last) &>> entityPlace != 0 || index == 0 ? 1 : 0
            last = row
        }
        bounds[entity] = Int32(truncatingIfNeeded: count)
        return entity
    }
}

extension UInt64: SpreadRow {
    var upper: UInt64 { self }
    static var none: UInt64 { 0 }
}
