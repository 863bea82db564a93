/// The ways from node to node of `KindMemory` by the words of one column, as one thread remembers them: short words in slots,
/// without a look anywhere else.
///
/// It is a memory only. What it does not know has to be asked of `KnownWords`, and it may forget everything.
struct WordWays {
    /// The word is not UTF-8, so that its row is rejected.
    static let invalid: Int32 = -2
    /// The word counts as missing.
    static let missing: Int32 = -1
    /// Words of fewer bytes are short.
    static let shortCount = 16

    private struct Slot {
        var low: UInt64 = 0
        /// The word's further bytes, and above them how many bytes it has, and one more; 0 where the slot is free.
        var high: UInt64 = 0
        var from: Int32 = 0
        var node: Int32 = 0
    }

    /// What a word of a certain size has of sixteen bytes.
    private struct Mask {
        let low: UInt64
        let high: UInt64
        /// The size, in the uppermost byte.
        let size: UInt64

        init(_ count: Int) {
            low = UInt64.max.keepingBytes(min(count, 8))
            high = UInt64.max.keepingBytes(max(count - 8, 0))
            size = UInt64(count + 1) << 56
        }
    }

    private static let mostWays = 1 << 18
    /// Many, so that few ways fall together.
    private var slots = [Slot](repeating: Slot(), count: 1024)
    /// How many bits of a hash do not tell the slot.
    private var shift: UInt64 = 54
    private var count = 0
    /// The codes of long words.
    private(set) var long = LongWordCodes()
    private let masks = (0..<shortCount).map { Mask($0) }
    /// Another in every run, so that no file can be made whose words all fall together; it shows nowhere.
    private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

    /// Follows the ways of rows whose nodes stand where their kinds will: the words in a column lead to the next nodes.
    /// - Parameters:
    ///   - cell: How many places of a row stand before the column's own.
    ///   - row: Where to begin.
    ///   - first: Where the first of the plain rows stands among `rows`.
    /// - Returns: The first row whose way is not known here; the number of rows if all are.
    /// - Precondition: There are at least 16 more bytes behind each word's end.
    @inline(never)
    func follow(
        _ cell: Int,
        of plain: PlainRows,
        from row: Int,
        _ places: Span<UInt32>,
        in text: RawSpan,
        _ rows: inout MutableSpan<ScannedRow>,
        _ first: Int
    ) -> Int {
        let (slots, masks) = (slots.span, masks.span)
        let (mask, seed, shift) = (slots.count &- 1, seed, shift)
        var rows = rows.extracting(first..<(first + plain.count))
        var place = plain.place(of: cell, in: row)
        for row in row..<plain.count {
            let (start, count) = places.cell(behind: place, of: text)
            guard count < Self.shortCount else { return row }
            let own = masks[unchecked: count]
            let low = text.knownEightBytes(at: start) & own.low
            let high = text.knownEightBytes(at: start &+ 8) & own.high | own.size
            let from = rows[row].kind
            var index = Self.index(low, high, from, seed, shift)
            // A hash is less than the number of slots.
            while slots[unchecked: index].low != low || slots[unchecked: index].high != high
                || slots[unchecked: index].from != from
            {
                if slots[unchecked: index].high == 0 { return row }
                index = (index &+ 1) & mask
            }
            rows[row].kind = slots[unchecked: index].node
            place &+= plain.stride
        }
        return plain.count
    }

    /// Remembers the node behind `from` for a short word.
    mutating func learn(_ node: Int32, behind from: Int32, of text: RawSpan, at start: Int, count: Int) {
        if self.count + long.count >= Self.mostWays { self = WordWays() }
        let (low, high) = word(text, at: start, count: count)
        insert(Slot(low: low, high: high, from: from, node: node))
        self.count += 1
        if self.count * 2 > slots.count { grow() }
    }

    /// Remembers the code of a long word.
    mutating func learnLong(_ code: Int32, of text: RawSpan, at start: Int, count: Int) {
        if self.count + long.count >= Self.mostWays { self = WordWays() }
        long.learn(code, of: text, at: start, count: count)
    }

    private mutating func insert(_ slot: Slot) {
        let mask = slots.count - 1
        var index = Self.index(slot.low, slot.high, slot.from, seed, shift)
        while slots[index].high != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        shift -= 1
        for slot in old where slot.high != 0 { insert(slot) }
    }

    private func word(_ text: RawSpan, at start: Int, count: Int) -> (low: UInt64, high: UInt64) {
        let mask = masks[count]
        return (text.eightBytes(at: start) & mask.low, text.eightBytes(at: start + 8) & mask.high | mask.size)
    }

    @inline(__always)
    private static func index(_ low: UInt64, _ high: UInt64, _ from: Int32, _ seed: UInt64, _ shift: UInt64) -> Int {
        let rest = (high ^ UInt64(UInt32(bitPattern: from))) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: ((low ^ seed ^ rest) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }
}
