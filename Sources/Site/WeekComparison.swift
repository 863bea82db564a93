internal import Advice
internal import Calendars
internal import Funnel
internal import Report

/// A week beside the one before it, in short lines: the entries, then every step, signals named.
struct WeekComparison {
    let names: StageNames
    let week: WeekMetrics

    private var words: Words { names.words }

    /// One a stage that can be compared; signals first, then by the order of the stages.
    var lines: [String] {
        let told = week.judgements.indices.compactMap { stage in line(stage).map { (stage, $0) } }
        let isSignal = { (stage: Int) in week.judgements[stage].signal != nil }
        return told.filter { isSignal($0.0) }.map(\.1) + told.filter { !isSignal($0.0) }.map(\.1)
    }

    /// `MQL → SAL 4,1 puan düştü (sinyal)`; `nil` where the two weeks cannot be compared.
    private func line(_ stage: Int) -> String? {
        let judgement = week.judgements[stage]
        guard let change = judgement.change, stage == 0 || isComparable(judgement) else { return nil }
        let said = stage == 0 ? entries(change) : rate(change, stage)
        let aged = judgement.ageDays.map {
            words.say("comparison.at_age", ["change": said, "days": words.formats.count($0)])
        }
        let mark = judgement.signal.map { $0.isProvisional ? "early_signal" : "signal" }
        guard let name = mark ?? (judgement.range == nil ? nil : "noise") else { return aged ?? said }
        return words.say("comparison.\(name)", ["change": aged ?? said])
    }

    private func isComparable(_ judgement: StageJudgement) -> Bool {
        judgement.trend.suffix(2).allSatisfy { ($0.rate?.denominator ?? 0) >= StageNumbers.smallestBase }
    }

    private func entries(_ change: Double) -> String {
        let way = direction(change)
        let values = ["percent": words.formats.percentSize(change), "stage": names.stages[0].short] as KeyValuePairs
        return names.byView("comparison.entries_\(way)", values)
    }

    private func rate(_ change: Double, _ stage: Int) -> String {
        let values = ["step": names.step(to: stage), "points": words.pointsSize(change)] as KeyValuePairs
        return words.say("comparison.rate_\(direction(change))", values)
    }

    /// Changes that are written as 0,0 are none.
    private func direction(_ change: Double) -> String { abs(change) < 0.0005 ? "same" : change > 0 ? "up" : "down" }
}

extension Edition {
    /// What the funnels that have a week say of it, in their order.
    func stories(of week: Week, in funnels: [FunnelReport]) -> [WeekStory] {
        funnels.compactMap { funnel in
            guard let metrics = funnel.metrics, let numbers = metrics.weeks.first(where: { $0.week == week }) else {
                return nil
            }
            return WeekStory(say: FunnelWords(edition: self, funnel: funnel), metrics: metrics, week: numbers)
        }
    }

    /// The stories of a week's page, and the one that speaks first.
    func stories(of week: Week) -> (all: [WeekStory], lead: WeekStory)? {
        let told = stories(of: week, in: mainFunnels)
        return Self.leading(told).map { (told, $0) }
    }

    /// The week that the front page shows.
    var frontWeek: Week? {
        let metrics = report.funnels.first?.metrics
        return (metrics?.newestCompleteWeek ?? metrics?.weeks.last)?.week
    }

    /// The newest week in words, ready to be a commit's message: its headline, the verdict, and a line a change.
    var message: (subject: String, body: String)? {
        guard let week = frontWeek, let (all, lead) = stories(of: week) else { return nil }
        let headline = lead.sentence.text(namesFunnel: all.count > 1)
        let parts = all.map { story in
            let lines = WeekComparison(names: story.say.names, week: story.week).lines.map { "- \($0)" }
            let heading = all.count > 1 ? ["\(name(of: story.say.funnel)):"] : []
            return (lines.isEmpty ? [] : heading + lines).joined(separator: "\n")
        }
        let body = ([lead.lede] + parts.filter { !$0.isEmpty }).joined(separator: "\n\n")
        return (words.say("mail.subject", ["week": words.weekTitle(week), "headline": headline]), body)
    }
}
