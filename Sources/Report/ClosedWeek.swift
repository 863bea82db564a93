public import Calendars
public import Diagnostics
public import Funnel

/// What was published for one week: a file of `content/closed/`, which `huni close` writes and builds only read.
public struct ClosedWeek: Sendable {
    /// The week.
    public var week: Week
    /// One a funnel that had the week, in the order of huni.yaml.
    public var funnels: [ClosedFunnel]

    /// Where a week's numbers are kept, from the site's folder.
    public static func path(of week: Week) -> String { "content/closed/\(week).json" }
}

/// One funnel's part of what was published for a week.
public struct ClosedFunnel: Sendable {
    /// The funnel's id.
    public var id: String
    /// The instant up to which the data were complete, exclusive.
    public var asOf: Instant
    /// The rules by which it was counted.
    public var rules: ClosedRules
    /// The rows of its sources, used by the funnel, that lie between the week's beginning and `asOf`.
    public var rows: Int
    /// By view, one a stage in the funnel's order.
    public var stages: [View: [ClosedStage]]
    /// Where it stands in its file; of one that has not been written yet, the file.
    public var position: SourcePosition
}

/// The settings without which numbers of two builds cannot be held against each other.
public struct ClosedRules: Hashable, Sendable {
    /// The weeks in which an entity is counted.
    public var cohort: CohortRule
    /// How stages follow one another.
    public var order: StageOrder
    /// The longest time of a chain; `nil` for no limit.
    public var windowSeconds: Int64?

    init(cohort: CohortRule, order: StageOrder, windowSeconds: Int64?) {
        self.cohort = cohort
        self.order = order
        self.windowSeconds = windowSeconds
    }

    init(of funnel: FunnelDefinition) {
        self.init(cohort: funnel.cohort, order: funnel.order, windowSeconds: funnel.windowSeconds)
    }
}

/// One stage's numbers of a closed week.
public struct ClosedStage: Hashable, Sendable {
    /// The stage's id.
    public var id: String
    /// `nil` where nobody knew.
    public var count: Int?
    /// Whether the number was final.
    public var isMatured: Bool
    /// Of those who reached the stage before; `nil` for the first stage.
    public var fromPrevious: ConversionRate?
    /// Of those who entered; `nil` for the first stage.
    public var fromFirst: ConversionRate?

    init(
        id: String,
        count: Int?,
        isMatured: Bool,
        fromPrevious: ConversionRate?,
        fromFirst: ConversionRate?
    ) {
        self.id = id
        self.count = count
        self.isMatured = isMatured
        self.fromPrevious = fromPrevious
        self.fromFirst = fromFirst
    }

    init(_ metrics: StageMetrics, of stage: Stage) {
        self.init(
            id: stage.id,
            count: metrics.count,
            isMatured: metrics.isMatured,
            fromPrevious: metrics.fromPrevious,
            fromFirst: metrics.fromFirst
        )
    }

    /// Whether both say the same; a number that has matured since has not changed by it.
    func hasSameNumbers(as other: ClosedStage) -> Bool {
        count == other.count && fromPrevious == other.fromPrevious && fromFirst == other.fromFirst
    }
}
