internal import Report

extension Edition {
    /// What every number means with this site's settings.
    var methodPage: Page {
        let funnels = report.funnels.map { funnel -> [String: TemplateValue] in
            let definitions = MethodWords(say: FunnelWords(edition: self, funnel: funnel)).definitions
            let heading = report.funnels.count > 1 ? name(of: funnel) : words.say("method.definitions")
            return [
                "heading": .text(heading),
                "definitions": .list(definitions.map { ["term": .text($0.term), "text": .text($0.text)] }),
            ]
        }
        return Page(
            address: .method,
            template: "method",
            title: words.say("method.title"),
            description: words.say("method.lede"),
            values: ["funnels": .list(funnels)]
        )
    }
}
