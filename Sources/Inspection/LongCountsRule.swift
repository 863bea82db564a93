internal import Records
internal import Settings

/// Counts of which a row is one stage's: a day or a week, a column that names the stage, and one that counts.
struct LongCountsRule: GroupRule {
    func guess(_ group: TableGroup, _ answers: InspectionAnswers) -> FormGuess? {
        let weeks = group.names { $0.kind == .week }
        guard let time = weeks.first ?? TimeChoice(of: group).name, EntityChoice(of: group).repeated == nil else {
            return nil
        }
        let counts = group.names(where: FallingColumns.isCount)
        guard let stage = stageColumn(of: group), counts.count == 1, let count = counts.first else { return nil }
        let sums = sums(of: count, by: stage, group)
        let day = DaySource(time, in: group, answers)
        var source = ProposedSource(
            id: group.id(otherwise: "counts"),
            form: .counts,
            files: group.files,
            columns: day.columns + [("stage", stage), ("count", count)]
        )
        let names = StageColumns(sums.map(\.word))
        source.stages = names.stages.map { ($0.id, .words([$0.column])) }
        source.read = day.reading
        let steps = sums.map { "\($0.word) (\(grouped($0.sum)))" }.joined(separator: " → ")
        var guess = FormGuess(
            source,
            of: group.fileNames,
            because: "\(day.words), “\(stage)” names a stage, and “\(count)” counts: \(steps)."
        )
        let used = [time, stage, count]
        guess.funnels = [CountsRule.funnel(source.id, names, DimensionChoice(of: group, used: used).names)]
        guess.questions = day.questions
        return guess
    }

    private func stageColumn(of group: TableGroup) -> String? {
        group.names(where: { $0.kind == .text }).first { name in
            let header = HeaderWords(name)
            return (header.hold(ColumnRoles.stage) || header.hold(["event", "funnel", "olay", "action"]))
                && (2...12).contains(group.words(name).count)
        }
    }

    /// The stages with their sums, the largest first.
    private func sums(of count: String, by stage: String, _ group: TableGroup) -> [(word: String, sum: Double)] {
        var sums: [String: Double] = [:]
        for part in group.parts {
            guard let stages = part.table.column(stage), let counts = part.table.column(count) else { continue }
            for row in stages.codes.indices {
                if let word = stages.word(ofRow: row) { sums[word, default: 0] += counts.number(ofRow: row) ?? 0 }
            }
        }
        let order = group.words(stage).map(\.word)
        return order.enumerated().map { (offset: $0, word: $1, sum: sums[$1] ?? 0) }
            .sorted { ($1.sum, $0.offset) < ($0.sum, $1.offset) }.map { ($0.word, $0.sum) }
    }
}
