/// What becomes of a record that has a later stage without an earlier one.
public enum SkippedStages: String, CaseIterable, Sendable {
    /// It has passed the earlier one, at its earliest later date; how many did is shown.
    case backfill
    /// It came no further than the stage before the gap.
    case stop
}
