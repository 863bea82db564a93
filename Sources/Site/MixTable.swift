internal import Figures
internal import Funnel

/// A week's changes of rates, each taken apart into what came of the values' rates and what of the mix of entrants.
struct MixTable {
    let say: FunnelWords
    let dimension: Dimension
    /// The steps whose change can be taken apart.
    private let effects: [(stage: Int, effect: MixEffect)]

    init(say: FunnelWords, week: WeekMetrics, dimension: Dimension, breakdown: Int) {
        self.say = say
        self.dimension = dimension
        effects = week.cohort.stages.indices.dropFirst().compactMap { stage in
            guard let effect = week.mixEffect(on: stage, by: breakdown),
                say.change(effect.now, since: effect.before) != nil
            else { return nil }
            return (stage, effect)
        }
    }

    private var words: Words { say.words }
    private var name: String { words.dimension(dimension.id) }

    var title: String { words.say("mix_effect.title", ["dimension": name]) }

    var subtitle: String { words.say("mix_effect.sub") }

    /// The steps whose rate moved only because the mix did.
    var sentences: [String] {
        effects.filter { $0.effect.verdict == .mix }.map { stage, effect in
            words.say(
                "mix_effect.only",
                ["step": say.step(to: stage), "points": words.points(effect.change), "dimension": name]
            )
        }
    }

    /// `nil` where no change can be put down to anything.
    var table: DataTable? {
        guard effects.contains(where: { $0.effect.verdict != nil }) else { return nil }
        let columns =
            [words.say("steps.step"), words.say("steps.change")]
            + ["by_rate", "by_mix", "reading"].map { words.say("mix_effect.\($0)") }
        return DataTable(
            caption: title,
            columns: columns.enumerated().map {
                DataTable.Column($0.element, isNumeric: (1...3).contains($0.offset))
            },
            rows: effects.map { stage, effect in
                DataTable.Row([
                    say.step(to: stage), words.points(effect.change), words.points(effect.rateEffect),
                    words.points(effect.mixEffect), words.say("mix_effect.\(effect.verdict?.rawValue ?? "chance")"),
                ])
            },
            regionLabel: say.region(title)
        )
    }
}
