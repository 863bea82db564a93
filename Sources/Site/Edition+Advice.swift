internal import Advice
internal import Calendars
internal import Funnel
internal import Report
internal import Settings

extension Edition {
    /// What the numbers up to a week say to do, a section a funnel, each play once on the page: where its funnel is told first.
    func advice(of told: [WeekStory], from page: Address) -> [[String: TemplateValue]] {
        var listed: Set<String> = []
        return told.compactMap { story in
            advice(of: story, isOneOfMany: told.count > 1, from: page, besides: &listed)
        }
    }

    /// What the numbers up to a week say to do in one funnel, over all its stages, the largest gain for its effort first; at
    /// most three plays a stage are shown, the rest stand behind a disclosure. The first three of the page's first list, and
    /// the first of each other, say why and how; the stages' pages say so of all.
    ///
    /// `nil` where the funnel's stages have no plays, or none that the page has not listed.
    private func advice(
        of story: WeekStory,
        isOneOfMany: Bool,
        from page: Address,
        besides listed: inout Set<String>
    ) -> [String: TemplateValue]? {
        let stages = story.say.stages.compactMap { advised($0.id, story.say, upTo: story.week.week) }
        guard stages.contains(where: { !($0.shown + $0.others).isEmpty }) else { return nil }
        let called = stages.filter { !$0.called.isEmpty }
        let explained = listed.isEmpty ? StageAdvice.shown : 1
        func ranked(_ items: [AdvisedPlays.Item]) -> [[String: TemplateValue]] {
            let own = items.filter { listed.insert("\($0.text.play?.stage ?? "")/\($0.text.slug)").inserted }
            let sorted = own.enumerated().sorted { ($1.element.merit, $0.offset) < ($0.element.merit, $1.offset) }
            return sorted.enumerated().map { place, item in
                self.listed(place < explained ? item.element : item.element.inShort, from: page)
            }
        }
        let shown = ranked(called.flatMap(\.shown))
        let rest = ranked(called.flatMap { $0.called.dropFirst($0.shown.count) })
        if isOneOfMany, !called.isEmpty, shown.isEmpty, rest.isEmpty { return nil }
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
