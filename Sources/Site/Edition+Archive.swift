internal import Calendars
internal import Figures
internal import Funnel
internal import Report

extension Edition {
    /// All weeks, newest first, with their headline and the rate of the whole way.
    var archivePage: Page {
        let tables = mainFunnels.compactMap { funnel -> [String: TemplateValue]? in
            guard let table = archiveTable(of: funnel) else { return nil }
            return [
                "heading": mainFunnels.count > 1 ? .text(name(of: funnel)) : .absent,
                "table": .text(table.linked(downloads(.funnel(funnel), from: .archive)).html()),
                "sub": .text(FunnelWords(edition: self, funnel: funnel).viewNote),
                "lines": .optional(
                    yearTable(of: funnel)?.linked(downloads(.funnel(funnel), from: .archive)).html()
                ),
                "restated": restatedWeeks(of: funnel),
            ]
        }
        let lede = report.funnels.first.map { FunnelWords(edition: self, funnel: $0).byView("archive.lede") } ?? ""
        return Page(
            address: .archive,
            template: "archive",
            title: words.say("archive.title"),
            description: lede,
            values: [
                "lede": .text(lede), "tables": .list(tables), "activity": activityLink(from: .archive),
                "other_view": otherView(from: .archive),
            ],
            isDated: true
        )
    }

    /// The closed weeks that give other numbers now, newest first.
    private func restatedWeeks(of funnel: FunnelReport) -> TemplateValue {
        let say = FunnelWords(edition: self, funnel: funnel)
        let weeks = (funnel.metrics?.weeks ?? []).reversed().compactMap { week in
            funnel.restatement(of: week.week).map { restatement -> [String: TemplateValue] in
                let story = RestatementStory(say: say, restatement: restatement)
                return [
                    "name": .text(words.weekTitle(week.week)), "text": .text(story.sentence),
                    "url": .text(Address.archive.link(to: .week(week.week))),
                ]
            }
        }
        return weeks.isEmpty ? .absent : .object(["weeks": .list(weeks)])
    }

    private func yearTable(of funnel: FunnelReport) -> DataTable? {
        guard let metrics = funnel.metrics else { return nil }
        return YearTable(say: FunnelWords(edition: self, funnel: funnel), metrics: metrics).table
    }

    private func archiveTable(of funnel: FunnelReport) -> DataTable? {
        guard let metrics = funnel.metrics, !metrics.weeks.isEmpty else { return nil }
        let say = FunnelWords(edition: self, funnel: funnel)
        let names = [
            words.say("table.week"), words.say("archive.headline"), say.withInterval(say.wholeWay),
            words.say("archive.signals"),
        ]
        return DataTable(
            caption: words.say("archive.title"),
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: $0.offset > 1) },
            rows: metrics.weeks.reversed().map { week in
                let story = WeekStory(say: say, metrics: metrics, week: week)
                let isRestated = funnel.restatement(of: week.week) != nil
                return DataTable.Row(
                    [
                        say.cell(week.week, from: .archive),
                        .text(story.headline + (isRestated ? " · " + words.say("restated.mark") : "")),
                        say.finalRateCell(week.cohort.stages.last, in: week),
                        .text(words.formats.count(week.judgements.count { $0.signal != nil })),
                    ],
                    className: "line"
                )
            },
            regionLabel: say.region(words.say("archive.title"))
        )
    }
}
