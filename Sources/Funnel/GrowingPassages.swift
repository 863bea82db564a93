internal import Records

/// Passages as one thread counts them, in sets of whole entities. Where they take more memory than is left, they are put aside.
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
