/// How rows become numbers that stand in the order in which somebody wants them: by time, and at the same time by the place
/// of their kinds.
///
/// A row's number is its time since the beginning of `times` in microseconds, and in its lower bits the place of its kind.
public struct RowNumbering: Sendable {
    /// Microseconds since 1970 UTC: rows that are later are left out, and none may be earlier.
    let times: Range<Int64>
    /// How many of a number's lower bits tell the place.
    let placeBits: UInt64
    /// By kind; -1 where such rows are left out.
    let placeOfKind: [Int32]

    /// What numbers leave free above them.
    static let freeBits = 2

    /// Numbers the rows within `times`.
    /// - Precondition: The duration of `times` and a place take no more than 62 bits together.
    public init(times: Range<Int64>, placeBits: Int, placeOfKind: [Int32]) {
        self.times = times
        self.placeBits = UInt64(placeBits)
        self.placeOfKind = placeOfKind
    }
}
