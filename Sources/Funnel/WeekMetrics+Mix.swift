extension WeekMetrics {
    /// The change of a step's rate since the week before, at the same age, taken apart by a breakdown.
    ///
    /// - Parameters:
    ///   - stage: Where the step leads to, not the first.
    ///   - breakdown: The place of a breakdown whose values share no entrants: not of segments.
    /// - Returns: `nil` for the first week, where a rate is not told, and where `MixEffect` has nothing to say.
    public func mixEffect(on stage: Int, by breakdown: Int) -> MixEffect? {
        guard let before, before.breakdowns.indices.contains(breakdown) else { return nil }
        let values = before.breakdowns[breakdown].values + cohort.breakdowns[breakdown].values
        guard !values.contains(where: { $0.stages[stage].suppressed.contains(.fromPrevious) }) else { return nil }
        func rates(_ cohort: CohortMetrics) -> [[String]: ConversionRate] {
            cohort.breakdowns[breakdown].values.reduce(into: [:]) { $0[$1.values] = $1.stages[stage].fromPrevious }
        }
        let (then, now) = (rates(before), rates(cohort))
        let none = ConversionRate(0, of: 0)
        let pairs = Set(then.keys).union(now.keys).map { value in
            (value.joined(separator: ", "), then[value] ?? none, now[value] ?? none)
        }
        return MixEffect(pairs.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) })
    }
}
