internal import Calendars
internal import Yams

/// What the columns of counts mean.
extension SourceSettingsReader {
    func countColumns(_ source: YAMLSection, fixedDate: LocalDate?) -> CountColumnsSettings {
        let columns = source.section("columns", as: .countColumns)
        let (day, isWeekly) = day(columns, of: source, fixedDate: fixedDate)
        let (stage, count) = (columns?.placed("stage"), columns?.placed("count"))
        let entries = source.named("stages")
        let stages: CountColumnsSettings.Stages
        if stage != nil || count != nil || source["stages"] == nil {
            let place = log.position(of: columns?.node ?? source.node)
            stages = .rows(
                stage: stage ?? Placed(value: "stage", position: place),
                count: count ?? Placed(value: "count", position: place),
                words: countWords(entries)
            )
        } else {
            stages = .columns(countHeaders(entries))
        }
        return CountColumnsSettings(day: day, isWeekly: isWeekly, entryWeek: columns?.placed("entry"), stages: stages)
    }

    private func countWords(_ entries: [(id: String, key: Node, value: Node)]) -> [CountColumnsSettings.Words] {
        let columns = entries.map { stageColumn($0, isLong: true) }
        checkApart(columns, [], isLong: true)
        return columns.map { CountColumnsSettings.Words(id: $0.id, words: $0.values) }
    }

    private func countHeaders(_ entries: [(id: String, key: Node, value: Node)]) -> [CountColumnsSettings.Header] {
        var seen: [String: String] = [:]
        return entries.compactMap { entry in
            guard let header = log.placed(entry.value) else {
                log.report(
                    "'\(entry.id)' must be followed by the column of its counts",
                    at: entry.value,
                    remedy:
                        "Write `\(entry.id): Header`; where a row is one stage's count, name the columns of stage and "
                        + "count."
                )
                return nil
            }
            if let other = seen.updateValue(entry.id, forKey: header.value) {
                log.report(
                    "column '\(header.value)' holds the counts of both '\(other)' and '\(entry.id)'",
                    at: header.position,
                    remedy: "Each stage has a column of its own."
                )
            }
            return CountColumnsSettings.Header(id: entry.id, header: header)
        }
    }
}
