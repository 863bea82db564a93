/// What events are scanned for, so that everything else can be forgotten at once.
public struct ScanInterest: Sendable {
    /// What somebody makes of a row.
    public struct Use: Sendable {
        /// One bit for each funnel that uses the row, in an order of the asker's.
        public var users: UInt64
        /// Whether the row itself is kept; of others, it is only counted on which day they were.
        public var isKept: Bool

        /// The row's use.
        public init(users: UInt64, isKept: Bool) {
            self.users = users
            self.isKept = isKept
        }
    }

    /// For a column by its name, what alone matters of a word of it: words for which it is the same are not told apart.
    /// Columns that are not named here keep all their words. The event column is called `event`.
    public var aspects: [String: @Sendable (String) -> [Bool]]
    /// The use of a row by its words: asked for once for each combination of words that are told apart.
    public var use: @Sendable (_ word: (String) -> String?) -> Use

    /// Scans for rows by `use`.
    public init(
        aspects: [String: @Sendable (String) -> [Bool]] = [:],
        use: @escaping @Sendable (_ word: (String) -> String?) -> Use
    ) {
        self.aspects = aspects
        self.use = use
    }
}
