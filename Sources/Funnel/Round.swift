/// A round of a record as it stood before an instant: how far it had come, when, and how it stood.
struct Round {
    /// How a round stands.
    enum Standing: Equatable {
        case open
        /// It reached the last stage.
        case won
        /// By the outcome of that index in the table.
        case ended(Int)
    }

    /// A date that lies before the one of an earlier stage.
    enum Backwards: Equatable {
        case stage(Int, before: Int)
        /// The ending's, before the first known date of a stage.
        case ending(before: Int)
    }

    /// How many stages it had reached, from the first on.
    var level = 0
    /// Where it reached each of these stages, never descending; empty where no date is known at all.
    var reachedAt: [Int64] = []
    /// Stages passed without a date or a status of their own; one bit a stage.
    var backfilled: UInt32 = 0
    /// Stages whose place in `reachedAt` is only a bound of their time; one bit a stage.
    var untimed: UInt32 = 0
    var backwards: [Backwards] = []
    var standing = Standing.open
    /// Where its standing ending happened; `nil` where nothing says when, and for rounds that are open or won.
    var endedAt: Int64?
    /// Whether it reached a stage after its ending, which thereby no longer stands.
    var isReopened = false
}
