internal import Calendars
internal import Funnel
internal import Report

/// What is said of a closed week that gives other numbers now: both, and why.
struct RestatementStory {
    let say: FunnelWords
    let restatement: Restatement

    private var words: Words { say.words }

    func heading(withName: Bool) -> String {
        withName
            ? words.say("restated.title_of", ["funnel": say.edition.name(of: say.funnel)])
            : words.say("restated.title")
    }

    /// Up to when the rows count on both sides.
    var lede: String {
        let last = Instant(microseconds: restatement.asOf.microseconds - 1)
        return words.say("restated.lede", ["date": words.formats.date(say.edition.report.zone.local(last).date)])
    }

    /// One a stage that has changed, in the funnel's order.
    var sentences: [String] { restatement.changed.map(sentence) }

    /// The first sentence, for lists.
    var sentence: String { sentences.first ?? "" }

    private func sentence(of stage: RestatedStage) -> String {
        let isRate = stage.published.fromPrevious != nil && stage.now.fromPrevious != nil
        func side(_ side: ClosedStage) -> String { isRate ? rate(side) : say.count(side.count) }
        return words.say(
            "restated.sentence",
            [
                "what": isRate ? say.step(to: stage.index) : say.counted(stage.index),
                "published": side(stage.published), "now": side(stage.now), "rows": rows,
            ]
        )
    }

    /// The rate with its two counts; where there is none, these alone.
    private func rate(_ stage: ClosedStage) -> String {
        guard let rate = stage.fromPrevious, stage.count != nil else { return words.say("table.none") }
        let counts = "\(say.count(rate.numerator)) / \(say.count(rate.denominator))"
        return say.shown(rate).map { "\($0.rate) (\(counts))" } ?? counts
    }

    /// What has become of the rows.
    private var rows: String {
        let late = restatement.lateRows
        if late == 0 { return words.say("restated.changed") }
        let name = late > 0 ? "restated.late" : "restated.fewer"
        return words.say(name, ["count": say.count(abs(late))], plural: PluralNumber(abs(late)))
    }
}
