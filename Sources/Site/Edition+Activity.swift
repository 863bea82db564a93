internal import Figures
internal import Funnel
internal import Report

extension Edition {
    /// What happened in each week, beside pages by week of entry; none where no funnel tells it.
    var activityPages: [Page] {
        let sections = activeFunnels.compactMap(activitySection)
        guard !sections.isEmpty else { return [] }
        return [
            Page(
                address: .activity,
                template: "activity",
                title: words.say("activity.title"),
                description: words.say("activity.lede"),
                values: [
                    "kick": .text(words.formats.capitalized(words.view(.activity))), "funnels": .list(sections),
                ],
                isDated: true
            )
        ]
    }

    private func activitySection(of funnel: FunnelReport) -> [String: TemplateValue]? {
        guard let metrics = funnel.activity else { return nil }
        let say = FunnelWords(edition: self, funnel: funnel, view: .activity)
        let downloads = downloads(.activity(funnel), from: .activity)
        let newest = metrics.newestCompleteWeek.map { ActivityTable(say: say, week: $0) }
        let isLinked = isOnWeekPages(funnel)
        let sub =
            isLinked ? words.say("activity.weeks_sub", ["noun": say.people]) : words.say("activity.weeks_sub_plain")
        let cohort = isLinked ? metrics.newestCompleteWeek.flatMap { cohortPage(of: $0) } : nil
        return [
            "heading": activeFunnels.count > 1 ? .text(name(of: funnel)) : .absent,
            "week_title": .optional(newest?.title),
            "week_sub": .text(words.say("activity.week_sub", ["view": words.view(.activity)])),
            "week": .optional(newest?.table.linked(downloads).html()),
            "weeks_sub": .text(sub),
            "weeks": .text(WeeksTable(say: say, metrics: metrics, page: .activity).table.linked(downloads).html()),
            "cohort_url": .optional(cohort),
        ]
    }

    private func cohortPage(of week: WeekMetrics) -> String? {
        weeks.contains(week.week) ? Address.activity.link(to: .week(week.week)) : nil
    }
}
