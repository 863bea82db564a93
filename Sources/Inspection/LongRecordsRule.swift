internal import Records
internal import Settings

/// Records of which a row is a change of stage: an id that comes again, a column of stages, and a time.
struct LongRecordsRule: GroupRule {
    func guess(_ group: TableGroup, _ answers: InspectionAnswers) -> FormGuess? {
        guard let time = TimeChoice(of: group).name, let entity = EntityChoice(of: group).repeated,
            let stage = stageColumn(of: group, entity: entity)
        else { return nil }
        let order = StageOrder(of: group, entity: entity, time: time, event: stage)
        let words = StageWords(group.words(stage).map(\.word), order: order)
        guard words.stages.count >= 2 else { return nil }
        var source = ProposedSource(
            id: group.id(otherwise: "records"),
            form: .records,
            files: group.files,
            columns: [("entity", entity), ("stage", stage), ("time", time)]
        )
        source.columns += RecordRoles(of: group, joined: nil, entity: entity).columns
        source.stages = words.stages.map { ($0.id, .words($0.words)) }
        source.outcomes = words.outcomes.map { ($0.id, .words($0.words)) }
        source.read = group.reading(times: [time], answers)
        var guess = FormGuess(
            source,
            of: group.fileNames,
            because: "“\(entity)” comes again, each time with another “\(stage)” and the time of it (“\(time)”)."
        )
        guess.funnels = [funnel(over: source, in: group)]
        guess.remarks = [order.reason] + words.remarks
        guess.questions = group.questions(times: [time], answers)
        return guess
    }

    private func funnel(over source: ProposedSource, in group: TableGroup) -> ProposedFunnel {
        var funnel = ProposedFunnel(id: source.id, source: source.id, stages: [])
        funnel.stages = source.stages.map { ProposedFunnel.Stage(id: $0.id) }
        funnel.dimensions = DimensionChoice(of: group, used: source.columns.map(\.value)).names
        return funnel
    }

    /// A column of 2 to 12 words, named as stages are, in which hardly any entity has a word twice.
    private func stageColumn(of group: TableGroup, entity: String) -> String? {
        group.names(where: { $0.kind == .text }).first { name in
            guard HeaderWords(name).hold(ColumnRoles.stage), !HeaderWords(name).hold(["event", "page"]),
                (2...12).contains(group.words(name).count)
            else { return false }
            return shareOfRepetitions(of: name, entity, group) <= 0.05
        }
    }

    private func shareOfRepetitions(of name: String, _ entity: String, _ group: TableGroup) -> Double {
        var seen: Set<[String]> = []
        var repeated = 0
        for part in group.parts {
            guard let entities = part.table.column(entity), let column = part.table.column(name) else { continue }
            for row in entities.codes.indices {
                guard let who = entities.word(ofRow: row), let word = column.word(ofRow: row) else { continue }
                if !seen.insert([who, word]).inserted { repeated += 1 }
            }
        }
        return Double(repeated) / Double(max(1, group.rowCount))
    }
}

/// The words of a column of stages, in order, those for winning and losing apart.
private struct StageWords {
    private(set) var stages: [(id: String, words: [String])]
    private(set) var outcomes: [(id: String, words: [String])] = []
    private(set) var remarks: [String] = []

    init(_ words: [String], order: StageOrder) {
        let lost = words.filter(StageStatuses.isLost)
        let won = words.filter { StageStatuses.isWon($0) && !lost.contains($0) }
        let ladder = order.stages.map(\.event).filter { !lost.contains($0) && !won.contains($0) }
        let rest = words.filter { !(ladder + lost + won).contains($0) }
        var names = DistinctNames()
        stages = ladder.map { (names.name(settingsName($0, otherwise: "stage")), [$0]) }
        if !won.isEmpty { stages.append((names.name("won"), won)) }
        if !lost.isEmpty { outcomes = [(names.name("lost"), lost)] }
        if !rest.isEmpty { remarks = ["No stages are made of \(listed(rest.map { "“\($0)”" }))."] }
    }
}
