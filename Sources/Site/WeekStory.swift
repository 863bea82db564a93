internal import Calendars
internal import Funnel
internal import Notes
internal import Settings

/// What one week of a funnel says first: headline, verdict, three facts.
///
/// No sentence sets a number that may still grow against one that is final, and none says more than the counts do.
struct WeekStory {
    let say: FunnelWords
    let metrics: FunnelMetrics
    let week: WeekMetrics

    private var words: Words { say.words }
    private var stages: [StageMetrics] { week.cohort.stages }

    /// Whether any of the week's numbers may still change.
    var isMaturing: Bool { !stages.allSatisfy(\.isMatured) }

    var headline: String {
        let stage = say.name(0)
        guard let entered = stages[0].count else { return words.say("week.h1_unknown", ["stage": stage]) }
        if entered == 0, week.isComplete { return say.byView("week.h1_none", ["stage": stage]) }
        return say.byView(
            week.isComplete ? "week.h1" : "week.h1_running",
            ["count": say.count(entered), "noun": say.noun(entered), "stage": stage]
        )
    }

    /// Two sentences: entries against the week before, and the rate of the whole way in matured weeks.
    var lede: String { "\(entries) \(wholeWay)" }

    /// The weeks up to this one whose numbers are final. Later ones do not count, so that the page of a matured week
    /// stays as it is when weeks are added.
    private var maturedWeeks: [WeekMetrics] { say.settled(metrics.weeks.filter { $0.week <= week.week }) }

    /// Said where the week is not over.
    var notice: String? {
        guard !week.isComplete, let day = say.edition.lastDay else { return nil }
        return words.say("week.running", ["date": words.formats.date(day)])
    }

    private var entries: String {
        guard let now = stages[0].count else { return words.say("counts.blank") }
        guard let before = week.before?.stages[0].count, before > 0 else { return words.say("week.first") }
        guard now != before else { return say.byView("week.same") }
        let change = Double(now - before) / Double(before)
        return say.byView(change > 0 ? "week.up" : "week.down", ["percent": words.formats.percentSize(change)])
    }

    private var wholeWay: String {
        let weeks = maturedWeeks.count
        guard weeks > 0, let rate = week.maturedUntilHere.last?.fromFirst else {
            let isNever = !say.isActivity && metrics.funnel.maturingMicroseconds == nil
            return isNever ? words.say("week.never_matures") : say.byView("week.none_matured")
        }
        let (from, to) = (say.count(rate.denominator), say.count(rate.numerator))
        if let shown = say.shown(rate) {
            return say.byView(
                "week.overall",
                ["weeks": String(weeks), "step": say.wholeWay, "rate": shown.rate, "interval": shown.interval]
            )
        }
        let values = ["weeks": String(weeks), "step": say.wholeWay, "from": from, "to": to] as KeyValuePairs
        let isSmall = rate.denominator > 0 && !rate.isLarger
        return isSmall ? say.byView("week.overall_small", values) : words.say("week.overall_none", values)
    }

    func facts(from page: Address) -> [[String: TemplateValue]] {
        let loss = largestLoss
        let next = say.countsAnyStages ? nextFactOfAny(from: page) : nextFact(stage: loss?.stage ?? 1, from: page)
        return [lossFact(loss), changeFact, next].map { fact in
            ["lead": .absent, "link": .absent, "url": .absent].merging(fact) { $1 }
        }
    }

    /// The step that most entrants of the newest matured weeks did not take, those to optional stages aside; `nil` without
    /// enough of them.
    private var largestLoss: (stage: Int, rate: ConversionRate, weeks: Int)? {
        let weeks = maturedWeeks.suffix(4)
        let steps = metrics.funnel.stages.indices.dropFirst().filter { !say.isOptional($0) }
        let rates = steps.map { stage -> (stage: Int, rate: ConversionRate) in
            let rates = weeks.compactMap { $0.cohort.stages[stage].fromPrevious }
            let (passed, base) = (rates.map(\.numerator).reduce(0, +), rates.map(\.denominator).reduce(0, +))
            return (stage, ConversionRate(passed, of: base))
        }
        let shown = rates.filter { say.shown($0.rate) != nil }
        guard let largest = shown.max(by: { lost($0.rate) < lost($1.rate) }), lost(largest.rate) > 0 else { return nil }
        return (largest.stage, largest.rate, weeks.count)
    }

    private func lost(_ rate: ConversionRate) -> Int { rate.denominator - rate.numerator }

    private func lossFact(_ loss: (stage: Int, rate: ConversionRate, weeks: Int)?) -> [String: TemplateValue] {
        let title = TemplateValue.text(say.byView("facts.loss"))
        guard let loss, let rate = loss.rate.rate else {
            return ["title": title, "text": .text(say.byView("facts.loss_none"))]
        }
        let lost = lost(loss.rate)
        let text = say.byView(
            "facts.loss_text",
            [
                "passed": words.formats.wholePercent(rate), "lost": say.count(lost), "noun": say.noun(lost),
                "weeks": String(loss.weeks),
            ]
        )
        return ["title": title, "lead": .text(say.step(to: loss.stage) + "."), "text": .text(text)]
    }

    /// The step whose rate changed most since the week before, at the same age.
    private var changeFact: [String: TemplateValue] {
        let title = TemplateValue.text(words.say("facts.change"))
        let changes = stages.indices.dropFirst().compactMap { stage in
            say.change(stages[stage].fromPrevious, since: week.before?.stages[stage].fromPrevious).map { (stage, $0) }
        }
        guard let (stage, change) = changes.max(by: { abs($0.1) < abs($1.1) }),
            let now = say.shown(stages[stage].fromPrevious),
            let before = say.shown(week.before?.stages[stage].fromPrevious)
        else { return ["title": title, "text": .text(say.byView("facts.change_none"))] }
        let text = words.say(
            stages[stage].isMatured ? "facts.change_final" : "facts.change_text",
            [
                "before": before.rate, "now": now.rate, "points": words.points(change),
                "days": String(week.ageDays),
            ]
        )
        return ["title": title, "lead": .text(say.step(to: stage) + "."), "text": .text(text)]
    }

    /// Where numbers are of any stages, none says which stage is missing.
    private func nextFactOfAny(from page: Address) -> [String: TemplateValue] {
        [
            "title": .text(words.say("facts.next")), "text": .text(words.say("facts.next_any")),
            "link": .text(words.say("facts.next_stages")), "url": .text(page.link(to: .stages)),
        ]
    }

    /// The first play of the stage that most are lost before.
    private func nextFact(stage: Int, from page: Address) -> [String: TemplateValue] {
        let id = say.stages[stage].id
        var fact: [String: TemplateValue] = [
            "title": .text(words.say("facts.next")),
            "text": .text(words.say("facts.next_none", ["stage": say.name(stage)])),
            "link": .text(words.say("facts.next_stage")), "url": .text(page.link(to: .stage(id))),
        ]
        if let play = say.edition.maker.library.plays(of: id, in: words.language).first {
            let owner = play.note.frontMatter.owner
            fact["link"] = .text(words.say("facts.next_play"))
            fact["url"] = .text(page.link(to: .play(play.slug, of: id)))
            fact["lead"] = .text((play.note.title ?? play.slug) + ".")
            fact["text"] = .text(owner.map { words.say("facts.next_owner", ["owner": $0]) } ?? "")
        }
        return fact
    }
}
