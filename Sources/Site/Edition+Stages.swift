internal import Advice
internal import Figures
internal import Funnel
internal import Notes
internal import Report
internal import Settings

extension Edition {
    private var funnelWords: [FunnelWords] { report.funnels.map { FunnelWords(edition: self, funnel: $0) } }

    /// Every stage id once, in the order of the funnels.
    private var stageIDs: [String] {
        var seen: Set<String> = []
        return report.funnels.flatMap { $0.settings.stages.map(\.id) }.filter { seen.insert($0).inserted }
    }

    var stagesPage: Page {
        let tables = funnelWords.map { say -> [String: TemplateValue] in
            [
                "heading": report.funnels.count > 1 ? .text(name(of: say.funnel)) : .absent,
                "sub": isOnWeekPages(say.funnel) ? .text(say.viewNote) : .absent,
                "table": .text(stagesTable(say).linked(downloads(.funnel(say.funnel), from: .stages)).html()),
            ]
        }
        return Page(
            address: .stages,
            template: "stages",
            title: words.say("stages.title"),
            description: words.say("stages.lede"),
            values: ["tables": .list(tables)],
            isDated: true
        )
    }

    private func stagesTable(_ say: FunnelWords) -> DataTable {
        let hasRates = isOnWeekPages(say.funnel)
        let rateHead = say.withInterval(say.byView("stages.rate"))
        let names =
            [words.say("table.stage")] + (hasRates ? [rateHead] : [])
            + ["plays", "phase", "owner"].map { words.say("stages.\($0)") }
        let numeric = hasRates ? 1...2 : 1...1
        return DataTable(
            caption: name(of: say.funnel),
            columns: names.enumerated().map { DataTable.Column($0.element, isNumeric: numeric.contains($0.offset)) },
            rows: say.stages.indices.map { stage in
                let none = words.say("table.none")
                let settings = say.stages[stage]
                let rate = say.countsAnyStages ? nil : say.funnel.metrics?.totalMatured.stages[stage].fromPrevious
                return DataTable.Row(
                    [.link(say.name(stage), to: Address.stages.link(to: .stage(settings.id)))]
                        + (hasRates ? [say.rateCell(rate, isMatured: true)] : []) + [
                            .text(words.formats.count(maker.library.plays(of: settings.id, in: words.language).count)),
                            .text(settings.phase.map { words.say("phase.\($0.rawValue)") } ?? none),
                            .text(settings.owner.map(words.owner) ?? none),
                        ],
                    className: "line"
                )
            },
            regionLabel: name(of: say.funnel)
        )
    }

    var stagePages: [Page] { stageIDs.flatMap { [stagePage($0)] + playPages(of: $0) } }

    private func stagePage(_ id: String) -> Page {
        let stories = funnelWords.compactMap { say in
            say.stages.firstIndex { $0.id == id }.map { StageStory(say: say, stage: $0) }
        }
        let shown = stories.filter { $0.say.view == stories.first?.say.view }
        let others = stories.filter { $0.say.view != stories.first?.say.view }
        let title = stories.first.map { $0.say.name($0.stage) } ?? id
        let lede = stories.first?.lede ?? ""
        let measures = measures(of: stories.map { $0.say.stages[$0.stage] }, on: .stage(id))
        let plays = maker.library.plays(of: id, in: words.language)
        let tellers = shown.indices.map { place in shown[..<place].first { shown[place].tellsTheSame(as: $0) } }
        var drawn: [StageFigures.Drawn] = []
        for (story, teller) in zip(shown, tellers) {
            let isFirst = drawn.allSatisfy(\.others.isEmpty)
            let figures = StageFigures(say: story.say, stage: story.stage)
            drawn.append(teller == nil ? figures.drawn(withDetails: isFirst) : StageFigures.Drawn())
        }
        let marks = drawn.flatMap(\.all) + [maker.library.note(of: id, in: words.language)?.note.html ?? ""]
        return Page(
            address: .stage(id),
            template: "stage",
            title: title,
            description: "\(title): \(lede)",
            values: [
                "kick": .text(stories.first?.kick ?? ""),
                "h1": .text(title),
                "funnels": .list(
                    shown.indices.map { place in
                        let teller = tellers[place]?.say.funnel
                        return shown[place].values(heading: stories.count > 1, drawn: drawn[place], toldBy: teller)
                    }
                ),
                "elsewhere": .list(others.map { $0.say.placeElsewhere(from: .stage(id)) }),
                "has_plays": .flag(!plays.isEmpty),
                "has_measures": .flag(!measures.isEmpty),
                "measures": .list(measures),
                "hatches": hatches(for: marks.joined()),
            ].merging(note(of: id)) { $1 }.merging(advised(id, plays, stories)) { $1 },
            isDated: true
        )
    }

    /// The stage's plays: those that the numbers of its first funnel with any call for, best first.
    private func advised(
        _ id: String,
        _ plays: [ContentLibrary.Text],
        _ stories: [StageStory]
    ) -> [String: TemplateValue] {
        let each = stories.compactMap { story in
            story.say.funnel.metrics?.weeks.last.flatMap { advised(id, story.say, upTo: $0.week) }
        }
        let all = plays.map { AdvisedPlays.Item(text: $0, merit: 0, lines: []) }
        let sorted =
            each.first { !$0.called.isEmpty } ?? each.first ?? AdvisedPlays(called: [], standing: all, resting: [])
        let page = Address.stage(id)
        let lede = !sorted.called.isEmpty ? "lede" : sorted.standing.isEmpty ? "lede_resting" : "lede_standing"
        return [
            "plays_text": .text(words.say("advice.\(lede)")),
            "has_shown": .flag(!sorted.shown.isEmpty), "plays": .list(sorted.shown.map { listed($0, from: page) }),
            "has_others": .flag(!sorted.others.isEmpty),
            "others": .list(sorted.others.map { listed($0, from: page) }),
        ]
    }

    private func note(of stage: String) -> [String: TemplateValue] {
        guard let text = maker.library.note(of: stage, in: words.language) else {
            return ["note": .absent, "no_note": .text(words.say("stage.no_note", ["stage": stage]))]
        }
        let owner = text.note.frontMatter.owner.map { words.say("stage.note_by", ["owner": $0]) }
        let values = ["html": .text(text.note.html), "owner": .optional(owner)].merging(origin(of: text)) { $1 }
        return ["note": .object(values), "no_note": .absent]
    }

    /// A play in a list: with what called for it in the place of its summary.
    func listed(_ item: AdvisedPlays.Item, from page: Address) -> [String: TemplateValue] {
        let play = item.text
        return [
            "title": .text(play.note.title ?? play.slug),
            "url": .text(page.link(to: .play(play.slug, of: play.play?.stage ?? ""))),
            "meta": .text(meta(of: play)),
            "summary": item.isShort || item.merit > 0 || item.lines.count > 1 ? .absent : .text(play.note.summary),
            "has_lines": .flag(!item.lines.isEmpty),
            "lines": .list(item.lines.map { ["label": .text($0.label), "text": .text($0.text)] }),
        ].merging(origin(of: play)) { $1 }
    }

    private func playPages(of stage: String) -> [Page] {
        let name = funnelWords.lazy.compactMap { say in say.stages.firstIndex { $0.id == stage }.map(say.name) }.first
        let story = followUps(of: stage)
        return maker.library.plays(of: stage, in: words.language).map { play in
            let lines = story?.followUp(of: play) ?? []
            let address = Address.play(play.slug, of: stage)
            let title = play.note.title ?? play.slug
            return Page(
                address: address,
                template: "play",
                title: title,
                description: play.note.summary,
                values: [
                    "stage": .text(name ?? stage),
                    "stage_url": .text(address.link(to: .stage(stage))),
                    "h1": .text(title),
                    "meta": .text(meta(of: play)),
                    "html": .text(play.note.html),
                    "has_lines": .flag(!lines.isEmpty),
                    "lines": .list(lines.map { ["label": .text($0.label), "text": .text($0.text)] }),
                    "hatches": hatches(for: play.note.html),
                    "back": .text(words.say("play.back", ["stage": name ?? stage])),
                ].merging(origin(of: play)) { $1 },
                isDated: play.note.showsReport || !lines.isEmpty
            )
        }
    }

    /// Tells what happened since plays of the stage began, by the numbers of the first funnel that has it.
    private func followUps(of id: String) -> RecommendationStory? {
        funnelWords.lazy.compactMap { say -> RecommendationStory? in
            guard let stage = say.stages.firstIndex(where: { $0.id == id }), let metrics = say.funnel.metrics,
                let newest = metrics.weeks.last
            else { return nil }
            let numbers = StageNumbers(of: stage, in: metrics, upTo: newest.week, measures: report.measuresByID)
            return RecommendationStory(say: say, numbers: numbers)
        }.first
    }

    /// Who does it, how it is measured, when it began and is looked at again, how much work it is, and where it is done.
    private func meta(of text: ContentLibrary.Text) -> String {
        let front = text.note.frontMatter
        let parts = [
            front.owner.map { words.say("play.owner", ["owner": $0]) },
            kpi(of: front).map { words.say("play.kpi", ["kpi": $0]) },
            front.started.map { words.say("play.started", ["date": words.day($0)]) },
            front.review.map { words.say("play.review", ["date": words.day($0)]) },
            words.say("play.effort", ["effort": String(front.effort)]),
            front.channels.isEmpty
                ? nil : words.say("play.channels", ["channels": words.formats.list(front.channels.map(words.value))]),
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }
}
