internal import Diagnostics
internal import Funnel
internal import Notes
internal import Settings

/// A figure that a note asks for: `![…](figure:journey/funnel)`.
struct FigureRequest: Hashable {
    /// What can be asked for, by the name behind the slash.
    enum Kind: String, CaseIterable {
        /// The funnel of the newest complete week; the name before the slash is a funnel's.
        case funnel
        /// The rate of the step to a stage, week by week.
        case trend
        /// How long entrants take to a stage.
        case time
        /// By which age each week's entrants had come to a stage.
        case cohorts

        /// Whether the name before the slash is a funnel's, not a stage's.
        var isOfFunnel: Bool { self == .funnel }
    }

    var kind: Kind
    /// The index of the funnel in huni.yaml.
    var funnel: Int
    /// The stage's index in it; 0 for figures of a whole funnel.
    var stage = 0

    /// Understands what a note asks for; of several funnels with the stage, the first.
    /// - Throws: `Failure` with the place of a name that there is not, and the nearest one that there is.
    init(_ use: LinkUse, settings: Settings) throws(Failure) {
        let parts = use.destination.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let kinds = Kind.allCases.map(\.rawValue)
        guard parts.count == 2 else {
            throw Failure(
                at: use.position,
                "'\(use.destination)' names no figure",
                remedy: "Write it as in figure:\(settings.funnels.first?.definition.id ?? "journey")/funnel."
            )
        }
        guard let kind = Kind(rawValue: parts[1]) else {
            throw unknown("figure", parts[1], at: Self.place(of: 1, parts, in: use), known: kinds)
        }
        let found = Self.place(parts[0], of: kind, settings)
        guard let found else {
            let known =
                kind.isOfFunnel
                ? settings.funnels.map(\.definition.id) : settings.funnels.flatMap { $0.stages.map(\.id) }
            throw unknown(kind.isOfFunnel ? "funnel" : "stage", parts[0], at: use.position, known: known)
        }
        self.kind = kind
        (funnel, stage) = found
    }

    private static func place(of part: Int, _ parts: [String], in use: LinkUse) -> SourcePosition {
        var position = use.position
        let before = parts[..<part].reduce(0) { $0 + $1.utf8.count + 1 }
        position.column = position.column.map { $0 + "figure:".utf8.count + before }
        return position
    }

    private static func place(_ id: String, of kind: Kind, _ settings: Settings) -> (funnel: Int, stage: Int)? {
        for (index, funnel) in settings.funnels.enumerated() {
            if kind.isOfFunnel {
                if funnel.definition.id == id { return (index, 0) }
            } else if let stage = funnel.stages.firstIndex(where: { $0.id == id }) {
                return (index, stage)
            }
        }
        return nil
    }
}
