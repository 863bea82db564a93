/// A word and what it means here.
struct Definition: Hashable {
    var term: String
    var text: String
}

/// The definitions of several funnels, so that each is said once: what an earlier funnel has said is named, not said again.
struct SharedDefinitions {
    /// At least one, in the order shown.
    let funnels: [(name: String, definitions: [Definition])]

    /// What all funnels define alike.
    var common: [Definition] {
        funnels[0].definitions.filter { definition in
            funnels.allSatisfy { $0.definitions.contains(definition) }
        }
    }

    /// Of what is not common, the definitions of a funnel alone, and those of the earlier one that has most of them, too.
    func own(of index: Int) -> (own: [Definition], shared: (funnel: String, definitions: [Definition])?) {
        let common = common
        let all = funnels[index].definitions.filter { !common.contains($0) }
        let before = funnels[..<index].map { other in
            (funnel: other.name, definitions: all.filter(other.definitions.contains))
        }
        guard let shared = before.max(by: { $0.definitions.count < $1.definitions.count }), !shared.definitions.isEmpty
        else { return (all, nil) }
        return (all.filter { !shared.definitions.contains($0) }, shared)
    }
}
