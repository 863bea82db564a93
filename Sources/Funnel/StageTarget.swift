/// What a stage should reach.
public struct StageTarget: Hashable, Sendable {
    /// The rate from the previous stage, a fraction; `nil` for none.
    public var rate: Double?
    /// Entities a week; `nil` for none.
    public var count: Int?
    /// What is to be won a week by coming to it, in the site's currency; `nil` for none.
    public var amount: Double?

    /// A target of any of these, or of none.
    public init(rate: Double? = nil, count: Int? = nil, amount: Double? = nil) {
        self.rate = rate
        self.count = count
        self.amount = amount
    }
}
