extension [StageMetrics] {
    /// The stages of several disjoint sets of entrants taken together; `nil` without any set.
    ///
    /// - Parameter parts: One array a set, all of the same stages in the same order.
    /// - Returns: Counts and rates summed; times and expected rates, which cannot be summed, are left out. What is not told
    ///   of one set is not told of all.
    public init?(sumOf parts: [[StageMetrics]]) {
        guard let first = parts.first else { return nil }
        self = first.indices.map { stage in
            let same = parts.map { $0[stage] }
            let known = same.compactMap(\.count)
            let hidden = same.reduce(Suppressed()) { $0.union($1.suppressed) }
            return StageMetrics(
                count: known.isEmpty || hidden.contains(.count) ? nil : known.reduce(0, +),
                isMatured: same.allSatisfy(\.isMatured),
                fromPrevious: hidden.contains(.fromPrevious)
                    ? nil : ConversionRate(sumOf: same.compactMap(\.fromPrevious)),
                fromFirst: hidden.contains(.fromFirst) ? nil : ConversionRate(sumOf: same.compactMap(\.fromFirst)),
                suppressed: hidden
            )
        }
    }
}

extension ConversionRate {
    /// The rate of several disjoint sets taken together; `nil` without any.
    init?(sumOf rates: [ConversionRate]) {
        guard !rates.isEmpty else { return nil }
        self.init(rates.map(\.numerator).reduce(0, +), of: rates.map(\.denominator).reduce(0, +))
    }
}
