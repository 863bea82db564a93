/// Follows all chains of one entity at once, row by row in the order of time.
///
/// A chain to stage L is L different rows, the i-th matching stage i, none earlier than the one before, the last at
/// most the window after the first. Keeping for each stage the latest start of a chain that reached it is exact:
/// whatever an earlier start can still reach in time, the latest can too. Rows at equal times may be taken in any
/// order, so they are added together.
struct ChainSearch {
    /// The earliest end of a chain to each stage; `never` where there is none.
    private(set) var reachedAt: [Int64]
    private var latestStart: [Int64?]
    private let window: Int64?

    /// Stands for "not reached" among positions of a timeline.
    static let never = Int64.max

    /// Looks for chains over `stageCount` stages.
    /// - Parameter window: In microseconds, inclusive; `nil` for no limit.
    init(stageCount: Int, window: Int64?) {
        reachedAt = Array(repeating: Self.never, count: stageCount)
        latestStart = Array(repeating: nil, count: stageCount)
        self.window = window
    }

    /// Adds all rows at one time, given by the stages each matches.
    ///
    /// Times must ascend from call to call. O(rows + stages³) at worst, where many rows match several stages.
    mutating func add(_ rows: some Collection<UInt32>, at time: Int64) {
        if let only = rows.first, rows.count == 1 {
            addRow(only, at: time)
        } else {
            addTies(rows, at: time)
        }
    }

    /// One row can extend a chain by one stage only, so the deepest stage goes first.
    private mutating func addRow(_ stages: UInt32, at time: Int64) {
        for stage in latestStart.indices.reversed() where stages & (1 << UInt32(stage)) != 0 {
            if let start = start(ofChainTo: stage - 1, at: time, in: latestStart) {
                reach(stage, at: time, from: start)
            }
        }
    }

    /// From each stage reached before, chains go on over the next stages as long as each gets a row of its own.
    private mutating func addTies(_ rows: some Collection<UInt32>, at time: Int64) {
        let before = latestStart
        let distinct = RowMatching.relevantRows(rows, stageCount: before.count)
        for stage in -1..<(before.count - 1) {
            guard let start = start(ofChainTo: stage, at: time, in: before) else { continue }
            var matching = RowMatching(rows: distinct)
            for next in (stage + 1)..<before.count {
                guard matching.assignRow(toStage: next) else { break }
                reach(next, at: time, from: start)
            }
        }
    }

    /// The latest start of a chain that reached `stage` and may still go on at `time`; before the first stage, `time`.
    private func start(ofChainTo stage: Int, at time: Int64, in latestStart: [Int64?]) -> Int64? {
        guard stage >= 0 else { return time }
        guard let start = latestStart[stage] else { return nil }
        if let window, time - start > window { return nil }
        return start
    }

    private mutating func reach(_ stage: Int, at time: Int64, from start: Int64) {
        latestStart[stage] = max(latestStart[stage] ?? start, start)
        reachedAt[stage] = min(reachedAt[stage], time)
    }
}
