extension Passages {
    /// The time from `stage` to the next one, of the passages that came to the one before `asOf`.
    func wait(from stage: Int, before asOf: Int64) -> CensoredDurations {
        let observations = (0..<count).compactMap { passage -> (age: Int64, isOver: Bool)?? in
            guard let start = reachedAt(stage, in: passage), start < asOf else { return nil }
            guard isTimed(stage, in: passage) else { return .some(nil) }
            guard let end = reachedAt(stage + 1, in: passage), end < asOf else { return (asOf - start, false) }
            return isTimed(stage + 1, in: passage) ? .some((end - start, true)) : .some(nil)
        }
        return CensoredDurations(observations, horizon: nil)
    }
}
