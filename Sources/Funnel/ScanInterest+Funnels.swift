public import Records

extension ScanInterest {
    /// How many funnels a scan can tell apart.
    public static let mostFunnels = 64

    /// What `funnels` want of events: one bit a funnel, in their order.
    ///
    /// Rows that no funnel uses are kept only if a dimension looks at an entity's first or last row of all.
    public init(in funnels: [FunnelDefinition]) {
        let used = funnels.map(\.usedRows)
        let keepsAll = funnels.contains { $0.dimensions.contains { $0.touch != .entry } }
        self.init(aspects: Self.aspects(of: funnels)) { word in
            var users: UInt64 = 0
            for (index, condition) in used.enumerated() where condition.holds(word) { users |= 1 << UInt64(index) }
            return Use(users: users, isKept: keepsAll || users != 0)
        }
    }

    /// Of columns that only conditions look at, what these make of a word.
    private static func aspects(of funnels: [FunnelDefinition]) -> [String: @Sendable (String) -> [Bool]] {
        var conditions = funnels.map(\.usedRows)
        var shown: Set<String> = []
        for dimension in funnels.flatMap(\.dimensions) {
            switch dimension.origin {
            case .column(let name): shown.insert(name)
            case .condition(let condition): conditions.append(condition)
            case .date: break
            }
        }
        var leaves: [String: [Condition]] = [:]
        for leaf in conditions.flatMap(\.leaves) {
            for name in leaf.columns where !shown.contains(name) { leaves[name, default: []].append(leaf) }
        }
        return leaves.mapValues { leaves in { word in leaves.map { $0.holds { _ in word } } } }
    }
}

extension Condition {
    /// Whether it holds for a row with these words; a missing word is `nil`.
    func holds(_ word: (String) -> String?) -> Bool {
        switch self {
        case .column(let name, let values): word(name).map { values.contains($0) } ?? false
        case .number(let name, let bounds): word(name).map { bounds.containsNumber($0) } ?? false
        case .all(let parts): parts.allSatisfy { $0.holds(word) }
        case .any(let parts): parts.contains { $0.holds(word) }
        }
    }

    /// The conditions on single columns that it is made of.
    fileprivate var leaves: [Condition] {
        switch self {
        case .column, .number: [self]
        case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
        }
    }
}
