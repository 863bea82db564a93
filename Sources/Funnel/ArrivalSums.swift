/// Arrivals at stages by week, then by stage, and by the values of each breakdown.
struct ArrivalSums: Sendable {
    private(set) var counts: [Int]
    private(set) var parts: [PartSums]
    private let stageCount: Int

    /// - Parameters:
    ///   - counts: By week, then by stage; all of them 0.
    ///   - parts: One a breakdown, without any.
    init(counts: [Int], parts: [PartSums], stageCount: Int) {
        (self.counts, self.parts, self.stageCount) = (counts, parts, stageCount)
    }

    /// Counts the arrival of a passage whose entity has no other.
    @inline(__always)
    mutating func add(_ passage: Int, of passages: Passages, stage: Int, week: Int) {
        counts[week * stageCount + stage] += 1
        for part in parts.indices {
            parts[part].add(passage, of: passages, week: week, stages: 1 << UInt32(truncatingIfNeeded: stage))
        }
    }

    /// Counts an arrival where its entity has not come to the stage before, in this week or in any, nor with these values.
    /// - Parameter seen: What is known of the entity.
    /// - Returns: Whether it had not come to the stage before.
    mutating func addOnce(
        _ passage: Int,
        of passages: Passages,
        stage: Int,
        week: Int,
        isInAnyWeek: Bool = false,
        _ seen: inout Set<[Int32]>
    ) -> Bool {
        let place = [Int32(isInAnyWeek ? 0 : week), Int32(stage)]
        let isNew = seen.insert(place).inserted
        if isNew { counts[week * stageCount + stage] += 1 }
        for part in parts.indices {
            let codes = parts[part].codes(of: passage, in: passages, level: stage + 1)
            guard seen.insert(place + [Int32(part)] + codes).inserted else { continue }
            parts[part].add(codes: codes, week: week, stages: 1 << UInt32(stage))
        }
        return isNew
    }

    mutating func add(_ others: ArrivalSums) {
        for index in counts.indices { counts[index] += others.counts[index] }
        for index in parts.indices { parts[index].add(others.parts[index]) }
    }
}
