/// How the rows of a chain follow one another in time. Rows at equal times may be taken in any order; "between" means
/// strictly between in time.
public enum StageOrder: String, CaseIterable, Sendable {
    /// No row is earlier than that of the stage before; other rows may lie between.
    case ordered
    /// As `ordered`, and no row that matches any stage of the funnel lies between two rows that follow one another.
    case strict
    /// A stage-1 row starts the chain; the other stages follow it in any order. Numbers are of "k of n stages".
    case any
}
