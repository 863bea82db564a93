internal import Diagnostics
internal import Funnel
internal import Notes
internal import Settings

/// A number that a note asks for, with all names known to the site.
struct NumberRequest: Hashable {
    /// What can be asked for, by the name that notes use.
    enum Number: String, CaseIterable {
        case count, rate, lost, target, change, gain, week, measure
        case rateFromFirst = "rate_from_first"
        case medianDays = "median_days"
        case p80Days = "p80_days"

        /// Whether the first stage has none.
        fileprivate var needsStepBefore: Bool {
            switch self {
            case .rate, .rateFromFirst, .lost, .gain, .medianDays, .p80Days: true
            case .count, .target, .change, .week, .measure: false
            }
        }

        fileprivate var attributes: [String] { self == .measure ? ["name"] : ["stage", "funnel"] }
    }

    var number: Number
    /// The index of the funnel in huni.yaml.
    var funnel = 0
    /// The stage's index in it.
    var stage = 0
    /// The measure's id; empty for numbers of stages.
    var measure = ""

    /// Understands what a note asks for.
    /// - Parameter stage: The stage in whose folder the note lies: meant where none is named.
    /// - Throws: `Failure` with the place of a name that there is not, and the nearest one that there is.
    init(_ insertion: Insertion, stage: String?, settings: Settings) throws(Failure) {
        let names = Number.allCases.map(\.rawValue).sorted()
        guard let number = Number(rawValue: insertion.name) else {
            throw unknown("number", insertion.name, at: insertion.position, known: names)
        }
        self.number = number
        for attribute in insertion.attributes where !number.attributes.contains(attribute.name) {
            throw unknown("detail", attribute.name, at: attribute.position, known: number.attributes)
        }
        if number == .measure {
            measure = try Self.measure(insertion, settings)
        } else {
            (funnel, self.stage) = try Self.stage(insertion, inside: stage, settings)
            try checkOrder(at: insertion.position, settings)
        }
    }

    private static func measure(_ insertion: Insertion, _ settings: Settings) throws(Failure) -> String {
        guard let name = insertion["name"] else {
            throw Failure(
                at: insertion.position,
                "it is not said which measure",
                remedy: "Write it as in {{ measure name=\"open_rate\" }}."
            )
        }
        let known = settings.measures.map(\.id)
        guard known.contains(name.value) else {
            throw unknown("measure", name.value, at: name.valuePosition, known: known)
        }
        return name.value
    }

    /// The first funnel that has the stage, or the one named.
    private static func stage(
        _ insertion: Insertion,
        inside folder: String?,
        _ settings: Settings
    ) throws(Failure) -> (funnel: Int, stage: Int) {
        let funnels = settings.funnels.map(\.definition.id)
        if let named = insertion["funnel"], !funnels.contains(named.value) {
            throw unknown("funnel", named.value, at: named.valuePosition, known: funnels)
        }
        let wanted = settings.funnels.indices.filter { insertion["funnel"].map(\.value) ?? funnels[$0] == funnels[$0] }
        guard let id = insertion["stage"]?.value ?? folder else {
            throw Failure(
                at: insertion.position,
                "it is not said of which stage",
                remedy: "Write it as in {{ \(insertion.name) stage=\"interest\" }}."
            )
        }
        for funnel in wanted {
            if let stage = settings.funnels[funnel].stages.firstIndex(where: { $0.id == id }) { return (funnel, stage) }
        }
        let place = insertion["stage"]?.valuePosition ?? insertion.position
        throw unknown("stage", id, at: place, known: wanted.flatMap { settings.funnels[$0].stages.map(\.id) })
    }

    private func checkOrder(at position: SourcePosition, _ settings: Settings) throws(Failure) {
        let funnel = settings.funnels[funnel]
        let id = funnel.stages[stage].id
        if funnel.definition.order == .any {
            throw Failure(
                at: position,
                "funnel '\(funnel.definition.id)' counts how many stages were reached, not which",
                remedy: "Name another funnel, as in {{ \(number.rawValue) stage=\"\(id)\" funnel=\"…\" }}."
            )
        }
        if stage == 0, number.needsStepBefore {
            throw Failure(
                at: position,
                "'\(id)' is the first stage of funnel '\(funnel.definition.id)' and has no '\(number.rawValue)'",
                remedy: "Ask for its count, change or target, or for a later stage."
            )
        }
    }
}

/// A name that there is not, with the nearest one that there is.
func unknown(_ kind: String, _ name: String, at position: SourcePosition, known: [String]) -> Failure {
    var seen: Set<String> = []
    let all = known.filter { seen.insert($0).inserted }
    let near = nearestWord(to: name, in: all).map { "Did you mean '\($0)'? " } ?? ""
    return Failure(
        at: position,
        "there is no \(kind) '\(name)'",
        remedy: near + (all.isEmpty ? "This site has none." : "Known are: \(all.joined(separator: ", ")).")
    )
}
