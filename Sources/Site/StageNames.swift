internal import Funnel
internal import Report
internal import Settings

/// What one funnel's stages and entities are called in one language: everything that sentences name.
struct StageNames: SpeaksByView {
    /// A stage's names.
    struct Name {
        var full: String
        /// For where there is little room.
        var short: String
    }

    let words: Words
    /// The funnel.
    let funnel: String
    let stages: [Name]
    /// For each stage, the one that its rate is taken from.
    let bases: [Int]
    let noun: Noun?
    let isActivity: Bool

    /// The longest headline, in characters.
    static let longestHeadline = 90

    func noun(_ count: Int) -> String { words.noun(noun, count) }

    /// The step to `stage`, e.g. `İlgi → Karar`.
    func step(to stage: Int) -> String { "\(stages[bases[stage]].short) → \(stages[stage].short)" }

    /// The same by numbers, e.g. `2. → 3. aşama`.
    private func numberedStep(to stage: Int) -> String {
        words.say("story.numbered_step", ["from": String(bases[stage] + 1), "to": String(stage + 1)])
    }

    private func numbered(_ stage: Int) -> String { words.say("story.numbered", ["number": String(stage + 1)]) }

    /// A headline that keeps its length: with the names, else with numbers in their place; with the funnel's name in front
    /// where it is asked for and there is room.
    func headline(namesFunnel: Bool, of stage: Int, _ text: (_ step: String, _ stage: String) -> String) -> String {
        let named = text(step(to: stage), stages[stage].short)
        let numbered = text(numberedStep(to: stage), numbered(stage))
        func of(_ headline: String) -> String {
            words.say("story.of_funnel", ["funnel": funnel, "headline": headline])
        }
        let choices = (namesFunnel ? [of(named), of(numbered)] : []) + [named, numbered]
        return choices.first { $0.count <= Self.longestHeadline } ?? numbered
    }
}

extension FunnelWords {
    var names: StageNames {
        StageNames(
            words: words,
            funnel: edition.name(of: funnel),
            stages: stages.indices.map { StageNames.Name(full: counted($0), short: shortName($0)) },
            bases: stages.indices.map(base),
            noun: funnel.settings.noun,
            isActivity: isActivity
        )
    }
}
