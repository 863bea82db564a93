internal import Calendars
internal import Yams

/// What shows that a stage was reached, in records and counts.
extension SourceSettingsReader {
    func recordColumns(_ columns: YAMLSection, of source: YAMLSection) -> RecordColumnsSettings? {
        let (stage, time) = (columns.placed("stage"), columns.placed("time"))
        let isLong = stage != nil || time != nil
        if isLong, stage == nil || time == nil {
            log.report(
                "rows that are changes of stage need the columns of both stage and time",
                at: columns.node,
                remedy: "Write `columns: { entity: lead_id, stage: stage, time: at }`, or neither of the two."
            )
        }
        if !isLong { source.need("stages") }
        let stages = source.named("stages").map { stageColumn($0, isLong: isLong) }
        let outcomes = source.named("outcomes").map { stageColumn($0, isLong: isLong) }
        checkApart(stages, outcomes, isLong: isLong)
        guard let entity = columns.placed("entity") else { return nil }
        return RecordColumnsSettings(
            entity: entity,
            amount: columns.placed("amount"),
            owner: columns.placed("owner"),
            reason: columns.placed("reason"),
            long: stage.flatMap { stage in time.map { RecordColumnsSettings.Long(stage: stage, time: $0) } },
            stages: stages,
            outcomes: outcomes
        )
    }

    private func stageColumn(_ entry: (id: String, key: Node, value: Node), isLong: Bool) -> StageColumnSettings {
        let position = log.position(of: entry.key)
        if isLong {
            return StageColumnSettings(id: entry.id, position: position, values: words(entry))
        }
        if let date = log.placed(entry.value) {
            return StageColumnSettings(id: entry.id, position: position, date: date, values: [])
        }
        let faultsBefore = log.problems.count
        let section = entry.value.mapping.flatMap { _ in YAMLSection(entry.value, as: .stageColumn, log: log) }
        let (date, status) = (section?.placed("date"), section?.placed("status"))
        let values = section?.texts("is") ?? []
        if log.problems.count == faultsBefore, (status == nil) != values.isEmpty || date == nil && status == nil {
            log.report(
                "'\(entry.id)' needs the column of its date, or a status and what it is, or both",
                at: entry.value,
                remedy: "Write `\(entry.id): close_date`, or `\(entry.id): { date: close_date, status: deal_stage, "
                    + "is: [Won] }`."
            )
        }
        return StageColumnSettings(id: entry.id, position: position, date: date, status: status, values: values)
    }

    /// The words that mean a stage; anything else is reported.
    private func words(_ entry: (id: String, key: Node, value: Node)) -> [String] {
        let nodes = entry.value.sequence.map(Array.init) ?? [entry.value]
        let words = nodes.compactMap { log.placed($0)?.value }
        if !words.isEmpty, words.count == nodes.count { return words }
        log.report(
            "'\(entry.id)' must be followed by the words of the stage column that mean it",
            at: entry.value,
            remedy: "Write `\(entry.id): [\(entry.id.uppercased()), \(entry.id)]`."
        )
        return words
    }

    /// Reports what is both a stage and an outcome, and a word that means two of them.
    private func checkApart(_ stages: [StageColumnSettings], _ outcomes: [StageColumnSettings], isLong: Bool) {
        var meanings: [String: String] = [:]
        for column in stages + (isLong ? outcomes : []) {
            for word in column.values where isLong {
                if let other = meanings.updateValue(column.id, forKey: word), other != column.id {
                    reportTwoMeanings(of: word, other, column)
                }
            }
        }
        for outcome in outcomes where stages.contains(where: { $0.id == outcome.id }) {
            log.report(
                "'\(outcome.id)' is both a stage and an outcome",
                at: outcome.position,
                remedy: "Keep the one that it is: an outcome ends a record elsewhere than at the last stage."
            )
        }
    }

    private func reportTwoMeanings(of word: String, _ other: String, _ column: StageColumnSettings) {
        log.report(
            "'\(word)' means both '\(other)' and '\(column.id)'",
            at: column.position,
            remedy: "Leave it to one of them."
        )
    }

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

extension SourceSettings {
    /// The source with the stages and outcomes of the funnels that use it, where its rows name them and the file lists
    /// none: each is then meant by its id.
    func filled(by funnels: [FunnelSettings]) -> SourceSettings {
        let users = funnels.filter { $0.origin.source == id }
        var stages: [StageColumnSettings] = []
        for stage in users.flatMap(\.stages) where !stages.contains(where: { $0.id == stage.id }) {
            stages.append(StageColumnSettings(id: stage.id, position: stage.position, values: [stage.id]))
        }
        var filled = self
        switch form {
        case .records(var columns) where columns.long != nil:
            if columns.stages.isEmpty { columns.stages = stages }
            if columns.outcomes.isEmpty { columns.outcomes = outcomes(of: users, beside: columns.stages) }
            filled.form = .records(columns)
        case .counts(var columns):
            guard case .rows(let stage, let count, let words) = columns.stages, words.isEmpty else { break }
            let own = stages.map { CountColumnsSettings.Words(id: $0.id, words: $0.values) }
            columns.stages = .rows(stage: stage, count: count, words: own)
            filled.form = .counts(columns)
        default: break
        }
        return filled
    }

    private func outcomes(of users: [FunnelSettings], beside stages: [StageColumnSettings]) -> [StageColumnSettings] {
        var outcomes: [StageColumnSettings] = []
        for outcome in users.flatMap(\.outcomes) where !(stages + outcomes).contains(where: { $0.id == outcome.id }) {
            outcomes.append(StageColumnSettings(id: outcome.id, position: position, values: [outcome.id]))
        }
        return outcomes
    }
}
