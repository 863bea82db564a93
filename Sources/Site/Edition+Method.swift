internal import Calendars
internal import Figures
internal import Funnel
internal import Records
internal import Report

extension Edition {
    /// What every number means with this site's settings, and what became of every row.
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
            values: [
                "funnels": .list(funnels),
                "sources": .text(sourcesTable.html()),
                "rejected": rejectedTable.map { .object(["table": .text($0.html())]) } ?? .absent,
            ]
        )
    }

    private var sourcesTable: DataTable {
        let names = ["source", "read", "used", "other", "after", "rejected"]
        return DataTable(
            caption: words.say("method.sources"),
            columns: names.map { DataTable.Column(words.say("method.\($0)"), isNumeric: $0 != "source") },
            rows: report.sources.map { source in
                let counts = [
                    source.tally.read, source.use.used, source.use.other, source.use.afterAsOf, source.tally.rejected,
                ]
                return DataTable.Row([source.id] + counts.map(words.formats.count))
            },
            regionLabel: words.say("method.sources")
        )
    }

    /// The first rejected row of each reason; `nil` where none was rejected.
    private var rejectedTable: DataTable? {
        let groups = report.sources.flatMap(\.tally.groups)
        guard !groups.isEmpty else { return nil }
        let names = ["reason", "rejected", "place"]
        return DataTable(
            caption: words.say("method.rejected_title"),
            columns: names.map { DataTable.Column(words.say("method.\($0)"), isNumeric: $0 == "rejected") },
            rows: groups.map { group in
                DataTable.Row([
                    words.say("rejection.\(group.reason.rawValue)"), words.formats.count(group.count),
                    "\(group.first.position)",
                ])
            },
            regionLabel: words.say("method.rejected_title")
        )
    }
}
