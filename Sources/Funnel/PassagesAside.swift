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
