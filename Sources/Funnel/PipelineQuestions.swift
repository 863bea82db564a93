/// What is asked of a pipeline beside how many came how far.
public struct PipelineQuestions: Hashable, Sendable {
    /// A property that the figures are broken down by.
    public struct Part: Hashable, Sendable {
        /// The property.
        public var dimension: Dimension
        /// Whether its values are people, whose names not every site may show.
        public var isPeople: Bool
        /// Whether it is a dimension of the funnel, so that each value has a page with its weeks.
        public var hasPages: Bool

        /// A breakdown by `dimension`.
        public init(_ dimension: Dimension, isPeople: Bool = false, hasPages: Bool = true) {
            self.dimension = dimension
            self.isPeople = isPeople
            self.hasPages = hasPages
        }
    }

    /// The index of marketing's last stage, from which sales accept or refuse; `nil` where nobody hands over.
    public var handOff: Int?
    /// One a stage: how long a round should wait there at most; `nil` where nothing is agreed.
    public var slaSeconds: [Int64?]
    /// One a stage: the chance of winning that somebody states, a fraction; `nil`: the stage's own history.
    public var probabilities: [Double?]
    /// The amount to be won a week, one for both departments; `nil` for none.
    public var targetAmount: Double?
    /// The column that says why a round ended; `nil` for none.
    public var reasonColumn: String?
    /// The breakdowns.
    public var parts: [Part]
    /// Values that fewer rounds have are taken together; `nil`: none are.
    public var suppressBelow: Int?

    /// Nothing is asked of a pipeline of so many stages.
    public init(stageCount: Int) {
        slaSeconds = Array(repeating: nil, count: stageCount)
        probabilities = Array(repeating: nil, count: stageCount)
        parts = []
    }
}

extension String {
    /// Whether rounds with this outcome count as lost in a win rate: all but those that were never a chance (disqualified)
    /// or are still one (recycled).
    public var countsAsLost: Bool { self != "disqualified" && self != "recycled" }
}
