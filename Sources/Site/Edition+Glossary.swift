internal import Report
internal import Settings

extension Edition {
    /// The words of the report, each in all of the site's languages with its meaning; then this site's own measures.
    var glossaryPage: Page {
        let groups = Glossary.groups.map { group in
            glossaryGroup(words.say("glossary.group_\(group.id)"), group.terms.map(term))
        }
        let own = report.measures.map(ownMeasure)
        return Page(
            address: .glossary,
            template: "glossary",
            title: words.say("glossary.title"),
            description: words.say("glossary.lede"),
            values: [
                "groups": .list(
                    groups + (own.isEmpty ? [] : [glossaryGroup(words.say("glossary.group_own"), own)])
                )
            ]
        )
    }

    private func glossaryGroup(_ heading: String, _ terms: [[String: TemplateValue]]) -> [String: TemplateValue] {
        ["heading": .text(heading), "terms": .list(terms)]
    }

    private func term(_ id: String) -> [String: TemplateValue] {
        let own = words.say("glossary.\(id).term")
        return [
            "id": .text(id), "term": .text(own), "others": others(own) { $0.say("glossary.\(id).term") },
            "text": .text(words.say("glossary.\(id).text")),
        ]
    }

    private func ownMeasure(_ measure: MeasureReport) -> [String: TemplateValue] {
        let name = measure.settings.name
        let own = MeasureStory(edition: self, measure: measure).name
        let definition = measureDefinitions.first { $0.term == own }?.text ?? ""
        return [
            "id": .text("measure-\(measure.settings.id)"), "term": .text(own),
            "others": others(own) { name?.text(in: $0.language) ?? own }, "text": .text(definition),
        ]
    }

    /// The same word in the other languages, where it is another.
    private func others(_ own: String, _ term: (Words) -> String) -> TemplateValue {
        .list(
            otherWords.filter { term($0) != own }.map { ["lang": .text($0.language), "term": .text(term($0))] }
        )
    }
}
