internal import Figures
internal import Funnel
internal import Records
internal import Report
internal import Settings

/// What became of every row that was read: of each source, of each of several funnels that use it, and of joined tables.
struct DataAccount {
    let edition: Edition

    private var report: Report { edition.report }
    private var words: Words { edition.words }

    var values: [String: TemplateValue] {
        [
            "summary": .text(summary),
            "sources": .text(sources.linked(edition.downloads(.sources, from: .index)).html()),
            "remarks": .list(remarks.map { ["text": .text($0)] }),
            "remark_files": .list(remarkFiles.map { ["name": .text($0.name), "url": .text($0.address)] }),
            "rejected": .optional(rejected?.linked(edition.downloads(.rejected, from: .index)).html()),
        ]
    }

    /// How many rows were read and rejected, in all.
    private var summary: String {
        let tallies = report.sources.flatMap { [$0.tally] + $0.joins.map(\.tally) }
        let rejected = tallies.map(\.rejected).reduce(0, +)
        let read = words.formats.count(tallies.map(\.read).reduce(0, +))
        return rejected == 0
            ? words.say("data.fine", ["count": read])
            : words.say("data.some", ["count": read, "rejected": words.formats.count(rejected)])
    }

    private var remarkFiles: [DataTable.Downloads.File] { edition.downloads(.quality, from: .index).files }

    private var sources: DataTable {
        let names = ["source", "read", "used", "other", "after", "rejected"]
        return DataTable(
            caption: words.say("data.title"),
            columns: names.map { DataTable.Column(words.say("data.\($0)"), isNumeric: $0 != "source") },
            rows: report.sources.flatMap { source in
                [row(source.id, source.tally, source.use)] + funnelRows(of: source)
                    + source.joins.map { row($0, of: source) }
            },
            regionLabel: words.say("data.title")
        )
    }

    private func row(_ name: String, _ tally: RowTally, _ use: RowUse) -> DataTable.Row {
        let counts = [tally.read, use.used, use.other, use.afterAsOf, tally.rejected]
        return DataTable.Row([name] + counts.map(words.formats.count), className: "line")
    }

    /// Each funnel's own sums, where several use the source.
    private func funnelRows(of source: SourceAccount) -> [DataTable.Row] {
        let uses = report.uses(of: source)
        guard uses.count > 1 else { return [] }
        return uses.compactMap { id, use in
            report.funnels.first { $0.settings.definition.id == id }.map { funnel in
                let values = ["source": source.id, "funnel": edition.name(of: funnel)] as KeyValuePairs
                return row(words.say("data.in_funnel", values), source.tally, use)
            }
        }
    }

    /// A joined table has no dates of its own, so none of its rows lies after the end of data.
    private func row(_ join: JoinAccount, of source: SourceAccount) -> DataTable.Row {
        let name = words.say("data.joined", ["source": source.id, "file": join.file])
        let none = words.say("table.none")
        let counts = [join.tally.read, join.tally.accepted, join.tally.other].map(words.formats.count)
        return DataTable.Row([name] + counts + [none, words.formats.count(join.tally.rejected)], className: "line")
    }

    /// A sentence for everything that stands out.
    private var remarks: [String] { notRows + report.sources.flatMap(quality) }

    /// Repeated rows, days without rows, and jumps in their number; that there are none is said, too.
    private func quality(of source: SourceAccount) -> [String] {
        let duplicates = source.duplicates
        let repeated =
            duplicates > 0
            ? [say("duplicates", source, ["count": words.formats.count(duplicates)], plural: duplicates)] : []
        guard let volume = source.volume else { return repeated }
        let found = VolumeWords(words: words, source: source.id, volume: volume).sentences
        return repeated + found.prefix(Self.mostRemarks)
            + (found.isEmpty ? [say("steady", source, [:])] : [])
    }

    /// The file of what stands out holds all of it.
    private static let mostRemarks = 12

    private func say(
        _ name: String,
        _ source: SourceAccount,
        _ values: KeyValuePairs<String, String>,
        plural count: Int? = nil
    ) -> String {
        let text = words.phrasebook.text("data.\(name)", values, plural: count.map { PluralNumber($0) }) ?? ""
        return "\(source.id): \(text)"
    }

    /// Rows and lines that are no data, a sentence each.
    private var notRows: [String] {
        report.sources.flatMap { source -> [String] in
            [("totals", source.tally.other), ("outside", source.tally.outside)].filter { $0.1 > 0 }.map { name, count in
                let values = ["source": source.id, "count": words.formats.count(count)] as KeyValuePairs
                return words.say("data.\(name)", values, plural: PluralNumber(count))
            }
        }
    }

    /// The first rejected row of each reason; `nil` where none was rejected.
    private var rejected: DataTable? {
        let groups = report.sources.flatMap { $0.tally.groups + $0.joins.flatMap(\.tally.groups) }
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
