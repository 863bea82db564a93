internal import Calendars
internal import Figures
internal import Funnel
internal import Notes
internal import Report
internal import Settings

extension Edition {
    /// What the report says where notes ask for numbers and figures.
    var noteAnswers: NoteAnswers {
        NoteAnswers(number: text(for:), figure: markup(for:at:))
    }

    /// A number as text, a dash where there is none.
    ///
    /// Counts and rates are of the newest week in which the stage is final, the change of the newest complete week at the
    /// same age as the week before, times of all weeks, the gain of the newest matured weeks together.
    func text(for request: NumberRequest) -> String {
        if request.number == .measure {
            let measure = report.measures.first { $0.settings.id == request.measure }
            return measure.flatMap { MeasureStory(edition: self, measure: $0).newest } ?? words.say("table.none")
        }
        let id = maker.settings.funnels[request.funnel].definition.id
        guard let funnel = report.funnels.first(where: { $0.settings.definition.id == id }),
            let metrics = funnel.metrics
        else { return words.say("table.none") }
        let say = FunnelWords(edition: self, funnel: funnel)
        return NotedNumbers(say: say, metrics: metrics, stage: request.stage).text(request.number)
            ?? words.say("table.none")
    }

    /// A figure's markup; its alternative text and a word on it where there is nothing to draw.
    private func markup(for request: FigureRequest, at place: FigurePlace) -> String {
        let wanted = maker.settings.funnels[request.funnel].definition.id
        guard let funnel = report.funnels.first(where: { $0.settings.definition.id == wanted }),
            let week = funnel.metrics?.newestCompleteWeek
        else { return noFigure(place.text) }
        let say = FunnelWords(edition: self, funnel: funnel)
        if request.kind == .funnel {
            return FunnelFigureMaker(say: say, week: week, id: place.id, headingLevel: place.level, page: place.page)
                .figure.html()
        }
        let figures = StageFigures(say: say, stage: request.stage)
        return figures.figure(request.kind, id: place.id, headingLevel: place.level, page: place.page)
            ?? noFigure(place.text)
    }

    private func noFigure(_ text: String) -> String {
        "<p class=\"notice\">\(escaped(words.say("notes.no_figure", ["name": text])))</p>\n"
    }

    /// Says so where a text stands in for one in this language, and where it is a draft.
    func origin(of text: ContentLibrary.Text) -> [String: TemplateValue] {
        let draft: TemplateValue = text.note.frontMatter.isDraft ? .text(words.say("stage.draft")) : .absent
        guard text.language != words.language else {
            return ["draft": draft, "text_lang": .absent, "other_language": .absent]
        }
        let name = Formats.name(ofLanguage: text.language, in: words.language)
        return [
            "draft": draft,
            "text_lang": .text(text.language),
            "other_language": .text(words.say("stage.other_language", ["language": name])),
        ]
    }

    /// The definitions that figures in a note's markup refer to; a page with figures of its own has them anyway.
    func hatches(for html: String) -> TemplateValue {
        html.contains("url(#hn-") ? .text(Hatch.definitions()) : .absent
    }

    /// What the analyst says of a week, with the author's name, for the page at `address`.
    func comment(on week: Week, from address: Address) -> TemplateValue {
        guard let text = maker.library.comment(on: week, in: words.language, on: address, noteAnswers) else {
            return .absent
        }
        let author = text.note.frontMatter.owner.map { words.say("week.comment_by", ["author": $0]) }
        return .object(
            [
                "title": .text(text.note.frontMatter.title ?? words.say("week.comment")), "html": .text(text.note.html),
                "author": .optional(author),
            ]
            .merging(origin(of: text)) { $1 }
        )
    }

    /// The pages that the site's owner wrote.
    var freePages: [Page] {
        maker.library.freePages(in: words).map { text in
            let title = text.note.title ?? text.source.address.path
            let owner = text.note.frontMatter.owner.map { words.say("stage.note_by", ["owner": $0]) }
            return Page(
                address: text.source.address,
                template: "page",
                title: title,
                description: text.note.summary.isEmpty ? title : text.note.summary,
                values: [
                    "h1": .text(title), "html": .text(text.note.html), "owner": .optional(owner),
                    "hatches": hatches(for: text.note.html),
                ].merging(origin(of: text)) { $1 },
                isDated: text.note.showsReport
            )
        }
    }
}
