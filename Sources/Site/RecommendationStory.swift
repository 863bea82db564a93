internal import Advice
internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Notes
internal import Report
internal import Settings

/// A play in a list: what called for it, what to do, what it may bring, and, once the day of its review has come, what has
/// happened since it began.
struct RecommendationStory {
    let say: FunnelWords
    let numbers: StageNumbers

    private var words: Words { say.words }
    private var stage: Int { numbers.stage }

    /// The finding first, the possible gain last.
    func lines(of recommendation: Recommendation, _ text: ContentLibrary.Text) -> [(label: String, text: String)] {
        let place = stage == 0 ? say.name(0) : say.step(to: stage)
        let finding = words.say(
            "advice.finding_text",
            [
                "place": place, "evidence": EvidenceWords(say: say, stage: stage).text(recommendation.evidence),
                "week": words.weekTitle(recommendation.week),
            ]
        )
        let lines = [
            ("finding", [finding, signal].compactMap(\.self).joined(separator: " ")), ("action", text.note.summary),
            ("gain", gain(of: recommendation)),
        ]
        return lines.map { (words.say("advice.\($0.0)"), $0.1) } + followUp(of: text)
    }

    /// What the step is in the week of the report, at its age, where that is a signal.
    private var signal: String? {
        let week = say.funnel.metrics?.weeks.first { $0.week == numbers.reportWeek }
        guard stage > 0, let week, case let judgement = week.judgements[stage], let signal = judgement.firmSignal,
            let days = judgement.ageDays, let rate = judgement.value
        else { return nil }
        return words.say(
            signal.direction == .down ? "advice.signal_down" : "advice.signal_up",
            [
                "week": words.weekName(week.week), "days": words.formats.count(days),
                "rate": words.formats.percent(rate),
            ]
        )
    }

    /// The range of the gain, how far it can be trusted, and the number by which the play is ranked.
    private func gain(of recommendation: Recommendation) -> String {
        guard stage > 0 else { return words.say("advice.gain_entries") }
        guard let step = recommendation.gain, let gain = step.gain else { return words.say("advice.gain_unknown") }
        let last = say.names.stages.last?.full ?? ""
        guard gain.entities >= 0.05 else { return noGain(step, last: last) }
        let values = ["gain": say.names.gainRange(gain), "noun": say.people, "last": last] as KeyValuePairs
        let trust = gain.reach == .clear ? [] : [words.say("advice.gain_\(gain.reach.rawValue)")]
        let rank = words.say(
            "advice.gain_rank",
            [
                "gain": words.formats.plainDecimal(gain.entities), "effort": String(recommendation.play.effort),
                "merit": words.formats.plainDecimal(recommendation.merit),
            ]
        )
        return
            ([words.say(step.origin == .target ? "advice.gain_target" : "advice.gain_quartile", values)] + trust + [
                rank
            ]).joined(separator: " ")
    }

    /// Why a gain that is known is as good as none: the step is where it should be, or next to nobody gets to the end.
    private func noGain(_ step: StepGain, last: String) -> String {
        guard let reference = step.reference, let rate = step.rate.rate, rate < reference else {
            return words.say("advice.gain_reached", ["weeks": String(step.weeks)])
        }
        return words.say("advice.gain_tiny", ["noun": say.people, "last": last])
    }

    /// The result of the test behind the play; before and after, from the review's day on.
    func followUp(of text: ContentLibrary.Text) -> [(label: String, text: String)] {
        let test = say.edition.report.tests.first { $0.settings.id == text.note.frontMatter.test }
        let result = test.map { (words.say("advice.test"), TestStory(edition: say.edition, test: $0).result) }
        return [result].compactMap(\.self) + (text.play.map(sinceItBegan) ?? [])
    }

    private func sinceItBegan(_ play: Play) -> [(label: String, text: String)] {
        guard let started = play.started, let review = play.review, numbers.reportWeek.sunday >= review,
            let since = FollowUp(since: started, in: numbers), let before = say.shown(since.before.rate),
            let after = say.shown(since.after.rate)
        else { return [] }
        let change = words.say(
            "advice.since_text",
            [
                "week": words.weekTitle(started), "weeks_before": String(since.before.weeks),
                "weeks_after": String(since.after.weeks), "before": before.rate, "before_interval": before.interval,
                "after": after.rate, "after_interval": after.interval, "points": words.points(since.difference.value),
                "interval": words.pointsRange(since.difference.interval),
            ]
        )
        let verdict = words.say(since.isOpen ? "advice.since_open" : "advice.since_clear")
        let signal = words.say(since.signal == nil ? "advice.since_no_signal" : "advice.since_signal")
        let text = [change, verdict, signal, words.say("advice.no_experiment")].joined(separator: " ")
        return [(words.say("advice.since"), text)]
    }
}

extension Edition {
    /// The measure of a play, in words; `nil` where it names none.
    func kpi(of front: FrontMatter) -> String? {
        guard let kpi = front.kpi else { return nil }
        let measure = report.measures.first { $0.settings.id == kpi }?.settings.name.map(text)
        return words.phrasebook.text("kpi.\(kpi)") ?? measure ?? kpi
    }

    /// What the numbers up to `week` say to do at a stage: the plays called for, best first, and the others.
    ///
    /// At most three are shown at once; where none is called for, those that always stand are.
    func advised(_ id: String, _ say: FunnelWords, upTo week: Week) -> AdvisedPlays? {
        guard let metrics = say.funnel.metrics, let stage = say.stages.firstIndex(where: { $0.id == id }),
            let advice = say.advice(stage, upTo: week)
        else { return nil }
        let numbers = StageNumbers(of: stage, in: metrics, upTo: week, measures: report.measuresByID)
        let story = RecommendationStory(say: say, numbers: numbers)
        let texts = maker.library.plays(of: id, in: words.language)
        func text(_ play: Play) -> ContentLibrary.Text? { texts.first { $0.slug == play.slug } }
        let called = advice.recommendations.compactMap { recommendation in
            text(recommendation.play).map { text in
                AdvisedPlays.Item(text: text, merit: recommendation.merit, lines: story.lines(of: recommendation, text))
            }
        }
        func plain(_ plays: [Play]) -> [AdvisedPlays.Item] {
            plays.compactMap { play in
                text(play).map { AdvisedPlays.Item(text: $0, merit: 0, lines: story.followUp(of: $0)) }
            }
        }
        return AdvisedPlays(called: called, standing: plain(advice.standing), resting: plain(advice.resting))
    }
}

/// The plays of a stage in the order in which they are shown.
struct AdvisedPlays {
    /// A play with what is said of it beside its own text.
    struct Item {
        var text: ContentLibrary.Text
        var merit: Double
        var lines: [(label: String, text: String)]
        /// Whether it stands without its summary, because another page says what it is.
        var isShort = false

        /// The play without what is said of it.
        var inShort: Item { Item(text: text, merit: merit, lines: [], isShort: true) }
    }

    /// Those that the numbers call for.
    var called: [Item]
    /// Those that always stand.
    var standing: [Item]
    /// Those whose condition does not hold now.
    var resting: [Item]

    /// What is shown at once.
    var shown: [Item] { Array((called.isEmpty ? standing : called).prefix(StageAdvice.shown)) }
    /// What is behind the disclosure.
    var others: [Item] {
        Array((called.isEmpty ? standing : called).dropFirst(StageAdvice.shown)) + (called.isEmpty ? [] : standing)
            + resting
    }
}
