extension Dimension {
    /// Whether its values can be taken together: those of segments may overlap.
    var canMerge: Bool {
        if case .condition = origin { return false }
        return true
    }
}

extension Passages {
    /// For each dimension of `funnel`, the values that too few entities have; of segments none, as they may overlap.
    ///
    /// - Parameters:
    ///   - least: The smallest base that is told; `nil`: nothing is merged.
    ///   - asOf: The position before which passages were counted.
    func mergings(in funnel: FunnelDefinition, below least: Int?, before asOf: Int64) -> [ValueMerging] {
        funnel.dimensions.indices.map { dimension in
            guard least != nil, funnel.dimensions[dimension].canMerge else { return ValueMerging([:], below: nil) }
            return ValueMerging(bases(in: dimension, before: asOf), below: least)
        }
    }

    /// How many entities have each value; a value that is had only on the way has none.
    private func bases(in dimension: Int, before asOf: Int64) -> [String: Int] {
        var entities = Dictionary(uniqueKeysWithValues: breakdowns[dimension].values.map { ($0, Set<Int32>()) })
        for passage in 0..<count {
            let level = level(of: passage, before: asOf)
            guard level > 0 else { continue }
            entities[value(in: dimension, of: passage, level: level)]?.insert(
                cohort == .every ? entity(of: passage) : Int32(passage)
            )
        }
        return entities.mapValues(\.count)
    }

    /// Takes values together that fewer than `least` have.
    public mutating func merge(in funnel: FunnelDefinition, below least: Int?, before asOf: Int64) {
        for (dimension, merging) in mergings(in: funnel, below: least, before: asOf).enumerated()
        where !merging.merged.isEmpty { breakdowns[dimension].rename(merging.name) }
    }
}
