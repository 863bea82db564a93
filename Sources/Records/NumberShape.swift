/// Rows that take one number each, whichever come: those of entities that are numbers, at whole seconds.
struct NumberShape: Equatable {
    /// Entities are below two to the power of this.
    let entityBits: Int
    /// Since 1970; times are from here on.
    let firstSecond: Int64
    /// They are below as many seconds behind it as these bits tell.
    let secondBits: Int
    let kindBits: Int

    private static let second: Int64 = 1_000_000
    /// Further away, microseconds may be too many to be counted.
    private static let farthest: Int64 = 1 << 42
    /// More than a year, and more kinds than most have: room for what is yet to come.
    private static let (fewestSecondBits, fewestKindBits) = (25, 7)

    init(entityBits: Int, firstSecond: Int64, secondBits: Int, kindBits: Int) {
        self.entityBits = entityBits
        self.firstSecond = firstSecond
        self.secondBits = secondBits
        self.kindBits = kindBits
    }

    /// Describes the rows from `start` on, as far as one of this kind can, with room for more than they have.
    /// - Parameter old: Describes what came before; the new one describes that as well.
    /// - Returns: `nil` where none of the rows can be described, or a number has too few bits for all of them.
    init?(of rows: ScannedRows, from start: Int, and old: NumberShape?) {
        var (entity, kind): (UInt64, UInt64) = (0, 0)
        var (first, last) = (Int64.max, Int64.min)
        for row in rows.places[start..<rows.count] where Self.canDescribe(row) {
            entity = max(entity, row.high ^ 1 << 63)
            kind = max(kind, UInt64(UInt32(bitPattern: row.kind)))
            first = min(first, row.time / Self.second)
            last = max(last, row.time / Self.second)
        }
        guard first <= last else { return nil }
        func bits(_ number: UInt64) -> Int { UInt64.bitWidth - number.leadingZeroBitCount }
        let entityBits = max(old?.entityBits ?? 0, bits(entity) + 1)
        let kindBits = max(old?.kindBits ?? Self.fewestKindBits, bits(kind) + 1)
        var secondBits = old?.secondBits ?? Self.fewestSecondBits
        // Most logs run forward, so that what is yet to come is later.
        var firstSecond = old?.firstSecond ?? first - 1 << (Int64(secondBits) - 3)
        while first < firstSecond {
            firstSecond -= 1 << Int64(secondBits)
            secondBits += 1
        }
        while (last - firstSecond) >> Int64(secondBits) > 0 { secondBits += 1 }
        let size = entityBits + secondBits + kindBits
        guard size <= UInt64.bitWidth, abs(firstSecond) < Self.farthest, secondBits < 42 else { return nil }
        // What is left of the last byte.
        let spare = (8 - size % 8) % 8
        self.init(
            entityBits: entityBits + spare,
            firstSecond: firstSecond,
            secondBits: secondBits,
            kindBits: kindBits
        )
    }

    /// Whether a shape of this kind can describe the row.
    static func canDescribe(_ row: ScannedRow) -> Bool {
        row.form == .narrow && row.high >> 63 == 1 && row.time % second == 0
    }

    /// The number of a row, as ``PackedShape`` would write it; `nil` where it is not described.
    @inline(__always)
    func number(of row: ScannedRow) -> UInt64? {
        let (entity, second) = (row.high ^ 1 << 63, row.time / Self.second)
        let (place, kind) = (UInt64(bitPattern: second &- firstSecond), UInt64(UInt32(bitPattern: row.kind)))
        let (high, low) = (UInt64(truncatingIfNeeded: entityBits), UInt64(truncatingIfNeeded: secondBits))
        let beyond = entity &>> high | place &>> low | kind &>> UInt64(truncatingIfNeeded: kindBits)
        guard beyond | UInt64(row.form.rawValue) == 0, second &* Self.second == row.time else { return nil }
        return entity | place &<< high | kind &<< (high &+ low)
    }
}
