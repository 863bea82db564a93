internal import Calendars

/// Counts what came into each stage and what left it, week by week.
struct FlowCounter {
    private let timeline: Timeline
    private let asOf: Int64
    private let stageCount: Int
    private let outcomeCount: Int
    /// From the first week with a round to the one that `asOf` ends or cuts.
    let weeks: [Week]
    /// Where each week begins, and where the last one or the data end.
    private let boundaries: [Int64]

    init(of rounds: [RoundHistory], stageCount: Int, outcomeCount: Int, on timeline: Timeline, before asOf: Int64) {
        self.timeline = timeline
        self.asOf = asOf
        self.stageCount = stageCount
        self.outcomeCount = outcomeCount
        let first = rounds.compactMap(\.reachedAt.first).min().map { timeline.week(at: $0) }
        weeks = timeline.weeks(from: first, before: asOf)
        boundaries = weeks.map { timeline.start(of: $0) } + weeks.suffix(1).map { min(timeline.end(of: $0), asOf) }
    }

    /// The flows of each week, one a stage. Rounds without any date are in no week. O(rounds × stages × log weeks).
    func flows(of rounds: [RoundHistory]) -> [[StageFlow]] {
        let none = Array(repeating: StageFlow(outcomeCount: outcomeCount), count: stageCount)
        var flows = Array(repeating: none, count: weeks.count)
        /// For each stage, how many more rounds stand in it at a boundary than at the one before.
        var changes = Array(repeating: Array(repeating: 0, count: boundaries.count + 1), count: stageCount)
        for round in rounds {
            for stage in round.reachedAt.indices {
                flows[week(at: round.reachedAt[stage])][stage].entered += 1
                let departure = departure(of: round, from: stage)
                switch departure {
                case .advance(let time): flows[week(at: time)][stage].advanced += 1
                case .ending(let outcome, let time): flows[week(at: time)][stage].endings[outcome] += 1
                case .none: break
                }
                changes[stage][boundary(behind: round.reachedAt[stage])] += 1
                changes[stage][departure.time.map(boundary) ?? boundaries.count] -= 1
            }
        }
        for stage in 0..<stageCount { count(changes[stage], of: stage, into: &flows) }
        precondition(flows.allSatisfy { $0.allSatisfy(\.isConserved) }, "a stage gained or lost rounds from nowhere")
        return flows
    }

    private func count(_ changes: [Int], of stage: Int, into flows: inout [[StageFlow]]) {
        var standing = changes.first ?? 0
        for week in weeks.indices {
            flows[week][stage].openAtStart = standing
            standing += changes[week + 1]
            flows[week][stage].openAtEnd = standing
        }
    }

    /// How a round left a stage that it reached.
    private enum Departure {
        case none
        case advance(Int64)
        case ending(Int, Int64)

        var time: Int64? {
            switch self {
            case .none: nil
            case .advance(let time), .ending(_, let time): time
            }
        }
    }

    private func departure(of round: RoundHistory, from stage: Int) -> Departure {
        if stage < round.deepest { return .advance(round.reachedAt[stage + 1]) }
        if round.isWon { return .advance(round.reachedAt[stage]) }
        guard let outcome = round.outcome, let time = round.leftAt else { return .none }
        return .ending(outcome, time)
    }

    private func week(at time: Int64) -> Int { timeline.week(at: time).number - (weeks.first?.number ?? 0) }

    /// The first boundary later than `time`: the first at which somebody who came or left then is there, or gone.
    private func boundary(behind time: Int64) -> Int {
        var (low, high) = (0, boundaries.count)
        while low < high {
            let middle = (low + high) / 2
            if boundaries[middle] > time { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
