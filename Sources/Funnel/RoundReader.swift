internal import Calendars
internal import Records

/// Reads how far a table's rounds had come before an instant.
///
/// * A stage is reached when its date is set, or its status says so. Dates at or after the instant do not exist yet; a
///   round that has no others has not begun.
/// * A stage passed without a date of its own was reached at the earliest later date (`skipped: backfill`); one that only
///   a status names, at the latest known earlier time. Neither gives a waiting time.
/// * A date before the latest of the earlier stages counts as that one, gives no waiting time, and is listed. A midnight
///   is not before a clock time of its own day, because it may be a date alone.
/// * An ending stands unless a later stage was reached after it. It ends a round at the last stage only if it came after
///   that. One without a time, or dated before the round began, stands too, but never against the last stage.
struct RoundReader {
    private let table: RecordTable
    private let timeline: Timeline
    private let asOf: Int64
    private let skipped: SkippedStages
    private let reached: [[RecordTable.Reaching]]

    /// - Precondition: The table has stages of these ids.
    init(
        stages: some Sequence<Stage>,
        in table: RecordTable,
        on timeline: Timeline,
        before asOf: Int64,
        skipped: SkippedStages
    ) {
        self.table = table
        self.timeline = timeline
        self.asOf = asOf
        self.skipped = skipped
        reached = stages.map { stage in
            guard let index = table.stages.firstIndex(of: stage.id) else {
                preconditionFailure("the table has no stage \(stage.id)")
            }
            return table.reached[index]
        }
    }

    /// The round of that index; its level is 0 where it had not begun.
    func round(_ index: Int) -> Round {
        let stages = reached.map { Sighting($0[index], on: timeline, before: asOf) }
        let isYetToCome = stages.contains(.later) && !stages.contains { $0.position != nil }
        let level = isYetToCome ? 0 : level(of: stages)
        guard level > 0 else { return Round() }
        let passed = stages[..<level]
        var round = round(through: Array(passed))
        if let ending = table.endings[index] {
            settle(&round, by: ending, firstDated: passed.firstIndex { $0.position != nil })
        } else {
            round.standing = round.level == reached.count ? .won : .open
        }
        return round
    }

    private func level(of stages: [Sighting]) -> Int {
        switch skipped {
        case .backfill: (stages.lastIndex { $0.isReached } ?? -1) + 1
        case .stop: stages.firstIndex { !$0.isReached } ?? stages.count
        }
    }

    /// Follows the dates from stage to stage.
    private func round(through stages: [Sighting]) -> Round {
        var round = Round(level: stages.count, backfilled: bits(of: stages) { !$0.isReached })
        guard stages.contains(where: { $0.position != nil }) else { return round }
        round.untimed = bits(of: stages) { $0.position == nil }
        var latest: (stage: Int, position: Int64)?
        for (index, stage) in stages.enumerated() {
            if let position = stage.position {
                if let latest, isEarlier(position, than: latest.position) {
                    round.backwards.append(.stage(index, before: latest.stage))
                    round.untimed |= 1 << UInt32(index)
                }
                if position >= latest?.position ?? position { latest = (index, position) }
            }
            let earlier = round.reachedAt.last
            let later = stages[index...].compactMap(\.position).min()
            let known = stage.position ?? (stage == .undated ? earlier ?? later : later ?? earlier)
            if let known { round.reachedAt.append(max(known, earlier ?? known)) }
        }
        return round
    }

    private func bits(of stages: [Sighting], where isSet: (Sighting) -> Bool) -> UInt32 {
        stages.indices.reduce(0) { $0 | (isSet(stages[$1]) ? 1 << UInt32($1) : 0) }
    }

    /// Lets the ending say how the round stands.
    /// - Parameter firstDated: The first stage with a date; `nil` where none is known.
    private func settle(_ round: inout Round, by ending: RecordTable.Ending, firstDated: Int?) {
        let isLast = round.level == reached.count
        round.standing = isLast ? .won : .ended(ending.outcome)
        guard let time = ending.time else { return }
        let position = timeline.position(of: Instant(microseconds: time))
        if position >= asOf {
            if !isLast { round.standing = .open }
        } else if let firstDated, let entry = round.reachedAt.first, isEarlier(position, than: entry) {
            round.backwards.append(.ending(before: firstDated))
            return
        } else if let last = round.reachedAt.last, isLast {
            if isEarlier(last, than: position) { round.standing = .ended(ending.outcome) }
        } else if let last = round.reachedAt.last, isEarlier(position, than: last) {
            round.standing = .open
            round.isReopened = true
        }
        if case .ended = round.standing, position < asOf { round.endedAt = position }
    }

    /// Whether one date lies before another, a date alone standing for its whole day.
    private func isEarlier(_ position: Int64, than other: Int64) -> Bool {
        position < other && position != timeline.start(of: timeline.date(at: other))
    }
}

/// What one can know of a round and a stage before an instant.
private enum Sighting: Equatable {
    case none
    /// Only that it will be reached at or after the instant.
    case later
    case undated
    case at(Int64)

    init(_ reaching: RecordTable.Reaching, on timeline: Timeline, before asOf: Int64) {
        switch reaching {
        case .no: self = .none
        case .undated: self = .undated
        case .at(let time):
            let position = timeline.position(of: Instant(microseconds: time))
            self = position < asOf ? .at(position) : .later
        }
    }

    var isReached: Bool { self == .undated || position != nil }

    var position: Int64? {
        guard case .at(let position) = self else { return nil }
        return position
    }
}
