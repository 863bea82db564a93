/// The codes of words of more than fifteen bytes, for `WordWays`.
struct LongWordCodes {
    private struct Slot {
        var hash: UInt64 = 0
        /// Where the word lies in the pool.
        var start = 0
        /// How many bytes it has; 0 where the slot is free.
        var count = 0
        var code: Int32 = 0
    }

    private(set) var count = 0
    private var slots: [Slot] = []
    /// Another in every run, so that no file can be made whose words all fall together; it shows nowhere.
    private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())
    /// Words one behind the other, and eight bytes more, so that eight can be loaded anywhere.
    private var pool = [UInt8](repeating: 0, count: 8)

    /// The code of the bytes from `start` on; `nil` where it has not been learned.
    /// - Precondition: There are at least eight more bytes behind the word's end.
    func code(of text: RawSpan, at start: Int, count: Int) -> Int32? {
        guard !slots.isEmpty else { return nil }
        let found = slots[index(of: text, at: start, count: count, hash: hash(of: text, at: start, count: count))]
        return found.count > 0 ? found.code : nil
    }

    /// Remembers the code of a word.
    mutating func learn(_ code: Int32, of text: RawSpan, at start: Int, count: Int) {
        if (self.count + 1) * 2 > slots.count { grow() }
        let hash = hash(of: text, at: start, count: count)
        let place = pool.count - 8
        slots[index(of: text, at: start, count: count, hash: hash)] = Slot(
            hash: hash,
            start: place,
            count: count,
            code: code
        )
        pool.removeLast(8)
        for offset in 0..<count { pool.append(text.byte(at: start + offset)) }
        pool.append(contentsOf: repeatElement(0, count: 8))
        self.count += 1
    }

    /// The slot of the word, or the free one that it would take.
    private func index(of text: RawSpan, at start: Int, count: Int, hash: UInt64) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while slots[index].count > 0 {
            let slot = slots[index]
            if slot.hash == hash, slot.count == count, holds(text, at: start, count: count, from: slot.start) { break }
            index = (index + 1) & mask
        }
        return index
    }

    private func holds(_ text: RawSpan, at start: Int, count: Int, from place: Int) -> Bool {
        let pool = pool.span.bytes
        var offset = 0
        while offset < count {
            let rest = count - offset
            let own = pool.eightBytes(at: place + offset).keepingBytes(rest)
            guard own == text.eightBytes(at: start + offset).keepingBytes(rest) else { return false }
            offset += 8
        }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: max(64, old.count * 2))
        let mask = slots.count - 1
        for slot in old where slot.count > 0 {
            var index = Int(truncatingIfNeeded: slot.hash) & mask
            while slots[index].count > 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }

    private func hash(of text: RawSpan, at start: Int, count: Int) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: count)
        var offset = 0
        while offset < count {
            state = (state ^ text.eightBytes(at: start + offset).keepingBytes(count - offset)).folded
            offset += 8
        }
        return state
    }
}
