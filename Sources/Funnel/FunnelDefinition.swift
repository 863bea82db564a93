internal import Calendars

// Funnel: what a funnel is, who reached which stage and when, and what the numbers mean. Rows in, metrics out; it
// reads no file, knows no clock, formats nothing.

/// One step of a funnel, as rows can show it.
public struct Stage: Hashable, Sendable {
    /// The stage's name in files, addresses and JSON.
    public var id: String
    /// The events that show an entity in this stage; of no account in records and counts, which name their stages.
    public var condition: Condition
    /// Whether a chain may leave it out.
    public var isOptional: Bool
    /// What it should reach; of no account in counting, and under `order: any`.
    public var target: StageTarget

    /// A stage that rows matching `condition` belong to.
    public init(id: String, condition: Condition, isOptional: Bool = false, target: StageTarget = StageTarget()) {
        self.id = id
        self.condition = condition
        self.isOptional = isOptional
        self.target = target
    }
}

/// The week or weeks in which an entity is counted, and the chains that count there.
public enum CohortRule: String, CaseIterable, Sendable {
    /// Once, in the week of its first stage-1 row, with the chains that start in that week: new entrants.
    case first
    /// In every week in which it has a stage-1 row, with the chains that start in that week.
    case every
    /// Once, in the week of its first stage-1 row, with all its chains, whenever they start.
    case person
}

/// The row that gives an entity its dimension values.
public enum Touch: String, CaseIterable, Sendable {
    /// The first stage-1 row, under `cohort: every` the first of that week.
    case entry
    /// The entity's first row of all.
    case first
    /// The entity's last row not later than its deepest stage's reached-at.
    case last
}

/// A part of a row's local date.
public enum DatePart: String, CaseIterable, Sendable {
    /// `2026`
    case year
    /// `2026-Q4`
    case quarter
    /// `2026-11`
    case month
    /// `2026-W47`
    case week
    /// `1` (Monday) to `7` (Sunday), as ISO 8601 numbers them
    case weekday
}

/// A property by which a funnel is broken down.
public struct Dimension: Hashable, Sendable {
    /// Where its values come from.
    public enum Origin: Hashable, Sendable {
        /// A column's value.
        case column(String)
        /// A part of the row's local date.
        case date(DatePart)
        /// Whether a condition holds, for segments: the value is `memberValue`, else it is missing.
        case condition(Condition)
    }

    /// The dimension's name in JSON and on pages.
    public var id: String
    /// Where its values come from.
    public var origin: Origin
    /// The row that gives the value.
    public var touch: Touch

    /// A breakdown by `origin`.
    public init(id: String, origin: Origin, touch: Touch) {
        self.id = id
        self.origin = origin
        self.touch = touch
    }

    /// How a missing value is called.
    public static let missingValue = "(none)"
    /// What values are called together that too few have to be told apart.
    public static let otherValue = "(other)"
    /// The value where a condition holds.
    public static let memberValue = "in"
}

/// A funnel: its stages in order, and the rules for counting.
public struct FunnelDefinition: Hashable, Sendable {
    /// The funnel's name in files, addresses and JSON.
    public var id: String
    /// At least two, at most `maximumStages`, in order.
    public var stages: [Stage]
    /// How stages follow one another.
    public var order: StageOrder
    /// Rows that do away with every chain they lie in: after its first row and before its last; `nil` for none. A row
    /// that matches a stage, too, counts as both.
    public var exclusion: Condition?
    /// The longest time from a chain's first row to its last, inclusive; `nil` for no limit.
    public var windowSeconds: Int64?
    /// Without a window: the age at which a stage counts as matured.
    public var maturesAfterSeconds: Int64?
    /// The weeks in which an entity is counted.
    public var cohort: CohortRule
    /// The breakdowns.
    public var dimensions: [Dimension]

    /// A row's matches are kept in the bits of one word.
    public static let maximumStages = 32

    /// A funnel of `stages`.
    /// - Precondition: The first and the last stage are not optional; under `order: any` none is.
    public init(
        id: String,
        stages: [Stage],
        order: StageOrder = .ordered,
        exclusion: Condition? = nil,
        windowSeconds: Int64? = nil,
        maturesAfterSeconds: Int64? = nil,
        cohort: CohortRule = .first,
        dimensions: [Dimension] = []
    ) {
        precondition(stages.count <= Self.maximumStages, "more stages than bits in a word")
        precondition(stages.first?.isOptional != true && stages.last?.isOptional != true, "both ends are mandatory")
        precondition(order != .any || !stages.contains(where: \.isOptional), "optional stages need an order")
        self.id = id
        self.stages = stages
        self.order = order
        self.exclusion = exclusion
        self.windowSeconds = windowSeconds
        self.maturesAfterSeconds = maturesAfterSeconds
        self.cohort = cohort
        self.dimensions = dimensions
    }

    /// The columns that counting looks at, each once, sorted.
    public var columns: [String] {
        let ofDimensions = dimensions.flatMap { dimension -> [String] in
            switch dimension.origin {
            case .column(let name): [name]
            case .condition(let condition): condition.columns
            case .date: []
            }
        }
        return Set(usedRows.columns + ofDimensions).sorted()
    }

    /// Holds for the events that the funnel uses: those of its stages, and those that it excludes.
    public var usedRows: Condition { .any(stages.map(\.condition) + [exclusion].compactMap(\.self)) }

    /// What is counted, one a stage: the stages, or under `order: any` numbers of stages, named `2 of 4`.
    public var countedStages: [Stage] {
        guard order == .any else { return stages }
        return stages.enumerated().map { index, stage in
            Stage(id: "\(index + 1) of \(stages.count)", condition: stage.condition)
        }
    }

    /// The stage from which the rate of `stage` is taken: the last one before it that is not optional; `nil` for the
    /// first stage.
    public func base(of stage: Int) -> Int? { stages[..<stage].lastIndex { !$0.isOptional } }

    /// Whether the number of `week`'s entrants that reached `stage` is final.
    func isMatured(_ stage: Int, in week: Week, on timeline: Timeline, before asOf: Int64) -> Bool {
        let end = timeline.end(of: week)
        guard stage > 0 else { return end <= asOf }
        return maturingMicroseconds.map { end + $0 <= asOf } ?? false
    }

    /// The age after a week's end at which its conversions are complete; `nil` where nothing says when.
    public var maturingMicroseconds: Int64? { (windowSeconds ?? maturesAfterSeconds).map { $0 * 1_000_000 } }
}
