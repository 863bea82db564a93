/// Follows all chains of one entity under `order: any`, moment by moment from the latest to the earliest.
///
/// A chain of k stages is a stage-1 row and rows of k − 1 other stages, none earlier, the last at most the window after
/// the first, without an excluded row between them. No row matches two stages, so from one start each stage is taken at
/// its next row: the k-th of these times, in order, is the earliest end, and counts unless the start's chains must end
/// before. An earlier start may have gathered stages that a later one misses, so every start is looked at by itself.
struct FreeOrderSearch {
    /// The earliest end of a chain of as many stages, one a number of stages from 1 on; `never` where there is none.
    private(set) var reachedAt: [Int64]
    /// The next row of each stage from the moment that is added.
    private var next: [Int64]
    /// The next excluded row after the moment that is added.
    private var nextExclusion = Int64.max
    private let rules: ChainRules

    init(_ rules: ChainRules) {
        self.rules = rules
        reachedAt = Array(repeating: ChainSearch.never, count: rules.stageCount)
        next = Array(repeating: ChainSearch.never, count: rules.stageCount)
    }

    /// Adds all rows at one time.
    ///
    /// Times must descend from call to call. O(rows + stages × log stages).
    /// - Parameter mayStart: Whether chains that begin here count.
    mutating func add(_ moment: Moment, mayStart: Bool) {
        let stages = moment.rows.reduce(0, |)
        for stage in next.indices where stages & (1 << UInt32(stage)) != 0 { next[stage] = moment.position }
        if mayStart, stages & 1 != 0 { addStart(at: moment.position) }
        if moment.isExcluded { nextExclusion = moment.position }
    }

    private mutating func addStart(at start: Int64) {
        let ends = [start] + next.dropFirst().sorted()
        for (index, end) in ends.enumerated() where end != ChainSearch.never {
            guard end <= nextExclusion, rules.isInTime(end, from: start) else { break }
            reachedAt[index] = min(reachedAt[index], end)
        }
    }
}
