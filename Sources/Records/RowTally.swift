/// What became of the rows that were read: accepted + other + rejected = read.
public struct RowTally: Sendable {
    /// The rows rejected for one reason.
    public struct Group: Hashable, Sendable {
        /// What they have in common.
        public let reason: RejectionReason
        /// How many they are, at least 1.
        public let count: Int
        /// The first of them.
        public let first: Rejection
    }

    /// Rows that became part of the table.
    public let accepted: Int
    /// Rows that sum up others, such as “Total” or “Toplam”; 0 in events and records.
    public let other: Int
    /// Rows with a fault.
    public let rejected: Int
    /// Lines that hold something and lie outside the table: before its header, or behind its end. They are no rows.
    public let outside: Int
    /// The rejected ones by reason, the most frequent first; equally frequent ones in the order of judging.
    public let groups: [Group]

    /// All rows but blank ones.
    public var read: Int { accepted + other + rejected }

    /// Counts the rejections; O(their number).
    init(accepted: Int, rejections: Rejections, other: Int = 0, outside: Int = 0) {
        var counts: [RejectionReason: (count: Int, first: Int)] = [:]
        for index in rejections.indices {
            counts[rejections.reason(at: index), default: (0, index)].count += 1
        }
        self.accepted = accepted
        self.other = other
        self.outside = outside
        rejected = rejections.count
        groups = counts.map { Group(reason: $0, count: $1.count, first: rejections[$1.first]) }
            .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    }
}
