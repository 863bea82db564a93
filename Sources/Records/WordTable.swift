/// Numbers different runs of bytes in the order of their first appearance, without a `String` for any of them.
///
/// Words are the same if their bytes are: neither letter case, nor white space, nor Unicode's equivalences are looked
/// through. A look-up is amortized O(length of the word).
struct WordTable: Sendable {
    private struct Slot {
        /// The whole word where it has up to seven bytes; else 0.
        var short: UInt64 = 0
        var hash: UInt32 = 0
        var number: Int32 = -1
    }

    /// How many different words there are.
    private(set) var count = 0
    private var pool: [UInt8] = []
    private var ends: [Int] = [0]
    private var slots = [Slot](repeating: Slot(), count: 16)
    /// Another in every run, so that no file can be made whose words all fall together; it shows nowhere.
    private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

    /// The number of `word`, which becomes the next one if it is new.
    mutating func number(of word: Span<UInt8>) -> Int32 {
        let (index, slot) = slot(of: word)
        return slot.number >= 0 ? slot.number : add(word, slot, at: index)
    }

    /// The number of a word that was written somewhere else.
    mutating func number(of word: String) -> Int32 {
        let bytes = Array(word.utf8)
        return number(of: bytes.span)
    }

    /// The number of `word`; `nil` if it is new.
    func number(ofKnown word: Span<UInt8>) -> Int32? {
        let number = slot(of: word).slot.number
        return number >= 0 ? number : nil
    }

    /// The slot of `word`, or the free one with what it would take.
    private func slot(of word: Span<UInt8>) -> (index: Int, slot: Slot) {
        let short = Self.short(word)
        let hash = short == 0 ? hash(word) : UInt32(truncatingIfNeeded: folded(seed ^ short) >> 16)
        let index = slotIndex(of: word, short: short, hash: hash)
        return (index, Slot(short: short, hash: hash, number: slots[index].number))
    }

    private mutating func add(_ word: Span<UInt8>, _ slot: Slot, at index: Int) -> Int32 {
        let number = Int32(count)
        slots[index] = slot
        slots[index].number = number
        for offset in word.indices { pool.append(word[offset]) }
        ends.append(pool.count)
        count += 1
        if count * 2 > slots.count { grow() }
        return number
    }

    /// The word of a number; bytes that are not UTF-8 are replaced.
    subscript(number: Int32) -> String {
        String(decoding: pool[ends[Int(number)]..<ends[Int(number) + 1]], as: UTF8.self)
    }

    /// All of them, by number.
    var words: [String] { (0..<Int32(count)).map { self[$0] } }

    /// The slot of `word`, or the free one that it would take.
    private func slotIndex(of word: Span<UInt8>, short: UInt64, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var index = Int(hash) & mask
        while slots[index].number >= 0 {
            let slot = slots[index]
            if slot.hash == hash, slot.short == short, short != 0 || isWord(slot.number, word) { return index }
            index = (index + 1) & mask
        }
        return index
    }

    private func isWord(_ number: Int32, _ word: Span<UInt8>) -> Bool {
        let start = ends[Int(number)]
        guard ends[Int(number) + 1] - start == word.count else { return false }
        for offset in word.indices where pool[start + offset] != word[offset] { return false }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot.number >= 0 {
            var index = Int(slot.hash) & mask
            while slots[index].number >= 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }

    /// A word of up to seven bytes as a number that no other such word has, and that is not 0; 0 for a longer one.
    ///
    /// Short words are compared in their slots, without a look at the pool, which would seldom be in the cache.
    private static func short(_ word: Span<UInt8>) -> UInt64 {
        guard word.count < 8 else { return 0 }
        var value: UInt64 = 1
        for offset in word.indices { value = value << 8 | UInt64(word[offset]) }
        return value
    }

    /// Eight bytes at a time, each folded in by the two halves of a long product.
    private func hash(_ word: Span<UInt8>) -> UInt32 {
        var state = seed ^ UInt64(word.count)
        var eight: UInt64 = 0
        for offset in word.indices {
            eight = eight << 8 | UInt64(word[offset])
            if offset & 7 == 7 { (state, eight) = (folded(state ^ eight), 0) }
        }
        return UInt32(truncatingIfNeeded: folded(state ^ eight) >> 16)
    }

    private func folded(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
