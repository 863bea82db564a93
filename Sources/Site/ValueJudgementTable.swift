internal import Figures
internal import Funnel

/// One value's newest complete week beside its own weeks before: each number, its change, its normal range, and whether it
/// is unusual.
struct ValueJudgementTable {
    let say: FunnelWords
    let week: WeekMetrics
    let judgements: [StageJudgement]

    private var words: Words { say.words }

    var title: String { words.say("value_signal.title", ["week": words.weekTitle(week.week)]) }

    var subtitle: String {
        let isYoung = judgements.contains { $0.ageDays != nil }
        let days = say.count(week.ageDays)
        return words.say(isYoung ? "value_signal.sub_at_age" : "value_signal.sub", ["days": days])
    }

    /// `nil` where nothing can be said of any number.
    var table: DataTable? {
        guard judgements.contains(where: { $0.value != nil }) else { return nil }
        let columns =
            [words.say("steps.step"), words.say("value_signal.number"), words.say("steps.change")]
            + [words.say("value_signal.range"), words.say("value_signal.verdict")]
        return DataTable(
            caption: title,
            columns: columns.enumerated().map {
                DataTable.Column($0.element, isNumeric: (1...3).contains($0.offset))
            },
            rows: judgements.indices.map { DataTable.Row(cells($0)) },
            regionLabel: say.region(title)
        )
    }

    private func cells(_ stage: Int) -> [DataTable.Cell] {
        let (judgement, none) = (judgements[stage], words.say("table.none"))
        let isSmall = (judgement.trend.last?.rate?.denominator ?? .max) < FunnelWords.smallestBase
        let change = judgement.change.map { stage == 0 ? words.formats.signedPercent($0) : words.points($0) }
        let verdict = isSmall ? nil : say.verdict(on: judgement)
        let number = judgement.value.map { say.number($0, of: judgement) }
        return [
            .text(stage == 0 ? say.shortName(0) : say.step(to: stage)),
            .text(isSmall ? words.say("steps.small") : number ?? none), .text(isSmall ? none : change ?? none),
            .text(judgement.range.map { say.range($0, of: judgement) } ?? none),
            verdict.map { DataTable.Cell.markup($0.html()) } ?? .text(none),
        ]
    }
}
