internal import Figures
internal import Funnel
internal import Report
internal import Settings

extension Edition {
    /// A page for each channel, and for each value of the other dimensions.
    var valuePages: [Page] {
        report.funnels.flatMap { funnel -> [Page] in
            guard let metrics = funnel.metrics, !metrics.weeks.isEmpty else { return [] }
            let say = FunnelWords(edition: self, funnel: funnel)
            return metrics.funnel.dimensions.indices.flatMap { dimension -> [Page] in
                let names = ValueNames(metrics.total.breakdowns[dimension])
                return names.parts.map { part in
                    page(of: ValueStory(say: say, metrics: metrics, dimension: dimension, names: names, part: part))
                }
            }
        }
    }

    private func page(of story: ValueStory) -> Page {
        let title = report.funnels.count > 1 ? "\(name(of: story.say.funnel)), \(story.title)" : story.title
        let downloads = downloads(.dimension(story.dimensionID, story.say.funnel), from: story.address ?? .index)
        return Page(
            address: story.address ?? .index,
            template: "value",
            title: title,
            description: "\(title). \(story.lede)",
            values: [
                "kick": .text(name(of: story.say.funnel)),
                "h1": .text(story.title),
                "lede": .text(story.lede),
                "sub": .text(story.note),
                "steps_title": .text(story.stepTitle),
                "steps": .text(story.stepTable.linked(downloads).html()),
                "multiples": .optional(multiples(of: story, downloads)),
                "judgements": judgements(of: story),
                "weeks": .text(story.weekTable.linked(downloads).html()),
                "others": .list(story.others(from: story.address ?? .index)),
            ],
            isDated: true
        )
    }

    private func multiples(of story: ValueStory, _ downloads: DataTable.Downloads) -> String? {
        let id = "\(story.say.funnel.settings.definition.id)-multiples"
        return MultiplesMaker(story: story, id: id, downloads: downloads).figure(from: story.address ?? .index)?.html()
    }
}
