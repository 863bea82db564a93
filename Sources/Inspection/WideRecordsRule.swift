internal import Records
internal import Settings

/// Records: a row a person, a company or a deal, with a date a stage, side by side or in a second table of the same ids.
struct WideRecordsRule: FormRule {
    func guess(_ groups: inout [TableGroup], _ answers: InspectionAnswers) -> FormGuess? {
        for index in groups.indices {
            let partners = groups.indices.filter { $0 != index }
            for entity in EntityChoice(of: groups[index]).allUnique {
                let join = partners.compactMap { partner in
                    SharedKey(of: groups[index], entity, in: groups[partner]).map { (partner, $0.column) }
                }.first
                guard let guess = guess(groups[index], entity, join.map { (groups[$0.0], $0.1) }, answers) else {
                    continue
                }
                let used = [index] + (join.map { [$0.0] } ?? [])
                groups = groups.indices.filter { !used.contains($0) }.map { groups[$0] }
                return guess
            }
        }
        return nil
    }

    private func guess(
        _ base: TableGroup,
        _ entity: String,
        _ join: (group: TableGroup, key: String)?,
        _ answers: InspectionAnswers
    ) -> FormGuess? {
        let dates = StageDates(of: base, joined: join?.group, entity: entity)
        let statuses = StageStatuses(of: base, joined: join?.group, dates: dates)
        let stages = statuses.stages
        guard stages.count >= 2 else { return nil }
        var source = ProposedSource(
            id: base.id(otherwise: "records"),
            form: .records,
            files: base.files,
            columns: [("entity", entity)]
        )
        source.columns += RecordRoles(of: base, joined: join?.group, entity: entity).columns
        source.stages = stages.map { ($0.id, $0.sign) }
        source.outcomes = statuses.outcomes.map { ($0.id, $0.sign) }
        source.join = join.map { ($0.group.paths[0], entity, $0.key) }
        source.read = base.reading(times: (dates.stages + dates.outcomes).map(\.column), answers)
        var guess = FormGuess(
            source,
            of: base.fileNames + (join?.group.fileNames ?? []),
            because: reason(base, entity, dates, statuses, join?.group)
        )
        guess.funnels = [funnel(source, stages, DimensionChoice(of: base, used: source.headers).names)]
        guess.remarks = remarks(base, dates, statuses) + base.remarks
        let groups = [base] + (join.map { [$0.group] } ?? [])
        guess.addMissingWords(of: groups)
        guess.questions = groups.flatMap { $0.questions(times: dates.stages.map(\.column), answers) }
        return guess
    }

    private func funnel(
        _ source: ProposedSource,
        _ stages: [StageStatuses.Stage],
        _ dimensions: [String]
    ) -> ProposedFunnel {
        var funnel = ProposedFunnel(id: source.id, source: source.id, stages: [])
        funnel.stages = stages.map { ProposedFunnel.Stage(id: $0.id, name: $0.name) }
        funnel.dimensions = dimensions
        funnel.usualMaturityDays = 60
        return funnel
    }

    private func reason(
        _ base: TableGroup,
        _ entity: String,
        _ dates: StageDates,
        _ statuses: StageStatuses,
        _ joined: TableGroup?
    ) -> String {
        var reason = "“\(entity)” is another in each of the \(grouped(base.rowCount)) rows"
        if let joined {
            reason += ", \(FileName(joined.paths[0]).name) has \(grouped(joined.rowCount)) of them again"
        }
        if let column = statuses.column { reason += ", “\(column)” says where it stands" }
        let times = dates.stages.map { "“\($0.column)” (\(grouped($0.filledCount)))" }
        return reason + (times.isEmpty ? "." : ", and dates say when: \(listed(times)).")
    }

    /// Dates that run backwards, and orders that are guessed.
    private func remarks(_ base: TableGroup, _ dates: StageDates, _ statuses: StageStatuses) -> [String] {
        var remarks = statuses.remarks
        for (earlier, later) in zip(dates.stages, dates.stages.dropFirst()) where !earlier.isJoined && !later.isJoined {
            let pairs = zip(base.each(earlier.column), base.each(later.column)).flatMap { first, second in
                first.codes.indices.map { (first.time(ofRow: $0), second.time(ofRow: $0)) }
            }
            let backwards = pairs.count { pair in
                guard let first = pair.0, let second = pair.1 else { return false }
                return second < first
            }
            if backwards > 0 {
                remarks.append(
                    "\(counted(backwards, "row")) \(backwards == 1 ? "has" : "have") “\(later.column)” before “\(earlier.column)”."
                )
            }
        }
        return remarks
    }
}

/// The column of another table that holds the ids of a table.
private struct SharedKey {
    let column: String

    /// `nil` where no column of `other` has them, each once and four of five of them known, in fewer rows.
    init?(of base: TableGroup, _ entity: String, in other: TableGroup) {
        guard other.parts.count == 1, other.rowCount <= base.rowCount else { return nil }
        let known = Set(base.words(entity).map(\.word))
        let keys = other.names(where: { $0.kind == .id || $0.kind == .mail }).filter { name in
            let words = other.words(name)
            return other.isUnique(name) && words.count { known.contains($0.word) } * 5 >= words.count * 4
        }
        guard let key = keys.first(where: { $0 == entity }) ?? keys.first else { return nil }
        column = key
    }
}

/// Columns of records with a role of their own.
struct RecordRoles {
    /// By the keys of `columns:`.
    let columns: [(key: String, value: String)]

    init(of base: TableGroup, joined: TableGroup?, entity: String) {
        let groups = [base] + (joined.map { [$0] } ?? [])
        func first(_ key: String, _ isWanted: (TableGroup, String) -> Bool) -> [(key: String, value: String)] {
            for group in groups {
                if let name = group.names.first(where: { $0 != entity && isWanted(group, $0) }) { return [(key, name)] }
            }
            return []
        }
        let amount = first("amount") { group, name in
            let words = HeaderWords(name)
            return words.hold(ColumnRoles.amount) && group.kind(of: name)?.isNumeric == true
        }
        let owner = first("owner") { group, name in
            HeaderWords(name).hold(ColumnRoles.owner) && group.words(name).count * 2 < group.rowCount
        }
        let reason = first("reason") { group, name in
            HeaderWords(name).hold(ColumnRoles.reason) && group.kind(of: name) == .text
        }
        columns = amount + owner + reason
    }
}
