internal import Yams

/// What shows that a record reached a stage.
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
            expected: columns.placed("expected"),
            owner: columns.placed("owner"),
            team: columns.placed("team"),
            reason: columns.placed("reason"),
            long: stage.flatMap { stage in time.map { RecordColumnsSettings.Long(stage: stage, time: $0) } },
            stages: stages,
            outcomes: outcomes
        )
    }

    func stageColumn(_ entry: (id: String, key: Node, value: Node), isLong: Bool) -> StageColumnSettings {
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
    func checkApart(_ stages: [StageColumnSettings], _ outcomes: [StageColumnSettings], isLong: Bool) {
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
}
