/// Sources, measures and funnels for huni.yaml.
public struct SettingsProposal: Sendable {
    private(set) var sources: [ProposedSource] = []
    private(set) var measures: [ProposedMeasure] = []
    private(set) var funnels: [ProposedFunnel] = []

    /// Puts the proposals of all guesses together; ids that come twice get a number.
    init(_ guesses: [FormGuess]) {
        for guess in guesses {
            var renamed: [String: String] = [:]
            for var source in guess.sources {
                let id = Self.free(source.id, among: sources.map(\.id))
                renamed[source.id] = id
                source.id = id
                sources.append(source)
            }
            for var measure in guess.measures {
                measure.source = renamed[measure.source] ?? measure.source
                measure.id = Self.free(measure.id, among: measures.map(\.id))
                measures.append(measure)
            }
            for var funnel in guess.funnels {
                funnel.source = renamed[funnel.source] ?? funnel.source
                funnel.id = Self.free(funnel.id, among: funnels.map(\.id))
                funnels.append(funnel)
            }
        }
    }

    private static func free(_ id: String, among taken: [String]) -> String {
        var (free, count) = (id, 1)
        while taken.contains(free) {
            count += 1
            free = "\(id)_\(count)"
        }
        return free
    }

    /// Whether there is nothing to propose.
    public var isEmpty: Bool { sources.isEmpty }
    /// Whether there is a funnel: a site needs one.
    public var hasFunnels: Bool { !funnels.isEmpty }

    /// The same with the ages in days at which weeks of funnels are final, by the funnels' ids.
    public func maturing(after days: [String: Int]) -> SettingsProposal {
        var proposal = self
        for index in funnels.indices { proposal.funnels[index].maturesAfterDays = days[funnels[index].id] }
        return proposal
    }

    /// The stages of all funnels.
    public var stageIDs: [String] { funnels.flatMap(\.stages).map(\.id) }
    /// The sections with their lines, each line indented as below its key by two spaces.
    var sections: [(key: String, ids: [String], lines: [String])] {
        let sections = [
            ("sources", sources.map(\.id), sources.flatMap { ["  \($0.id):"] + $0.lines.map { "    " + $0 } }),
            ("measures", measures.map(\.id), measures.map { "  \($0.id): \($0.yaml)" }),
            ("funnels", funnels.map(\.id), funnels.flatMap(Self.item)),
        ]
        return sections.filter { !$0.1.isEmpty }
    }

    /// The blocks as they stand in huni.yaml.
    public var yaml: String {
        sections.map { "\($0.key):\n" + $0.lines.joined(separator: "\n") + "\n" }.joined()
    }

    private static func item(_ funnel: ProposedFunnel) -> [String] {
        funnel.lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
    }
}
