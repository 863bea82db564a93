internal import Figures
internal import Funnel
internal import Records
internal import Report

/// What became of every row that was read.
struct DataAccount {
    let report: Report
    let words: Words

    var values: [String: TemplateValue] {
        ["sources": .text(sources.html()), "rejected": .optional(rejected?.html())]
    }

    private var sources: DataTable {
        let names = ["source", "read", "used", "other", "after", "rejected"]
        return DataTable(
            caption: words.say("data.title"),
            columns: names.map { DataTable.Column(words.say("data.\($0)"), isNumeric: $0 != "source") },
            rows: report.sources.map { source in
                let use = source.use
                let counts = [source.tally.read, use.used, use.other, use.afterAsOf, source.tally.rejected]
                return DataTable.Row([source.id] + counts.map(words.formats.count))
            },
            regionLabel: words.say("data.title")
        )
    }

    /// The first rejected row of each reason; `nil` where none was rejected.
    private var rejected: DataTable? {
        let groups = report.sources.flatMap(\.tally.groups)
        guard !groups.isEmpty else { return nil }
        let names = ["reason", "rejected", "place"]
        return DataTable(
            caption: words.say("data.rejected_title"),
            columns: names.map { DataTable.Column(words.say("data.\($0)"), isNumeric: $0 == "rejected") },
            rows: groups.map { group in
                DataTable.Row([
                    words.say("rejection.\(group.reason.rawValue)"), words.formats.count(group.count),
                    "\(group.first.position)",
                ])
            },
            regionLabel: words.say("data.rejected_title")
        )
    }
}
