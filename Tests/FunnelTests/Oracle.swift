import Calendars
import Funnel

/// A row as the definition sees it.
struct OracleRow {
    var entity: Int
    var time: Int64
    /// One bit a stage.
    var stages: UInt32
    var value: String?
}

/// Reaching a stage, written from the definition alone: it looks at every chain there is.
struct Oracle {
    var stageCount: Int
    var window: Int64?
    var cohort: CohortRule
    var timeline: Timeline

    struct Passage: Equatable {
        var entity: Int
        var week: Week
        var reachedAt: [Int64?]
    }

    func passages(of rows: [OracleRow]) -> [Passage] {
        Set(rows.map(\.entity)).sorted().flatMap { entity in
            passages(ofEntity: entity, rows: rows.filter { $0.entity == entity })
        }
    }

    private func passages(ofEntity entity: Int, rows: [OracleRow]) -> [Passage] {
        let entries = rows.filter { $0.stages & 1 == 1 }.map(\.time).sorted()
        guard let first = entries.first else { return [] }
        let weeks = cohort == .every ? Set(entries.map(timeline.week(at:))).sorted() : [timeline.week(at: first)]
        return weeks.map { week in
            let starts = entries.filter { cohort == .person || timeline.week(at: $0) == week }
            return Passage(entity: entity, week: week, reachedAt: earliestEnds(rows, starts: Set(starts)))
        }
    }

    /// For each stage the smallest time of a chain's last row, over all chains that start at one of `starts`.
    private func earliestEnds(_ rows: [OracleRow], starts: Set<Int64>) -> [Int64?] {
        var ends = [Int64?](repeating: nil, count: stageCount)
        func follow(_ chain: [Int]) {
            let stage = chain.count
            if let last = chain.last, let first = chain.first {
                ends[stage - 1] = min(ends[stage - 1] ?? .max, rows[last].time)
                if stage == stageCount { return }
                for next in rows.indices where !chain.contains(next) {
                    let isLater = rows[next].time >= rows[last].time
                    let isInTime = window.map { rows[next].time - rows[first].time <= $0 } ?? true
                    if isLater, isInTime, rows[next].stages & (1 << UInt32(stage)) != 0 { follow(chain + [next]) }
                }
            } else {
                for next in rows.indices where rows[next].stages & 1 == 1 && starts.contains(rows[next].time) {
                    follow([next])
                }
            }
        }
        follow([])
        return ends
    }

    /// The value of a passage under `touch`, at `level` stages reached.
    func value(of passage: Passage, level: Int, touch: Touch, rows: [OracleRow]) -> String {
        let own = rows.filter { $0.entity == passage.entity }
        let times: [Int64]
        var candidates = own
        switch touch {
        case .first: times = own.map(\.time).min().map { [$0] } ?? []
        case .entry:
            candidates = own.filter { $0.stages & 1 == 1 }
            times = passage.reachedAt[0].map { [$0] } ?? []
        case .last:
            let end = passage.reachedAt[level - 1] ?? .min
            times = own.map(\.time).filter { $0 <= end }.max().map { [$0] } ?? []
        }
        let tied = candidates.filter { times.contains($0.time) }
        let present = tied.compactMap(\.value).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        return present.first ?? "(none)"
    }
}
