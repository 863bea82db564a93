/// The rows of some entities, one entity behind the other; each one's rows in no order.
///
/// It is filled again and again, so that its memory is asked for once.
public struct EntityRows: Sendable {
    /// Where each entity's rows begin, and behind the last one's where they end.
    public private(set) var bounds: [Int] = [0]
    /// Microseconds since 1970 UTC; behind the last entity's rows there may be others of no meaning.
    public private(set) var times: [Int64] = []
    /// The kinds of the rows: which words they have in the columns. As many as there are times.
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

    /// How many rows they have.
    public var count: Int { scanned.count }

    mutating func begin() { scanned.removeAll(keepingCapacity: true) }

    /// Brings the scanned rows together by entity.
    /// - Parameter isSameWord: Whether two long words are the same, by where they lie.
    mutating func group(isSameWord: (UInt64, UInt64) -> Bool) {
        findEntities(isSameWord: isSameWord)
        bounds.removeAll(keepingCapacity: true)
        bounds.append(contentsOf: repeatElement(0, count: firstRows.count + 1))
        if times.count < scanned.count {
            times.append(contentsOf: repeatElement(0, count: scanned.count - times.count))
            kinds.append(contentsOf: repeatElement(0, count: scanned.count - kinds.count))
        }
        let (scanned, entities) = (self.scanned, self.entities)
        Self.place(scanned.span, entities.span, bounds: &bounds, times: &times, kinds: &kinds)
    }

    /// Puts rows down from the end of each entity's places to their beginning.
    private static func place(
        _ scanned: Span<ScannedRow>,
        _ entities: Span<Int32>,
        bounds: inout [Int],
        times: inout [Int64],
        kinds: inout [Int32]
    ) {
        var bounds = bounds.mutableSpan
        var times = times.mutableSpan
        var kinds = kinds.mutableSpan
        for row in scanned.indices { bounds[Int(entities[row])] += 1 }
        var end = 0
        for entity in bounds.indices {
            end += bounds[entity]
            bounds[entity] = end
        }
        for row in scanned.indices {
            let place = bounds[Int(entities[row])] - 1
            bounds[Int(entities[row])] = place
            times[place] = scanned[row].time
            kinds[place] = scanned[row].kind
        }
    }

    private mutating func findEntities(isSameWord: (UInt64, UInt64) -> Bool) {
        let size = 1 << (Int.bitWidth - max(15, scanned.count * 2 - 1).leadingZeroBitCount)
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(-1, count: size))
        firstRows.removeAll(keepingCapacity: true)
        if entities.count < scanned.count {
            entities.append(contentsOf: repeatElement(0, count: scanned.count - entities.count))
        }
        let scanned = self.scanned
        var (places, found): ([Int32], [Int32]) = ([], [])
        swap(&places, &slots)
        swap(&found, &entities)
        defer {
            swap(&places, &slots)
            swap(&found, &entities)
        }
        let rows = scanned.span
        var slots = places.mutableSpan
        var entities = found.mutableSpan
        for index in rows.indices {
            let row = rows[index]
            let hash = EntityKey(high: row.high ^ seed, low: row.low, form: row.form == .long ? .long : .narrow)
            var slot = Int(truncatingIfNeeded: (row.form == .long ? hash.high.folded : hash.spread) & UInt64(size - 1))
            while slots[slot] >= 0 {
                let first = rows[Int(firstRows[Int(slots[slot])])]
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
            entities[index] = slots[slot]
        }
    }
}
