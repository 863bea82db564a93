/// What an expression may ask of a stage.
public enum Quantity: Hashable, Sendable {
    /// A number or word of the stage itself.
    case stage(StageNumber)
    /// A measure's value, by the id it has in huni.yaml.
    case measure(String)
}

/// The numbers of a stage by the words that expressions use for them.
public enum StageNumber: String, CaseIterable, Sendable {
    /// How many reached the stage.
    case count
    /// The share of those who reached the stage before.
    case rate
    /// The share of those who entered.
    case rateFromFirst = "rate_from_first"
    /// Those who reached the stage before, but not this one.
    case lost
    /// The rate that the stage should reach.
    case target
    /// The count a week that the stage should reach.
    case targetCount = "target_count"
    /// The change of the rate since the week before, in points; at a funnel's first stage that of the count, a share.
    case change
    /// `up`, `down` or `none`.
    case signal
    /// What the step at its reference rate would bring: further final entities a week.
    case gain
    /// Days until half of those who come have come.
    case medianDays = "median_days"
    /// Days until four of five of those who come have come.
    case p80Days = "p80_days"
    /// A value's part of those who reached the stage.
    case share

    /// Whether it may be asked of one value of a dimension.
    var takesSelection: Bool {
        switch self {
        case .count, .rate, .rateFromFirst, .lost, .change, .share: true
        case .target, .targetCount, .signal, .gain, .medianDays, .p80Days: false
        }
    }

    /// - Parameter isFirst: Whether the stage is the first of every funnel that it is in.
    func kind(isFirst: Bool) -> ValueKind {
        switch self {
        case .count, .lost, .targetCount, .gain: .count
        case .rate, .rateFromFirst, .target, .share: .rate
        case .change: isFirst ? .rate : .points
        case .signal: .text
        case .medianDays, .p80Days: .days
        }
    }
}

/// One value that an expression asks for.
public struct StageValue: Hashable, Sendable {
    /// One value of a dimension.
    public struct Selection: Hashable, Sendable {
        /// The dimension's id.
        public var dimension: String
        /// The value.
        public var value: String

        /// The part of the entities that have `value` in `dimension`.
        public init(dimension: String, value: String) {
            self.dimension = dimension
            self.value = value
        }
    }

    /// What is asked for.
    public var quantity: Quantity
    /// Of which part of the entities; `nil`: of all.
    public var selection: Selection?
    /// Whether it is that of the week before.
    public var isPrevious: Bool

    /// A value of a stage, or of a part of those who reached it.
    public init(_ quantity: Quantity, of selection: Selection? = nil, isPrevious: Bool = false) {
        self.quantity = quantity
        self.selection = selection
        self.isPrevious = isPrevious
    }
}

/// What a value is, so that only what can be compared is compared.
public enum ValueKind: Hashable, Sendable {
    /// A number of entities.
    case count
    /// A share, 1 being all.
    case rate
    /// A difference of shares.
    case points
    /// A length of time.
    case days
    /// A measure in its own unit.
    case amount
    /// A factor without unit.
    case number
    /// A word.
    case text
    /// Holds or does not.
    case truth

    /// As messages name it.
    var words: String {
        switch self {
        case .count: "a count"
        case .rate: "a rate"
        case .points: "a difference in points"
        case .days: "a number of days"
        case .amount: "a measure's value"
        case .number: "a plain number"
        case .text: "a text"
        case .truth: "a condition"
        }
    }
}
