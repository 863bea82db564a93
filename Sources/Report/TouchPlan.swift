internal import Funnel

/// Which of a funnel's dimensions are counted by first and by last touch too, and where their values are kept.
struct TouchPlan {
    /// A dimension's id, and the indices of its two other touches.
    struct Pair {
        var dimension: String
        var first: Int
        var last: Int
    }

    /// The funnel with two more dimensions, behind its own, for each one asked for that reads a column.
    let definition: FunnelDefinition
    let pairs: [Pair]

    /// - Parameter wanted: Ids of dimensions; `nil`: all of them.
    init(_ funnel: FunnelDefinition, of wanted: [String]? = nil) {
        var definition = funnel
        var pairs: [Pair] = []
        for dimension in funnel.dimensions where wanted?.contains(dimension.id) ?? true {
            guard case .column = dimension.origin else { continue }
            let place = definition.dimensions.count
            pairs.append(Pair(dimension: dimension.id, first: place, last: place + 1))
            definition.dimensions += [Touch.first, .last].map { touch in
                Dimension(id: dimension.id, origin: dimension.origin, touch: touch)
            }
        }
        self.definition = definition
        self.pairs = pairs
    }

    /// The two touches side by side, one a dimension.
    func comparisons(in passages: PassageSets, before asOf: Int64) -> [TouchComparison] {
        pairs.map { TouchComparison(of: $0.dimension, in: passages, first: $0.first, last: $0.last, before: asOf) }
    }
}
