internal import Report

extension Edition {
    /// What every number means with this site's settings.
    var methodPage: Page {
        var parts = funnelParts
        if !report.measures.isEmpty {
            parts.append(part(words.say("method.measures"), measureDefinitions.map(Definition.init)))
        }
        if hasTests {
            let test = Definition(term: words.say("method.test_rules"), text: words.say("method.test_rules_text"))
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

    /// What holds for all funnels once, then each funnel's own.
    private var funnelParts: [[String: TemplateValue]] {
        let told = SharedDefinitions(
            funnels: report.funnels.map { funnel in
                let words = MethodWords(say: FunnelWords(edition: self, funnel: funnel))
                return (name(of: funnel), words.definitions.map(Definition.init))
            }
        )
        guard told.funnels.count > 1 else {
            return told.funnels.map { part(words.say("method.definitions"), $0.definitions) }
        }
        let own = told.funnels.indices.map { index in
            let (own, shared) = told.own(of: index)
            let same = shared.map { shared in
                Definition(
                    term: words.say("method.same", ["funnel": shared.funnel]),
                    text: words.formats.list(shared.definitions.map(\.term))
                )
            }
            return part(told.funnels[index].name, own + [same].compactMap(\.self))
        }
        return [part(words.say("method.common"), told.common)] + own
    }

    private func part(_ heading: String, _ definitions: [Definition]) -> [String: TemplateValue] {
        [
            "heading": .text(heading),
            "definitions": .list(definitions.map { ["term": .text($0.term), "text": .text($0.text)] }),
        ]
    }
}
