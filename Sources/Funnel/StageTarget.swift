/// What a stage should reach.
public struct StageTarget: Hashable, Sendable {
    /// The rate from the previous stage, a fraction; `nil` for none.
    public var rate: Double?
    /// Entities a week; `nil` for none.
    public var count: Int?

    /// A target of a rate, of a count, of both or of none.
    public init(rate: Double? = nil, count: Int? = nil) {
        self.rate = rate
        self.count = count
    }
}
