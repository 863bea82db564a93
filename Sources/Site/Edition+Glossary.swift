internal import Report
internal import Settings

extension Edition {
    /// The words of the report, each in both languages with its meaning; then this site's own measures.
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
        let other = otherWords.say("glossary.\(id).term")
        let own = words.say("glossary.\(id).term")
        return [
            "id": .text(id), "term": .text(own), "other": own == other ? .absent : .text(other),
            "other_lang": .text(otherWords.language), "text": .text(words.say("glossary.\(id).text")),
        ]
    }

    private func ownMeasure(_ measure: MeasureReport) -> [String: TemplateValue] {
        let name = measure.settings.name
        let own = MeasureStory(edition: self, measure: measure).name
        let other = name?.text(in: otherWords.language) ?? own
        let definition = measureDefinitions.first { $0.term == own }?.text ?? ""
        return [
            "id": .text("measure-\(measure.settings.id)"), "term": .text(own),
            "other": own == other ? .absent : .text(other), "other_lang": .text(otherWords.language),
            "text": .text(definition),
        ]
    }
}
