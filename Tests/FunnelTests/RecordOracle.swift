import Funnel
import Records

/// What records say of a funnel, written from the rules alone, a round and a stage at a time.
struct RecordOracle {
    var asOf: Int64
    var skipped: SkippedStages

    /// The stages with what can be known of them before the end of the data; none for a round that is yet to come.
    private func known(_ row: RecordRow) -> [RecordTable.Reaching] {
        let known = row.stages.map { reaching -> RecordTable.Reaching in
            if case .at(let time) = reaching, time >= asOf { .no } else { reaching }
        }
        let hadDates = row.stages.contains { time($0) != nil }
        return hadDates && !known.contains { time($0) != nil } ? [] : known
    }

    private func time(_ reaching: RecordTable.Reaching) -> Int64? {
        if case .at(let time) = reaching { time } else { nil }
    }

    /// How many stages the round reached.
    func level(of row: RecordRow) -> Int {
        let known = known(row)
        return (0...known.count).last { level in
            guard level > 0 else { return true }
            return skipped == .stop ? known[..<level].allSatisfy { $0 != .no } : known[level - 1] != .no
        } ?? 0
    }

    /// When the round reached a stage below its level; `nil` where it has no dates at all.
    func reachedAt(_ stage: Int, of row: RecordRow) -> Int64? {
        let passed = Array(known(row)[..<level(of: row)])
        let earlier = stage > 0 ? reachedAt(stage - 1, of: row) : nil
        let later = passed[stage...].compactMap(time).min()
        let own =
            switch passed[stage] {
            case .at(let time): time
            case .undated: earlier ?? later
            case .no: later ?? earlier
            }
        return own.map { max($0, earlier ?? $0) }
    }

    enum Standing: Equatable {
        case open, won
        case ended(Int)
    }

    /// How the round stands; for dates without two on one day at different clock times.
    func standing(of row: RecordRow) -> Standing {
        let level = level(of: row)
        let isLast = level == row.stages.count
        let otherwise = isLast ? Standing.won : .open
        guard let ending = row.ending else { return otherwise }
        let ended = Standing.ended(ending.outcome)
        guard let time = ending.time else { return isLast ? .won : ended }
        if time >= asOf { return otherwise }
        guard let entry = reachedAt(0, of: row), let last = reachedAt(level - 1, of: row), time >= entry else {
            return isLast ? .won : ended
        }
        if isLast { return time > last ? ended : .won }
        return time >= last ? ended : .open
    }
}
