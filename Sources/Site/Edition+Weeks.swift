internal import Advice
internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

extension Edition {
    /// The newest complete week; while the first week runs, that one; without any data, a page that says so.
    var frontPage: Page {
        let metrics = report.funnels.first?.metrics
        guard let week = (metrics?.newestCompleteWeek ?? metrics?.weeks.last)?.week else { return noDataPage }
        return weekPage(week, at: .index, of: mainFunnels)
    }

    var weekPages: [Page] { weeks.map { weekPage($0, at: .week($0), of: mainFunnels) } }

    /// Where there are several funnels, the newest complete week of each.
    var funnelPages: [Page] {
        guard report.funnels.count > 1 else { return [] }
        return report.funnels.compactMap { funnel in
            guard let week = funnel.metrics?.newestCompleteWeek else { return nil }
            return weekPage(week.week, at: .funnel(funnel.settings.definition.id), of: [funnel])
        }
    }

    private func weekPage(_ week: Week, at address: Address, of funnels: [FunnelReport]) -> Page {
        let told = stories(of: week, in: funnels)
        guard let first = told.first, let lead = Self.leading(told) else { return noDataPage }
        let facts = lead.facts(from: address)
        let headline = lead.sentence.text(namesFunnel: told.count > 1)
        let isOfFunnel = address == .funnel(first.say.funnel.settings.definition.id)
        let subject = isOfFunnel ? "\(name(of: first.say.funnel)), " : ""
        return Page(
            address: address,
            template: "week",
            title: "\(subject)\(words.weekTitle(week)): \(headline)",
            description: subject
                + words.say(
                    "week.description",
                    ["dates": words.formats.dates(week), "h1": headline, "lede": lead.lede]
                ),
            values: [
                "hatches": .text(Hatch.definitions()),
                "kick": .text(kick(week, lead.say, named: told.count > 1 || isOfFunnel)),
                "h1": .text(headline),
                "lede": .text(lead.lede),
                "notice": .optional(lead.notice),
                "faults": .list(faults(in: week, told)),
                "restated": .list(told.compactMap { restated($0, isOneOfMany: told.count > 1) }),
                "has_facts": .flag(!facts.isEmpty),
                "facts": .list(facts),
                "figures": .list(told.indices.map { figures(of: told[$0], after: told[..<$0], on: address) }),
                "advice": .list(advice(of: told, from: address)),
                "weeks": isOfFunnel && !isOnWeekPages(first.say.funnel) ? weeks(of: first, from: address) : .absent,
                "comment": isOnWeekPages(first.say.funnel) ? comment(on: week, from: address) : .absent,
                "hand_off": isOfFunnel ? handOff(of: first, from: address) : .absent,
                "activity": isOnWeekPages(first.say.funnel) ? activityLink(from: address) : .absent,
                "other_view": address == .index ? otherView(from: address) : .absent,
                "data": address == .index ? data : .absent,
            ].merging(isOnWeekPages(first.say.funnel) ? pager(week, from: address) : noPager) { $1 },
            isDated: address == .index || told.contains(where: \.isMaturing)
        )
    }

    /// The story with the weightiest news, of equal ones the site's first.
    static func leading(_ told: [WeekStory]) -> WeekStory? {
        told.indices.min { (told[$0].finding.rank, $0) < (told[$1].finding.rank, $1) }.map { told[$0] }
    }

    /// What of the week's rows looks like a fault of recording, in the sources of its funnels.
    private func faults(in week: Week, _ told: [WeekStory]) -> [[String: TemplateValue]] {
        let used = Set(told.flatMap { maker.settings.sources(of: $0.say.funnel.settings).map(\.id) })
        return report.sources.filter { used.contains($0.id) }.flatMap { source -> [[String: TemplateValue]] in
            guard let volume = source.volume?.part(of: week) else { return [] }
            return VolumeWords(words: words, source: source.id, volume: volume).sentences.map { ["text": .text($0)] }
        }
    }

    /// A closed week of which the same rows' date gives other numbers now.
    private func restated(_ story: WeekStory, isOneOfMany: Bool) -> [String: TemplateValue]? {
        guard let restatement = story.say.funnel.restatement(of: story.week.week) else { return nil }
        let told = RestatementStory(say: story.say, restatement: restatement)
        return [
            "heading": .text(told.heading(withName: isOneOfMany)), "lede": .text(told.lede),
            "changes": .list(told.sentences.map { ["text": .text($0)] }),
        ]
    }

    private var data: TemplateValue { .object(DataAccount(edition: self).values) }

    /// Week and dates, the dates for machines too, and the view; of several funnels, the one that the headline speaks of.
    private func kick(_ week: Week, _ say: FunnelWords, named: Bool) -> String {
        let dates = "<time datetime=\"\(week)\">\(words.formats.dates(week))</time>"
        let names = named ? [escaped(name(of: say.funnel))] : []
        return ([words.weekName(week), dates] + names + [words.view(say.view)])
            .joined(separator: " <span aria-hidden=\"true\">·</span> ")
    }

    /// The newest 26 weeks of a funnel that the pages of weeks do not show.
    private func weeks(of story: WeekStory, from page: Address) -> TemplateValue {
        let table = WeeksTable(say: story.say, metrics: story.metrics, page: page).table
        return .object([
            "sub": .text(story.say.viewNote),
            "table": .text(table.linked(downloads(.funnel(story.say.funnel), from: page)).html()),
        ])
    }

    /// Of funnels that share a page only the site's first one is broken down there: the others have pages of their own.
    ///
    /// - Parameter before: The stories that the page has told already.
    private func figures(
        of story: WeekStory,
        after before: ArraySlice<WeekStory>,
        on page: Address
    ) -> [String: TemplateValue] {
        let id = story.say.funnel.settings.definition.id
        let isOneOfMany = page != .funnel(id) && mainFunnels.count > 1
        let hasPage = story.metrics.newestCompleteWeek != nil
        let steps = StepTable(say: story.say, week: story.week)
        let trends = trends(of: story, after: before, on: page)
        let figure = FunnelFigureMaker(say: story.say, week: story.week, id: "\(id)-funnel", page: page).figure
        let downloads = downloads(.week(story.week.week), from: page)
        let isBrokenDown = !isOneOfMany || report.funnels.first?.settings.definition.id == id
        return [
            "id": .text(id),
            "heading": isOneOfMany ? .text(name(of: story.say.funnel)) : .absent,
            "funnel_url": isOneOfMany && hasPage ? .text(page.link(to: .funnel(id))) : .absent,
            "in_short": isBrokenDown ? .absent : .text(inShort(story, repeated: trends.repeated)),
            "drawn": .text(words.say("week.drawn", ["funnel": name(of: story.say.funnel)])),
            "funnel": .text(figure.html()),
            "steps": .text(steps.table.linked(downloads).html()),
            "steps_sub": .text(steps.subtitle),
            "trend": trends.drawn.count == 1 ? .optional(trends.drawn.first) : .absent,
            "has_trends": .flag(trends.drawn.count > 1),
            "trends": .list(trends.drawn.count > 1 ? trends.drawn.map { ["figure": .text($0)] } : []),
            "expected": ExpectedTable(say: story.say, week: story.week).values(downloads),
            "judgements": judgements(of: story, isBrokenDown: isBrokenDown, on: page),
            "breakdowns": .list(isBrokenDown ? breakdowns(of: story, on: page) : []),
        ]
    }

    /// What a funnel that shares the page says first: its sentence and verdict, or that its signals are told already.
    private func inShort(_ story: WeekStory, repeated: [String]) -> String {
        let isTold = !repeated.isEmpty && repeated.count == story.finding.signals.count
        let sentences = isTold ? [words.say("week.no_other")] : [story.headline + ".", story.lede]
        return (repeated + sentences).joined(separator: " ")
    }

    /// The trend of each step with a signal; a step that a funnel before has told with the same numbers is a sentence.
    private func trends(
        of story: WeekStory,
        after before: ArraySlice<WeekStory>,
        on page: Address
    ) -> (drawn: [String], repeated: [String]) {
        var (drawn, repeated): ([String], [String]) = ([], [])
        for stage in story.say.stages.indices.dropFirst() {
            let step = SignalledStep(of: stage, in: story)
            if let teller = before.first(where: { step.isTold(by: $0) }) {
                let funnel = name(of: teller.say.funnel)
                repeated.append(words.say("trend.same", ["step": story.say.step(to: stage), "funnel": funnel]))
            } else if let figure = step.figure(downloads(.beside(story.week.week, "trends"), from: page)) {
                drawn.append(figure)
            }
        }
        return (drawn, repeated)
    }

    /// Where entrants came from, under the table of channels.
    private func mix(of story: WeekStory, _ dimension: Dimension, _ files: DataTable.Downloads) -> String? {
        let dimensions = story.metrics.funnel.dimensions
        guard dimension.id == "channel", let index = dimensions.firstIndex(where: { $0.id == dimension.id }) else {
            return nil
        }
        let id = "\(story.say.funnel.settings.definition.id)-mix"
        var maker = MixMaker(say: story.say, metrics: story.metrics, dimension: index, id: id)
        maker.downloads = files
        return maker.html(upTo: story.week)
    }

    /// The tables of the dimensions. The week's files hold those of the site's first funnel.
    private func breakdowns(of story: WeekStory, on page: Address) -> [[String: TemplateValue]] {
        let funnel = story.say.funnel
        let isFirst = report.funnels.first?.settings.definition.id == funnel.settings.definition.id
        return story.metrics.funnel.dimensions.indices.compactMap { index in
            let breakdown = story.week.cohort.breakdowns[index]
            guard !breakdown.values.isEmpty else { return nil }
            let dimension = story.metrics.funnel.dimensions[index]
            let table = BreakdownTable(
                say: story.say,
                week: story.week,
                breakdown: breakdown,
                dimension: dimension,
                names: ValueNames(story.metrics.total.breakdowns[index]),
                page: page
            )
            let signals = ValueSignals(say: story.say, week: story.week, breakdown: index, dimension: dimension)
            let all = downloads(.dimension(dimension.id, funnel), from: page)
            let week = story.week.week
            let own = isFirst ? downloads(.week(week), from: page) : all
            let shares = isFirst ? downloads(.beside(week, "shares"), from: page) : all
            return [
                "title": .text(table.title), "sub": .text(table.subtitle),
                "texts": .list(signals.sentences.map { ["text": .text($0)] }),
                "table": .text(table.table.linked(own).html()), "mix": .optional(mix(of: story, dimension, shares)),
            ]
        }
    }

    private func pager(_ week: Week, from address: Address) -> [String: TemplateValue] {
        func neighbour(_ key: String, _ other: Week?) -> TemplateValue {
            guard let other else { return .absent }
            let name = words.say("week.\(key)", ["week": words.weekTitle(other)])
            return .object(["name": .text(name), "url": .text(address.link(to: .week(other)))])
        }
        let previous = weeks.last { $0 < week }
        let next = weeks.first { $0 > week }
        return [
            "has_pager": .flag(previous != nil || next != nil),
            "previous": neighbour("previous", previous),
            "next": neighbour("next", next),
        ]
    }

    private var noPager: [String: TemplateValue] {
        ["has_pager": .flag(false), "previous": .absent, "next": .absent]
    }

    private var noDataPage: Page {
        Page(
            address: .index,
            template: "week",
            title: words.say("no_data.title"),
            description: words.say("no_data.text"),
            values: [
                "hatches": .absent, "kick": .text(""), "h1": .text(words.say("no_data.title")),
                "lede": .text(words.say("no_data.text")),
                "notice": .absent, "faults": .list([]), "restated": .list([]), "has_facts": .flag(false),
                "facts": .list([]), "advice": .list([]),
                "figures": .list([]), "data": data, "comment": .absent, "weeks": .absent, "hand_off": .absent,
                "activity": .absent, "other_view": otherView(from: .index),
            ].merging(noPager) { $1 }
        )
    }
}
