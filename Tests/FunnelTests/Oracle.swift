import Calendars
import Funnel

/// A row as the definition sees it.
struct OracleRow {
    var entity: Int
    var time: Int64
    /// One bit a stage.
    var stages: UInt32
    var value: String?
    var isExcluded = false
}

/// Reaching a stage, written from the definition alone: it looks at every chain there is.
struct Oracle {
    var stageCount: Int
    var window: Int64?
    var order = StageOrder.ordered
    var optional: Set<Int> = []
    var cohort: CohortRule
    var timeline: Timeline

    struct Passage: Equatable {
        var entity: Int
        var week: Week
        var reachedAt: [Int64?]
    }

    /// A chain in the making: numbers of rows, and the stage that each stands for.
    private typealias Chain = [(row: Int, stage: Int)]

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

    /// For each stage the smallest time of a chain's last row, over all chains that start at one of `starts`; under
    /// `order: any`, for each number of stages.
    private func earliestEnds(_ rows: [OracleRow], starts: Set<Int64>) -> [Int64?] {
        var ends = [Int64?](repeating: nil, count: stageCount)
        func follow(_ chain: Chain) {
            if counts(chain, rows), let last = chain.last, let end = chain.map({ rows[$0.row].time }).max() {
                let index = order == .any ? chain.count - 1 : last.stage
                ends[index] = min(ends[index] ?? .max, end)
            }
            for stage in stages(after: chain) {
                for row in rows.indices where rows[row].stages & (1 << UInt32(stage)) != 0 {
                    if !chain.contains(where: { $0.row == row }) { follow(chain + [(row, stage)]) }
                }
            }
        }
        for row in rows.indices where rows[row].stages & 1 == 1 && starts.contains(rows[row].time) {
            follow([(row, 0)])
        }
        return ends
    }

    /// The stages that may be taken next: up to the next one that is not optional; under `order: any`, whichever, each
    /// set of stages being looked at once, in the order of their numbers.
    private func stages(after chain: Chain) -> [Int] {
        guard let last = chain.last?.stage else { return [] }
        return (last + 1..<stageCount).filter { stage in
            order == .any || (last + 1..<stage).allSatisfy(optional.contains)
        }
    }

    /// Whether nothing is wrong with the chain: its order, its length in time, the rows between its rows.
    private func counts(_ chain: Chain, _ rows: [OracleRow]) -> Bool {
        let times = chain.map { rows[$0.row].time }
        guard let first = times.first, let last = times.max() else { return false }
        let isInOrder =
            order == .any ? times.allSatisfy { $0 >= first } : zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
        let isInTime = window.map { last - first <= $0 } ?? true
        let isClean = !rows.contains { $0.isExcluded && first < $0.time && $0.time < last }
        return isInOrder && isInTime && isClean && (order != .strict || hasNoStageBetween(times, rows))
    }

    private func hasNoStageBetween(_ times: [Int64], _ rows: [OracleRow]) -> Bool {
        zip(times, times.dropFirst()).allSatisfy { one, next in
            !rows.contains { $0.stages != 0 && one < $0.time && $0.time < next }
        }
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
