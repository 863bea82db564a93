internal import Advice
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

    /// What it says first, without the funnel's name.
    var headline: String { sentence.text() }

    /// The sentence of the week.
    var sentence: WeekHeadline { WeekHeadline(names: say.names, week: week, finding: finding) }

    /// What the numbers of the week come to.
    var finding: WeekFinding { WeekFinding(of: week) }

    /// Two sentences on what stands behind the headline.
    var lede: String { verdict.text }

    private var verdict: WeekVerdict {
        WeekVerdict(names: say.names, week: week, finding: finding, wholeWay: wholeWay)
    }

    /// The weeks up to this one whose numbers are final. Later ones do not count, so that the page of a matured week
    /// stays as it is when weeks are added.
    private var maturedWeeks: [WeekMetrics] { say.settled(metrics.weeks.filter { $0.week <= week.week }) }

    /// Said where the week is not over.
    var notice: String? {
        guard !week.isComplete, let day = say.edition.lastDay(of: say.funnel) else { return nil }
        return words.say("week.running", ["date": words.formats.date(day)])
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

    /// The step that matters most, what changed, and what to do next.
    func facts(from page: Address) -> [[String: TemplateValue]] {
        let next = say.countsAnyStages ? nextFactOfAny(from: page) : nextFact(from: page)
        return [values(of: verdict.stepFact), values(of: verdict.changeFact), next].map { fact in
            ["lead": .absent, "link": .absent, "url": .absent].merging(fact) { $1 }
        }
    }

    private func values(of fact: WeekFact) -> [String: TemplateValue] {
        ["title": .text(fact.title), "lead": .optional(fact.lead), "text": .text(fact.text)]
    }

    /// Where numbers are of any stages, none says which stage is missing.
    private func nextFactOfAny(from page: Address) -> [String: TemplateValue] {
        [
            "title": .text(words.say("facts.next")), "text": .text(words.say("facts.next_any")),
            "link": .text(words.say("facts.next_stages")), "url": .text(page.link(to: .stages)),
        ]
    }

    /// The play that the numbers call for most; else the first one of the stage that most are lost before.
    private func nextFact(from page: Address) -> [String: TemplateValue] {
        let (stage, play) = next
        let id = say.stages[stage].id
        let fact = nextPlainFact
        return values(of: fact).merging([
            "link": .text(words.say(play == nil ? "facts.next_stage" : "facts.next_play")),
            "url": .text(page.link(to: play.map { .play($0.slug, of: id) } ?? .stage(id))),
        ]) { $1 }
    }

    private var nextPlainFact: WeekFact {
        let (stage, play) = next
        let title = words.say("facts.next")
        guard let play else {
            return WeekFact(title: title, text: words.say("facts.next_none", ["stage": say.name(stage)]))
        }
        let owner = play.note.frontMatter.owner.map { words.say("facts.next_owner", ["owner": $0]) }
        return WeekFact(title: title, lead: (play.note.title ?? play.slug) + ".", text: owner ?? "")
    }

    private var next: (stage: Int, play: ContentLibrary.Text?) {
        let best = bestAdvice
        let stage = best?.stage ?? finding.step?.stage ?? min(1, stages.count - 1)
        let plays = say.edition.maker.library.plays(of: say.stages[stage].id, in: words.language)
        return (stage, plays.first { $0.slug == best?.play.slug } ?? plays.first)
    }

    /// The three facts without links, for plain text.
    var plainFacts: [WeekFact] {
        let next =
            say.countsAnyStages
            ? WeekFact(title: words.say("facts.next"), text: words.say("facts.next_any")) : nextPlainFact
        return [verdict.stepFact, verdict.changeFact, next]
    }

    /// The recommendation with the largest gain for its effort; of equal ones the first stage's.
    private var bestAdvice: (stage: Int, play: Play)? {
        let best = stages.indices.compactMap { stage in
            say.advice(stage, upTo: week.week)?.recommendations.first.map { (stage, $0) }
        }
        let first = best.max { ($0.1.merit, -$0.0) < ($1.1.merit, -$1.0) }
        return first.map { ($0.0, $0.1.play) }
    }
}
