internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

extension Edition {
    /// What improvements would bring, what moved in the mix, and where entities came from by first and by last touch.
    ///
    /// - Parameter isBrokenDown: Whether the page breaks this funnel down by its dimensions; of others it says nothing here,
    ///   as each has a page of its own.
    func judgements(of story: WeekStory, isBrokenDown: Bool, on page: Address) -> TemplateValue {
        guard isBrokenDown else { return .list([]) }
        let whatIf = WhatIfTable(say: story.say, metrics: story.metrics, week: story.week)
        let files = downloads(.beside(story.week.week, "what-if"), from: page)
        let sections = whatIf.table.map { [section(whatIf.title, whatIf.subtitle, $0.linked(files))] } ?? []
        return .list(sections + mixes(of: story, on: page) + touches(of: story, on: page))
    }

    private func mixes(of story: WeekStory, on page: Address) -> [[String: TemplateValue]] {
        let files = downloads(.beside(story.week.week, "mix"), from: page)
        return story.metrics.funnel.dimensions.enumerated().compactMap { index, dimension in
            guard dimension.id != "segment" else { return nil }
            let mix = MixTable(say: story.say, week: story.week, dimension: dimension, breakdown: index)
            return mix.table.map { section(mix.title, mix.subtitle, $0.linked(files), texts: mix.sentences) }
        }
    }

    private func touches(of story: WeekStory, on page: Address) -> [[String: TemplateValue]] {
        let files = downloads(.beside(story.week.week, "touch"), from: page)
        return story.say.funnel.touches.compactMap { comparison in
            TouchTable(say: story.say, metrics: story.metrics, comparison: comparison, upTo: story.week.week).map {
                section($0.title, $0.subtitle, $0.table.linked(files))
            }
        }
    }

    /// The same of one value's page.
    func judgements(of story: ValueStory) -> TemplateValue {
        guard case .value(let value) = story.part, let newest = story.metrics.newestCompleteWeek else {
            return .list([])
        }
        let week = newest.week
        let dimension = story.metrics.funnel.dimensions[story.dimension]
        let judgements = newest.cohort.breakdowns[story.dimension].values.first { $0.values == [value] }?.judgements
        let judged = ValueJudgementTable(say: story.say, week: newest, judgements: judgements ?? [])
        let gains = GainTable(
            say: story.say,
            gains: story.metrics.gains(upTo: week, ofValue: [value], in: story.dimension)
        )
        let page = story.address ?? .index
        let files = downloads(.gains(dimension.id, story.say.funnel), from: page)
        let own = downloads(.dimension(dimension.id, story.say.funnel), from: page)
        var sections = judged.table.map { [section(judged.title, judged.subtitle, $0.linked(own))] } ?? []
        sections += gains.table.map { [section(gains.title, gains.subtitle, $0.linked(files))] } ?? []
        let touch = story.say.funnel.touches.first { $0.dimension == dimension.id }.flatMap {
            TouchTable(say: story.say, metrics: story.metrics, comparison: $0, upTo: week)
        }
        if let touch, let sentence = touch.sentence(on: value) {
            let files = downloads(.beside(week, "touch"), from: page)
            sections.append(section(touch.title, sentence, touch.table.linked(files)))
        }
        return .list(sections.map { $0.filter { $0.key != "texts" } })
    }

    private func section(
        _ title: String,
        _ subtitle: String,
        _ table: DataTable,
        texts: [String] = []
    ) -> [String: TemplateValue] {
        [
            "title": .text(title), "sub": .text(subtitle), "texts": .list(texts.map { ["text": .text($0)] }),
            "table": .text(table.html()),
        ]
    }
}
