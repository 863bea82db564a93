internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

/// How the records of one funnel stood at the end of data: who came how far, how it ended, who is open.
struct PipelineStory {
    let say: FunnelWords
    let pipeline: Pipeline

    private var words: Words { say.words }

    /// The last day that counts, written out.
    var date: String { say.edition.lastDay(of: say.funnel).map(words.formats.date) ?? "" }

    /// Rounds that are open now.
    var open: Int { pipeline.stages.map(\.openNow).reduce(0, +) }

    var headline: String {
        let noun = say.noun(open)
        if open == 0 { return words.say("pipeline.h1_none", ["noun": say.people]) }
        return words.say("pipeline.h1", ["count": say.count(open), "noun": noun], plural: PluralNumber(open))
    }

    /// All rounds, and what became of them.
    var lede: String {
        let parts = outcomes.filter { $0.count > 0 }.map { outcome in
            let name = words.formats.uncapitalized(outcome.name)
            return words.say("pipeline.part", ["count": say.count(outcome.count), "outcome": name])
        }
        let (count, rounds) = (say.count(pipeline.rounds), say.noun(pipeline.rounds))
        return words.say(
            "pipeline.lede",
            ["count": count, "noun": rounds, "parts": parts.joined(separator: ", ")],
            plural: PluralNumber(pipeline.rounds)
        )
    }

    /// Said where somebody came twice.
    var rounds: String? {
        guard pipeline.rounds != pipeline.entities else { return nil }
        let (entities, rounds) = (pipeline.entities, pipeline.rounds)
        return words.say(
            "pipeline.rounds",
            [
                "entities": say.count(entities), "noun": say.noun(entities), "rounds": say.count(rounds),
                "outcome": name(ofOutcome: "recycled"),
            ]
        )
    }

    /// Won, each outcome, open: together all rounds.
    private var outcomes: [(name: String, count: Int)] {
        let ended = pipeline.outcomes.indices.map { outcome in
            (name(ofOutcome: pipeline.outcomes[outcome]), pipeline.stages.map { $0.endings[outcome] }.reduce(0, +))
        }
        return [(say.name(say.stages.count - 1), pipeline.won)] + ended + [(words.say("pipeline.open"), open)]
    }

    /// An outcome's configured name.
    func name(ofOutcome id: String) -> String { say.outcome(id) }

    var outcomeTable: DataTable {
        let title = words.say("pipeline.outcomes")
        let names = ["outcome", "count", "share"].map { words.say("pipeline.\($0)") }
        let rows = outcomes.map { name, count in
            DataTable.Row([words.formats.capitalized(name), say.count(count), share(of: count)])
        }
        let total = [words.say("pipeline.total"), say.count(pipeline.rounds), share(of: pipeline.rounds)]
        return DataTable(
            caption: title,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: rows + [DataTable.Row(total, className: "total")],
            regionLabel: say.region(title)
        )
    }

    /// Of all rounds; none where there are too few of them.
    private func share(of count: Int) -> String {
        guard pipeline.rounds >= FunnelWords.smallestBase else { return words.say("table.none") }
        return words.formats.percent(Double(count) / Double(pipeline.rounds))
    }

    var stageTable: DataTable {
        let hasBackfilled = pipeline.stages.contains { $0.backfilled > 0 }
        let names =
            ["stage", "reached", "advanced"].map { words.say("pipeline.\($0)") }
            + pipeline.outcomes.map(name) + [words.say("pipeline.open_now")]
            + (hasBackfilled ? [words.say("pipeline.backfilled")] : [])
        let title = words.say("pipeline.stages")
        return DataTable(
            caption: title,
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 0) },
            rows: pipeline.stages.enumerated().map { index, stage in
                let counts = [stage.reached, stage.advanced] + stage.endings + [stage.openNow]
                let filled = hasBackfilled ? [stage.backfilled] : []
                return DataTable.Row([say.name(index)] + (counts + filled).map(say.count), className: "line")
            },
            regionLabel: say.region(title)
        )
    }
}
