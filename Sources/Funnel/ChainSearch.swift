/// Follows all chains of one entity at once, moment by moment in the order of time, under `order: ordered` or `strict`.
///
/// A chain to a stage is different rows, each of a later stage than the one before and none earlier in time, that
/// leaves out optional stages only. Its last row is at most the window after its first, and no excluded row lies
/// between the two.
///
/// Keeping for each stage the latest start of a chain that reached it is exact. A start's chains must end by the
/// earlier of start + window and the first excluded row after the start, both inclusive; a later start never has an
/// earlier end, so whatever an earlier start can still reach, the latest can too. Under `strict` a chain goes on at the
/// next moment that has a stage's row or not at all, so the starts kept are those of the moment before.
///
/// The rows that a chain takes from one moment stand one after another in it, so the rows of a moment are added
/// together: from every stage reached earlier, as far as each mandatory stage on the way and the last one get rows of
/// their own. Optional stages on the way are left out: they take rows and move no start.
struct ChainSearch {
    /// The earliest end of a chain to each stage; `never` where there is none.
    private(set) var reachedAt: [Int64]
    private var latestStart: [Int64?]
    /// The latest excluded row before the moment that is added.
    private var lastExclusion = Int64.min
    private let rules: ChainRules

    /// Stands for "not reached" among positions of a timeline.
    static let never = Int64.max

    init(_ rules: ChainRules) {
        self.rules = rules
        reachedAt = Array(repeating: Self.never, count: rules.stageCount)
        latestStart = Array(repeating: nil, count: rules.stageCount)
    }

    /// Adds all rows at one time.
    ///
    /// Times must ascend from call to call. O(rows + stages³) at worst, where many rows match several stages.
    /// - Parameter mayStart: Whether chains that begin here count.
    mutating func add(_ moment: Moment, mayStart: Bool) {
        let starts: UInt32 = mayStart ? .max : ~1
        if moment.rows.count == 1 {
            addRow(moment.rows[0] & starts, at: moment.position)
        } else if moment.rows.count > 1 {
            addTies(moment.rows.map { $0 & starts }, at: moment.position)
        }
        if moment.isExcluded { lastExclusion = moment.position }
    }

    /// One row can extend a chain by one stage only, so the deepest stage goes first.
    private mutating func addRow(_ stages: UInt32, at time: Int64) {
        for stage in latestStart.indices.reversed() {
            let start = stages & (1 << UInt32(stage)) != 0 ? latestStart(before: stage, at: time) : nil
            if rules.order == .strict { latestStart[stage] = nil }
            if let start { reach(stage, at: time, from: start) }
        }
    }

    /// The latest start of a chain that may go on to `stage` at `time`: from the last mandatory stage before it, or
    /// from an optional one in between.
    private func latestStart(before stage: Int, at time: Int64) -> Int64? {
        var latest: Int64?
        for previous in (-1..<stage).reversed() {
            if let start = start(ofChainTo: previous, at: time, in: latestStart) {
                latest = max(latest ?? start, start)
            }
            if previous >= 0, !rules.isOptional(previous) { break }
        }
        return latest
    }

    private mutating func addTies(_ rows: [UInt32], at time: Int64) {
        let before = latestStart
        if rules.order == .strict { latestStart = Array(repeating: nil, count: before.count) }
        let distinct = RowMatching.relevantRows(rows, stageCount: before.count)
        for stage in -1..<(before.count - 1) {
            guard let start = start(ofChainTo: stage, at: time, in: before) else { continue }
            for next in stagesInReach(from: stage, with: distinct) { reach(next, at: time, from: start) }
        }
    }

    /// The stages to which a chain that has come to `stage` can go on with `rows` alone.
    private func stagesInReach(from stage: Int, with rows: [UInt32]) -> [Int] {
        var stages: [Int] = []
        var mandatory = RowMatching(rows: rows)
        for next in (stage + 1)..<rules.stageCount {
            if rules.isOptional(next) {
                var beside = mandatory
                if beside.assignRow(toStage: next) { stages.append(next) }
            } else {
                guard mandatory.assignRow(toStage: next) else { break }
                stages.append(next)
            }
        }
        return stages
    }

    /// The latest start of a chain that reached `stage` and may still go on at `time`; before the first stage, `time`.
    private func start(ofChainTo stage: Int, at time: Int64, in latestStart: [Int64?]) -> Int64? {
        guard stage >= 0 else { return time }
        guard let start = latestStart[stage], start >= lastExclusion, rules.isInTime(time, from: start) else {
            return nil
        }
        return start
    }

    private mutating func reach(_ stage: Int, at time: Int64, from start: Int64) {
        latestStart[stage] = max(latestStart[stage] ?? start, start)
        reachedAt[stage] = min(reachedAt[stage], time)
    }
}
