/// Which values of a dimension are taken together because so few have them, before anything else is counted.
///
/// Values with a base under the smallest one allowed become ``Dimension/otherValue``, and the next smallest join them
/// until together they have enough. So do the smallest of more values than have pages. Equal bases go by the bytes of
/// the values.
struct ValueMerging {
    /// More values than these are never told apart.
    static let mostValues = 20

    /// The values that are no longer told apart.
    let merged: Set<String>

    /// - Parameters:
    ///   - bases: How many have each value; one that nobody has is left as it is.
    ///   - least: The smallest base that is told; `nil`: nothing is merged.
    init(_ bases: [String: Int], below least: Int?) {
        guard let least else {
            merged = []
            return
        }
        let sorted = bases.filter { $0.value > 0 }.sorted { one, other in
            one.value == other.value
                ? one.key.utf8.lexicographicallyPrecedes(other.key.utf8) : one.value < other.value
        }
        var count = sorted.prefix { $0.value < least }.count
        if sorted.count > Self.mostValues { count = max(count, sorted.count - Self.mostValues) }
        var together = sorted.prefix(count).reduce(0) { $0 + $1.value }
        while count > 0, together < least, count < sorted.count {
            together += sorted[count].value
            count += 1
        }
        merged = Set(sorted.prefix(count).map(\.key))
    }

    /// What a value is called.
    func name(of value: String) -> String { merged.contains(value) ? Dimension.otherValue : value }
}
