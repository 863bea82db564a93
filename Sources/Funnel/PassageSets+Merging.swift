extension Dimension {
    /// Whether its values can be taken together: those of segments may overlap.
    var canMerge: Bool {
        if case .condition = origin { return false }
        return true
    }
}

extension PassageSets {
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
        var bases = Array(repeating: 0, count: values[dimension].count)
        forEachSet { passages in
            passages.forEachEntity(in: 0..<passages.count) { entity in
                var seen: [Int32] = []
                for passage in entity {
                    let level = passages.level(of: passage, before: asOf)
                    guard level > 0 else { continue }
                    let code = passages.breakdowns[dimension].code(of: passage, level: level)
                    guard cohort != .every || !seen.contains(code) else { continue }
                    seen.append(code)
                    bases[Int(code)] += 1
                }
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(values[dimension], bases))
    }

    /// Takes values together that fewer than `least` have.
    public mutating func merge(in funnel: FunnelDefinition, below least: Int?, before asOf: Int64) {
        for (dimension, merging) in mergings(in: funnel, below: least, before: asOf).enumerated()
        where !merging.merged.isEmpty { rename(dimension, merging.name) }
    }
}
