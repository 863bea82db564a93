public import Calendars
public import Diagnostics

/// What a note says about itself above its body.
public struct FrontMatter: Sendable {
    /// The note's title.
    public var title: String?
    /// The play's condition over the stage's numbers, not yet understood.
    public var when: PlacedText?
    /// The stage's number or measure that the play should move.
    public var kpi: String?
    /// 1 (little) to 3 (much).
    public var effort = 2
    /// Who answers for it.
    public var owner: String?
    /// The channels that the play is meant for; empty: all.
    public var channels: [String] = []
    /// The id of the segment that the play is meant for.
    public var audience: String?
    /// Since when the play runs.
    public var started: WeekOrDate?
    /// When the play is to be looked at again.
    public var review: WeekOrDate?
    /// The id of the test that stands behind the play.
    public var test: String?
    /// Smaller stands first.
    public var weight = 100
    /// Whether it is not to be published yet.
    public var isDraft = false
    /// Old addresses that should lead here.
    public var aliases: [PlacedText] = []
    /// Where the value of each key that is written stands.
    public var places: [String: SourcePosition] = [:]

    /// Says nothing; everything has the value that holds where it is left out.
    public init() {}
}

/// A week (`2026-W47`) or a day (`2026-11-15`).
public enum WeekOrDate: Hashable, Sendable {
    /// A week from Monday to Sunday.
    case week(Week)
    /// A day.
    case date(LocalDate)

    /// Reads `2026-W47` or `2026-11-15` and nothing else.
    public init?(_ text: String) {
        if let week = Week(text) {
            self = .week(week)
        } else if let date = LocalDate(text) {
            self = .date(date)
        } else {
            return nil
        }
    }
}
