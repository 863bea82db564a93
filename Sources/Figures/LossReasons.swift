/// The reasons of losses worth showing: the five most frequent, the others together, and always what is unknown.
public enum LossReasons {
    /// Losses below which there is a table only.
    public static let leastLosses = 10
    /// Reasons shown by name.
    public static let mostNamed = 5

    /// Which reason a row stands for.
    public enum Kind: Hashable, Sendable {
        /// One reason, by its index among those given.
        case reason(Int)
        /// Those without a row of their own, by their indices.
        case other([Int])
        /// No reason was recorded.
        case unknown
    }

    /// Whether so many losses are enough for a figure.
    public static func isShown(losses: Int) -> Bool { losses >= leastLosses }

    /// The rows in the order shown: most frequent first, ties in the order given; then "other" where there is more than
    /// fits, then "unknown", even where it is 0. A reason with count 0 has no row.
    /// - Parameter counts: One a reason.
    public static func rows(of counts: [Int], unknown: Int) -> [(kind: Kind, count: Int)] {
        let order = counts.indices.filter { counts[$0] > 0 }
            .sorted { (-counts[$0], $0) < (-counts[$1], $1) }
        let named = order.prefix(mostNamed)
        let rest = order.dropFirst(named.count)
        var rows: [(kind: Kind, count: Int)] = named.map { (.reason($0), counts[$0]) }
        if !rest.isEmpty { rows.append((.other(rest.sorted()), rest.reduce(0) { $0 + counts[$1] })) }
        return rows + [(.unknown, unknown)]
    }
}
