internal import Report

extension Edition {
    /// What every number means with this site's settings.
    var methodPage: Page {
        var parts = report.funnels.map { funnel in
            let heading = report.funnels.count > 1 ? name(of: funnel) : words.say("method.definitions")
            return part(heading, MethodWords(say: FunnelWords(edition: self, funnel: funnel)).definitions)
        }
        if !report.measures.isEmpty { parts.append(part(words.say("method.measures"), measureDefinitions)) }
        if hasTests {
            let test = (words.say("method.test_rules"), words.say("method.test_rules_text"))
            parts.append(part(words.say("nav.tests"), [test]))
        }
        return Page(
            address: .method,
            template: "method",
            title: words.say("method.title"),
            description: words.say("method.lede"),
            values: ["funnels": .list(parts)]
        )
    }

    private func part(_ heading: String, _ definitions: [(term: String, text: String)]) -> [String: TemplateValue] {
        [
            "heading": .text(heading),
            "definitions": .list(definitions.map { ["term": .text($0.term), "text": .text($0.text)] }),
        ]
    }
}
