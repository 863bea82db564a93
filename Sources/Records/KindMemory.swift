/// The kinds of rows, as one thread remembers them: the way from codes, one a column, to a kind.
struct KindMemory {
    struct Kind {
        /// As `KnownWords` number it; -1 where it is not known yet.
        var number: Int32 = -1
        var isKept = false
        /// The index of its users in the thread's `DayCounter`.
        var users = 0
    }

    private static let mostNodes = 1 << 18
    /// A node's number in the upper half and a code in the lower, to the next node; 0 where the slot is free.
    private var slots = [(key: UInt64, node: Int32)](repeating: (0, 0), count: 256)
    /// One a node; the first is the root.
    private(set) var kinds = [Kind()]
    /// The way to each node: the node before it, and the code behind that.
    private var ways: [(node: Int32, code: Int32)] = [(0, 0)]

    /// The node behind `node` for one more code.
    mutating func node(behind node: Int32, code: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: code))
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: key.folded >> 8) & mask
        while slots[index].node != 0 {
            if slots[index].key == key { return slots[index].node }
            index = (index + 1) & mask
        }
        return add(key, (node, code), at: index)
    }

    /// The codes that lead to a node.
    func codes(of node: Int32) -> [Int32] {
        var codes: [Int32] = []
        var node = node
        while node != 0 {
            codes.append(ways[Int(node)].code)
            node = ways[Int(node)].node
        }
        return codes.reversed()
    }

    /// Whether it has grown so large that it is better forgotten.
    var isFull: Bool { kinds.count > Self.mostNodes }

    mutating func learn(_ kind: Kind, at node: Int32) { kinds[Int(node)] = kind }

    private mutating func add(_ key: UInt64, _ way: (Int32, Int32), at index: Int) -> Int32 {
        let node = Int32(kinds.count)
        kinds.append(Kind())
        ways.append(way)
        slots[index] = (key, node)
        if kinds.count * 2 > slots.count { grow() }
        return node
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: (0, 0), count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot.node != 0 {
            var index = Int(truncatingIfNeeded: slot.key.folded >> 8) & mask
            while slots[index].node != 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }
}
