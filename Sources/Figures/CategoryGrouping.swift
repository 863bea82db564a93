/// At most four parts of a whole by name, and the others together: more colours than that nobody tells apart.
public struct CategoryGrouping: Sendable, Equatable {
    /// Parts shown by name.
    public static let most = 4

    /// Indices of the parts shown by name, largest first; ties in the order given.
    public let kept: [Int]
    /// Indices of the others, in the order given. Where it is a single one, its name says more than "other".
    public let rest: [Int]

    /// - Parameter sizes: One a part. Parts of size 0 are left out of both.
    public init(_ sizes: [Double]) {
        let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
        kept = Array(order.prefix(Self.most))
        rest = order.dropFirst(Self.most).sorted()
    }
}
