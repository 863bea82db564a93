/// What became of the rows that were read; with the rejected ones, every row is accounted for.
public struct RowUse: Hashable, Sendable {
    /// Rows that match a stage of the funnel.
    public var used = 0
    /// Rows that match none.
    public var other = 0
    /// Rows at or after the instant up to which the data are complete.
    public var afterAsOf = 0

    /// No rows.
    public init() {}
}
