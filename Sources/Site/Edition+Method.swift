internal import Report

extension Edition {
    /// What every number means with this site's settings.
    var methodPage: Page {
        var parts = funnelParts
        if !report.measures.isEmpty { parts.append(part(words.say("method.measures"), measureDefinitions.map(Definition.init))) }
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

    /// What holds for all funnels once, then each funnel's own; what an earlier one has said is named, not said again.
    private var funnelParts: [[String: TemplateValue]] {
        let told = report.funnels.map { funnel in
            (
                name: name(of: funnel),
                definitions: MethodWords(say: FunnelWords(edition: self, funnel: funnel)).definitions.map(Definition.init)
            )
        }
        guard told.count > 1 else { return told.map { part(words.say("method.definitions"), $0.definitions) } }
        let common = told[0].definitions.filter { definition in told.allSatisfy { $0.definitions.contains(definition) } }
        let own = told.indices.map { index in
            let all = told[index].definitions.filter { !common.contains($0) }
            let before = told[..<index].map { funnel in
                (name: funnel.name, definitions: all.filter(funnel.definitions.contains))
            }
            let same = before.max { $0.definitions.count < $1.definitions.count }.flatMap {
                $0.definitions.isEmpty ? nil : $0
            }
            let line = same.map { same in
                Definition(
                    term: words.say("method.same", ["funnel": same.name]),
                    text: words.formats.list(same.definitions.map(\.term))
                )
            }
            return part(told[index].name, all.filter { same?.definitions.contains($0) != true } + (line.map { [$0] } ?? []))
        }
        return [part(words.say("method.common"), common)] + own
    }

    private func part(_ heading: String, _ definitions: [Definition]) -> [String: TemplateValue] {
        [
            "heading": .text(heading),
            "definitions": .list(definitions.map { ["term": .text($0.term), "text": .text($0.text)] }),
        ]
    }
}

/// A word and what it means here.
private struct Definition: Hashable {
    var term: String
    var text: String
}
