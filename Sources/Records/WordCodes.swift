/// The codes of a column's words, as one thread remembers them: short words in slots, without a look anywhere else.
///
/// It is a memory only. What it does not know has to be asked of `KnownWords`, and it may forget everything.
struct WordCodes {
    /// No such word has come yet.
    static let unknown: Int32 = .min
    /// The word is not UTF-8, so that its row is rejected.
    static let invalid: Int32 = -2
    /// The word counts as missing.
    static let missing: Int32 = -1

    private struct Slot {
        var low: UInt64 = 0
        /// The word's further bytes, and above them how many bytes it has; 0 where the slot is free.
        var high: UInt64 = 0
        var code: Int32 = 0
    }

    private static let mostWords = 1 << 18
    /// Many, so that few words fall together.
    private var slots = [Slot](repeating: Slot(), count: 1024)
    /// How many bits of a hash do not tell the slot.
    private var shift: UInt64 = 54
    private var count = 0
    private var long = LongWordCodes()
    /// Another in every run, so that no file can be made whose words all fall together; it shows nowhere.
    private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

    /// The code of the bytes from `start` on; `unknown` where it has not been learned.
    /// - Precondition: There are at least 16 more bytes behind the word's end.
    @inline(__always)
    func code(of text: RawSpan, at start: Int, count: Int) -> Int32 {
        if count == 0 { return Self.missing }
        guard count < 16 else { return long.code(of: text, at: start, count: count) ?? Self.unknown }
        let (low, high) = Self.word(text, at: start, count: count)
        let mask = slots.count - 1
        var index = self.index(low, high)
        while true {
            let slot = slots[index]
            if slot.low == low, slot.high == high { return slot.code }
            if slot.high == 0 { return Self.unknown }
            index = (index + 1) & mask
        }
    }

    /// Remembers the code of a word that is not empty.
    mutating func learn(_ code: Int32, of text: RawSpan, at start: Int, count: Int) {
        if self.count + long.count >= Self.mostWords { self = WordCodes() }
        guard count < 16 else {
            return long.learn(code, of: text, at: start, count: count)
        }
        let (low, high) = Self.word(text, at: start, count: count)
        insert(Slot(low: low, high: high, code: code))
        self.count += 1
        if self.count * 2 > slots.count { grow() }
    }

    private mutating func insert(_ slot: Slot) {
        let mask = slots.count - 1
        var index = self.index(slot.low, slot.high)
        while slots[index].high != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        shift -= 1
        for slot in old where slot.high != 0 { insert(slot) }
    }

    @inline(__always)
    private static func word(_ text: RawSpan, at start: Int, count: Int) -> (low: UInt64, high: UInt64) {
        // Without a branch, as long and short words take turns.
        let (first, second) = (
            UInt64(truncatingIfNeeded: min(count, 8)), UInt64(truncatingIfNeeded: max(count &- 8, 0))
        )
        let low = text.knownEightBytes(at: start) & (UInt64.max &>> (64 &- first &* 8))
        let high = text.knownEightBytes(at: start &+ 8) & ((1 &<< (second &* 8)) &- 1)
        return (low, high | UInt64(truncatingIfNeeded: count) << 56)
    }

    @inline(__always)
    private func index(_ low: UInt64, _ high: UInt64) -> Int {
        let mixed = (low ^ seed ^ (high &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> shift)
    }
}
