internal import Figures
internal import Funnel
internal import Settings

/// What the steps of a part of the entrants would bring at their references.
struct GainTable {
    let say: FunnelWords
    let gains: [StepGain]

    private var words: Words { say.words }

    var title: String { words.say("gains.title") }

    var subtitle: String {
        words.say(
            "gains.sub",
            ["weeks": String(gains.first?.weeks ?? 0), "stage": say.shortName(say.stages.count - 1)]
        )
    }

    /// `nil` where no step has a reference.
    var table: DataTable? {
        guard gains.contains(where: { $0.gain != nil || $0.isHidden && $0.reference != nil }) else { return nil }
        let columns =
            [words.say("steps.step"), words.say("steps.rate")]
            + ["reference", "gain", "reading"].map { words.say("gains.\($0)") }
        return DataTable(
            caption: title,
            columns: columns.enumerated().map {
                DataTable.Column($0.element, isNumeric: (1...3).contains($0.offset))
            },
            rows: gains.map(row),
            regionLabel: say.region(title)
        )
    }

    private func row(_ gain: StepGain) -> DataTable.Row {
        let none = words.say("table.none")
        let isLarge = gain.rate.denominator >= FunnelWords.smallestBase
        let reference = gain.reference.map { rate in
            words.say(
                "gains.\(gain.origin == .target ? "at_target" : "at_quartile")",
                ["rate": words.formats.percent(rate)]
            )
        }
        let reading = isLarge ? gain.verdict.map { words.say("gains.\($0.rawValue)") } : nil
        let noGain = gain.isHidden ? words.say("suppressed.cell") : none
        return DataTable.Row([
            .text(say.step(to: gain.stage)), say.rateCell(gain.rate, isMatured: true), .text(reference ?? none),
            .text(isLarge ? gain.gain.map(worth) ?? noGain : none), .text(reading ?? none),
        ])
    }

    private func worth(_ gain: Gain) -> String {
        guard gain.entities > 0 else { return words.say("whatif.reached") }
        let formats = words.formats
        let range = "\(formats.entities(gain.interval.lowerBound))–\(formats.entities(gain.interval.upperBound))"
        let money = gain.value.map { " · " + formats.amount($0, currency: say.edition.site.currency) } ?? ""
        return "+\(formats.entities(gain.entities)) (\(range))\(money)"
    }
}
