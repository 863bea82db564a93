internal import Calendars
internal import Records

/// A round on the axis of time: what of it pipelines are made of.
struct RoundHistory {
    /// The round's index in the table.
    let index: Int
    let entity: Int32
    let standing: Round.Standing
    /// How many stages it had reached, at least one.
    let level: Int
    /// Where it reached each of them, never descending; empty where no date is known at all.
    let reachedAt: [Int64]
    /// Stages whose place is only a bound of their time; one bit a stage.
    let untimed: UInt32
    /// Where its ending is known to have happened.
    let endedAt: Int64?
    /// `nil` where it is missing.
    let amount: Double?
    /// When it is expected to close, microseconds since 1970 UTC; `nil` where nobody says.
    let expected: Int64?

    init(_ round: Round, index: Int, in table: RecordTable) {
        self.index = index
        entity = table.entities[index]
        standing = round.standing
        level = round.level
        reachedAt = round.reachedAt
        untimed = round.untimed
        endedAt = round.endedAt
        amount = table.amounts.isEmpty ? nil : table.amounts[index]
        expected = table.expected.isEmpty ? nil : table.expected[index]
    }

    /// The stage it is in, or left by ending or winning.
    var deepest: Int { level - 1 }

    var isWon: Bool { standing == .won }
    var isOpen: Bool { standing == .open }

    /// The outcome it ended with.
    var outcome: Int? {
        guard case .ended(let outcome) = standing else { return nil }
        return outcome
    }

    /// Where it left the pipeline other than by winning, never before its last stage; of an ending without a time, at its
    /// last stage. `nil` where it did not, or no date is known.
    var leftAt: Int64? {
        guard outcome != nil, let last = reachedAt.last else { return nil }
        return max(last, endedAt ?? last)
    }

    /// Where it reached `stage`, if that time is its own.
    func time(at stage: Int) -> Int64? {
        guard reachedAt.indices.contains(stage), untimed & (1 << UInt32(stage)) == 0 else { return nil }
        return reachedAt[stage]
    }

    /// Where it was won or ended, if that time is its own.
    var closedAt: Int64? {
        switch standing {
        case .open: nil
        case .won: time(at: deepest)
        case .ended: endedAt
        }
    }

    /// Where it first left `stage`, by advancing or ending, if that time is its own and not before it came.
    func leaving(_ stage: Int) -> Int64? {
        guard let end = level > stage + 1 ? time(at: stage + 1) : endedAt, let start = time(at: stage) else {
            return nil
        }
        return end >= start ? end : nil
    }

    /// Whether it has left `stage`, by advancing or ending.
    func hasLeft(_ stage: Int) -> Bool { level > stage + 1 || level == stage + 1 && outcome != nil }
}
