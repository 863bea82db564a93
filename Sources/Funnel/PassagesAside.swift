internal import Calendars
internal import Records

/// Passages that were put aside: where they are, and what is asked of them without reading them again.
struct PassagesAside: Sendable {
    let count: Int
    let weekRange: ClosedRange<Week>?
    let firstPosition: Int64?
    private let place: Range<Int>

    /// Puts passages aside.
    init(_ passages: Passages, in scratch: any Scratch) throws(RecordsError) {
        count = passages.count
        weekRange = passages.weekRange
        firstPosition = passages.firstPosition
        place = try scratch.put(passages.bytes)
    }

    /// The passages; `nil` where they cannot be read again.
    func read(from overflow: Overflow, like empty: Passages) -> Passages? {
        overflow.get(place).map { Passages(from: $0, like: empty) }
    }
}

/// Passages as one thread counts them. Where they take more memory than is left, they are put aside.
struct GrowingPassages {
    /// So many bytes are held or put aside together; there is always a set of about this size open.
    static let setSize = 1 << 20

    /// Those that were put aside.
    private(set) var aside: [PassagesAside] = []
    /// Those that are held.
    private(set) var held: [Passages] = []

    /// Takes passages off `open` if there are many.
    /// - Parameter isRoom: Whether so many bytes more may be held.
    mutating func take(
        _ open: inout Passages,
        within allowance: RowAllowance,
        isRoom: (Int) -> Bool
    ) throws(RecordsError) {
        guard open.count > 0, open.byteCount >= min(Self.setSize, allowance.countedSize) else { return }
        if isRoom(open.byteCount) {
            held.append(open)
        } else {
            aside.append(try PassagesAside(open, in: allowance.scratch))
        }
        open.removeAll()
    }

    /// Takes the rest; no more come.
    mutating func finish(_ open: Passages) { held.append(open) }
}
