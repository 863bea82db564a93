public import Calendars

/// A recommended action as ranking sees it.
public struct Play: Hashable, Sendable {
    /// Its file's name without language and ending.
    public var slug: String
    /// The id of the stage in whose folder it lies.
    public var stage: String
    /// When it is called for; `nil`: at any time.
    public var condition: PlayCondition?
    /// 1 (little) to 3 (much).
    public var effort: Int
    /// Smaller stands first among those of equal gain for their effort.
    public var weight: Int
    /// The first week that it ran in; `nil`: it does not run yet.
    public var started: Week?
    /// The day on which it is to be looked at again.
    public var review: LocalDate?

    /// A play of `stage`.
    public init(
        slug: String,
        stage: String,
        condition: PlayCondition? = nil,
        effort: Int = 2,
        weight: Int = 100,
        started: Week? = nil,
        review: LocalDate? = nil
    ) {
        self.slug = slug
        self.stage = stage
        self.condition = condition
        self.effort = effort
        self.weight = weight
        self.started = started
        self.review = review
    }
}

extension Play {
    /// By weight, then by name.
    public static func isBefore(_ one: Play, _ other: Play) -> Bool {
        (one.weight, one.slug) < (other.weight, other.slug)
    }
}
