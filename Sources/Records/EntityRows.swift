/// The rows of some entities, one entity behind the other; each one's rows in the order of the input.
///
/// It is filled again and again, so that its memory is asked for once.
public struct EntityRows: Sendable {
    /// Where each entity's rows begin, and behind the last one's where they end.
    public private(set) var bounds: [Int] = [0]
    /// Microseconds since 1970 UTC.
    public private(set) var times: [Int64] = []
    /// The kinds of the rows: which words they have in the columns.
    public private(set) var kinds: [Int32] = []

    var scanned: [ScannedRow] = []
    /// The row in which each entity comes first.
    private var firstRows: [Int32] = []
    /// The entity of each row.
    private var entities: [Int32] = []
    private var slots: [Int32] = []
    /// Another in every run, so that no file can be made whose entities all fall together; it shows nowhere.
    private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

    /// None yet.
    public init() {}

    /// How many entities there are.
    public var entityCount: Int { bounds.count - 1 }

    mutating func begin() { scanned.removeAll(keepingCapacity: true) }

    /// Brings the scanned rows together by entity.
    /// - Parameter isSameWord: Whether two long words are the same, by where they lie.
    mutating func group(isSameWord: (UInt64, UInt64) -> Bool) {
        findEntities(isSameWord: isSameWord)
        bounds = Array(repeating: 0, count: firstRows.count + 1)
        for entity in entities { bounds[Int(entity) + 1] += 1 }
        for entity in firstRows.indices { bounds[entity + 1] += bounds[entity] }
        var next = bounds
        times = Array(repeating: 0, count: scanned.count)
        kinds = Array(repeating: 0, count: scanned.count)
        for (row, entity) in entities.enumerated() {
            let place = next[Int(entity)]
            next[Int(entity)] = place + 1
            times[place] = scanned[row].time
            kinds[place] = scanned[row].kind
        }
    }

    private mutating func findEntities(isSameWord: (UInt64, UInt64) -> Bool) {
        let size = 1 << (Int.bitWidth - max(15, scanned.count * 2 - 1).leadingZeroBitCount)
        slots = Array(repeating: -1, count: size)
        firstRows.removeAll(keepingCapacity: true)
        entities.removeAll(keepingCapacity: true)
        for index in scanned.indices {
            let row = scanned[index]
            let hash = EntityKey(high: row.high ^ seed, low: row.low, form: row.form == .long ? .long : .narrow)
            var slot = Int(truncatingIfNeeded: (row.form == .long ? hash.high.folded : hash.spread) & UInt64(size - 1))
            while slots[slot] >= 0 {
                let first = scanned[Int(firstRows[Int(slots[slot])])]
                if first.high == row.high, first.form == row.form,
                    first.low == row.low || row.form == .long && isSameWord(first.low, row.low)
                {
                    break
                }
                slot = (slot + 1) & (size - 1)
            }
            if slots[slot] < 0 {
                slots[slot] = Int32(firstRows.count)
                firstRows.append(Int32(index))
            }
            entities.append(slots[slot])
        }
    }
}
