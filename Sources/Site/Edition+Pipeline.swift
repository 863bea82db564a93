internal import Calendars
internal import Figures
internal import Funnel
internal import Report
internal import Settings

extension Edition {
    private var pipelineStories: [PipelineStory] {
        report.funnels.compactMap { funnel in
            funnel.pipeline.map { PipelineStory(say: FunnelWords(edition: self, funnel: funnel), pipeline: $0) }
        }
    }

    /// Whether there is a page of pipelines.
    var hasPipeline: Bool { report.funnels.contains { $0.pipeline != nil } }

    /// How records stood at the end of data, a section a funnel; no page without records.
    var pipelinePages: [Page] {
        let stories = pipelineStories
        guard let first = stories.first else { return [] }
        let open = stories.map(\.open).reduce(0, +)
        let headline =
            stories.count == 1
            ? first.headline
            : words.say("pipeline.h1_many", ["count": words.formats.count(open)], plural: PluralNumber(open))
        let lede = stories.count == 1 ? first.lede : headline + "."
        return [
            Page(
                address: .pipeline,
                template: "pipeline",
                title: words.say("nav.pipeline"),
                description: words.say("pipeline.description", ["date": first.date, "lede": lede]),
                values: [
                    "hatches": .text(Hatch.definitions()),
                    "kick": .text(words.say("pipeline.kick", ["date": first.date])),
                    "h1": .text(headline),
                    "funnels": .list(stories.map { section(of: $0, isOneOfMany: stories.count > 1) }),
                ]
            )
        ]
    }

    private func section(of story: PipelineStory, isOneOfMany: Bool) -> [String: TemplateValue] {
        let quality = PipelineQuality(story: story)
        let id = story.say.funnel.settings.definition.id
        let downloads = downloads(.pipeline(story.say.funnel), from: .pipeline)
        return [
            "heading": isOneOfMany ? .text("\(name(of: story.say.funnel)): \(story.headline)") : .absent,
            "lede": .text(story.lede),
            "rounds": .optional(story.rounds),
            "facts": .list(story.facts),
            "has_facts": .flag(!story.facts.isEmpty),
            "facts_label": .text(story.say.region(words.say("facts.label"))),
            "blocks": .list(story.blocks.map(\.value)),
            "figure": .text(PipelineFigureMaker(story: story, id: "\(id)-pipeline").figure.html()),
            "outcomes_sub": .text(words.say("pipeline.outcomes_sub", ["noun": story.say.people])),
            "outcomes": .text(story.outcomeTable.linked(downloads).html()),
            "stages": .text(story.stageTable.linked(downloads).html()),
            "quality": .list(quality.sentences.map { ["text": .text($0)] }),
            "backwards": .optional(quality.backwards?.html()),
            "more": .optional(quality.more),
        ]
    }

    /// The last local day that counts in `funnel`.
    func lastDay(of funnel: FunnelReport) -> LocalDate? {
        funnel.metrics.map { $0.timeline.date(at: $0.asOf - 1) }
    }
}
