internal import Calendars
internal import Figures
internal import Funnel
internal import Records
internal import Report
internal import Settings

/// What is doubtful about a pipeline's records.
struct PipelineQuality {
    let story: PipelineStory

    /// More than these are only counted.
    private static let mostRows = 20

    private var say: FunnelWords { story.say }
    private var words: Words { say.words }
    private var pipeline: Pipeline { story.pipeline }

    /// A sentence each; one that nothing stands out where there are none.
    var sentences: [String] {
        var sentences = pipeline.stages.indices.compactMap(backfilled)
        if say.funnel.settings.skipped == .stop { sentences.append(words.say("quality.stop")) }
        sentences += [("undated", pipeline.undated), ("reopened", pipeline.reopened)].compactMap(counted)
        sentences += [("backwards", pipeline.backwards.count)].compactMap(counted)
        return sentences.isEmpty ? [words.say("quality.clean")] : sentences
    }

    private func counted(_ name: String, _ count: Int) -> String? {
        count == 0 ? nil : words.say("quality.\(name)", ["count": say.count(count)], plural: PluralNumber(count))
    }

    private func backfilled(_ stage: Int) -> String? {
        let count = pipeline.stages[stage].backfilled
        guard count > 0 else { return nil }
        let values = ["stage": say.name(stage), "count": say.count(count), "noun": say.noun(count)] as KeyValuePairs
        return words.say("quality.backfilled", values, plural: PluralNumber(count))
    }

    /// Dates that run backwards, with the place of their record; `nil` where there are none.
    var backwards: DataTable? {
        guard !pipeline.backwards.isEmpty else { return nil }
        let title = words.say("quality.backwards_title")
        return DataTable(
            caption: title,
            columns: ["place", "date", "earlier"].map { DataTable.Column(words.say("quality.\($0)")) },
            rows: pipeline.backwards.prefix(Self.mostRows).map { date in
                DataTable.Row([
                    "\(date.row.file):\(date.row.line)", dated(date.id, date.time),
                    dated(date.previous, date.previousTime),
                ])
            },
            regionLabel: say.region(title)
        ).linked(say.edition.downloads(.deals("backwards", say.funnel), from: .pipeline))
    }

    /// How many dates the table leaves out.
    var more: String? {
        let count = pipeline.backwards.count - Self.mostRows
        return count > 0 ? words.say("quality.more", ["count": say.count(count)], plural: PluralNumber(count)) : nil
    }

    private func dated(_ id: String, _ time: Instant) -> String {
        let stage = say.stages.firstIndex { $0.id == id }.map(say.name) ?? story.name(ofOutcome: id)
        let date = say.edition.report.zone.local(time).date
        return words.say("quality.dated", ["stage": stage, "date": words.formats.date(date)])
    }
}
