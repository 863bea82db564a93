internal import Advice
internal import Calendars
internal import Funnel
internal import Report
internal import Settings

extension Edition {
    /// What the numbers up to a week say to do, a list a funnel. A play of a stage that several funnels have stands in the
    /// list of the first one that calls for it; funnels whose plays stand elsewhere have no list.
    func advice(of told: [WeekStory], from page: Address) -> [[String: TemplateValue]] {
        var listed: Set<Address> = []
        return told.compactMap { advice(of: $0, isOneOfMany: told.count > 1, besides: &listed, from: page) }
    }

    /// The plays called for at all stages of one funnel, the largest gain for its effort first; at most three a stage are
    /// shown, the rest stand behind a disclosure. `nil` where the funnel's stages have no plays.
    private func advice(
        of story: WeekStory,
        isOneOfMany: Bool,
        besides listedBefore: inout Set<Address>,
        from page: Address
    ) -> [String: TemplateValue]? {
        let stages = story.say.stages.compactMap { advised($0.id, story.say, upTo: story.week.week) }
        guard stages.contains(where: { !($0.shown + $0.others).isEmpty }) else { return nil }
        let isNew = stages.flatMap(\.called).contains { !listedBefore.contains($0.text.source.address) }
        let called = stages.filter { !$0.called.isEmpty }
        guard called.isEmpty || isNew else { return nil }
        func ranked(_ items: [AdvisedPlays.Item]) -> [[String: TemplateValue]] {
            let new = items.filter { !listedBefore.contains($0.text.source.address) }
            let sorted = new.enumerated().sorted { ($1.element.merit, $0.offset) < ($0.element.merit, $1.offset) }
            return sorted.map { listed($0.element, from: page) }
        }
        let shown = ranked(called.flatMap(\.shown))
        let rest = ranked(called.flatMap { $0.called.dropFirst($0.shown.count) })
        listedBefore.formUnion(called.flatMap(\.called).map(\.text.source.address))
        let title =
            isOneOfMany
            ? words.say("advice.title_of", ["funnel": name(of: story.say.funnel)]) : words.say("advice.title")
        return [
            "title": .text(title), "lede": .text(words.say(called.isEmpty ? "advice.none" : "advice.lede")),
            "has_plays": .flag(!shown.isEmpty), "plays": .list(shown), "has_others": .flag(!rest.isEmpty),
            "others": .list(rest),
        ]
    }
}
