/// The search of ``ChainSearch`` where it is at its simplest: in order, nothing optional, nothing excluded, and at one time
/// either a single row, or rows that match one stage each. Then a pass over the rows is enough, and no memory is needed
/// but the latest start for each stage.
struct LatestStarts {
    /// The earliest end of a chain to each stage; `ChainSearch.never` where there is none.
    private(set) var reachedAt: [Int64]
    private var latestStart: [Int64]
    private let window: Int64

    private static let none = Int64.min

    /// - Returns: `nil` where the rules ask for more.
    init?(_ rules: ChainRules) {
        guard rules.order == .ordered, !(0..<rules.stageCount).contains(where: rules.isOptional) else { return nil }
        reachedAt = Array(repeating: ChainSearch.never, count: rules.stageCount)
        latestStart = Array(repeating: Self.none, count: rules.stageCount)
        window = rules.window ?? .max
    }

    /// Whether rows in order are as simple as this search needs them.
    static func areSimple(_ rows: ArraySlice<JourneyRow>) -> Bool {
        var previous = Int64.min
        var isPreviousSingle = true
        for row in rows {
            let isSingle = row.stages & (row.stages &- 1) == 0
            if row.isExcluded || row.isUntimed { return false }
            if row.position == previous, !isSingle || !isPreviousSingle { return false }
            (previous, isPreviousSingle) = (row.position, isSingle)
        }
        return true
    }

    /// Searches the chains that start in a range of time.
    /// - Parameter rows: In order, see ``JourneyRow``.
    mutating func search(_ rows: ArraySlice<JourneyRow>, from starts: Range<Int64>) {
        for stage in reachedAt.indices {
            reachedAt[stage] = ChainSearch.never
            latestStart[stage] = Self.none
        }
        for row in rows {
            var stages = row.stages
            while stages != 0 {
                let stage = 31 - stages.leadingZeroBitCount
                stages ^= 1 << UInt32(stage)
                reach(stage, at: row.position, from: starts)
            }
        }
    }

    /// The deepest stage of a row comes first, so that the row is no chain by itself.
    @inline(__always)
    private mutating func reach(_ stage: Int, at time: Int64, from starts: Range<Int64>) {
        var start = time
        if stage == 0 {
            guard starts.contains(time) else { return }
        } else {
            start = latestStart[stage - 1]
            guard start != Self.none, time - start <= window else { return }
        }
        latestStart[stage] = max(latestStart[stage], start)
        reachedAt[stage] = min(reachedAt[stage], time)
    }
}
