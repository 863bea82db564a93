internal import Records
internal import Settings

/// Events: an id that comes again and again, a time, and a word that says what happened.
struct EventsRule: GroupRule {
    func guess(_ group: TableGroup, _ answers: InspectionAnswers) -> FormGuess? {
        guard let time = TimeChoice(of: group).name, let entity = EntityChoice(of: group).repeated,
            let event = EventChoice(of: group, entity: entity).name
        else { return nil }
        let id = group.id(otherwise: "events")
        var source = ProposedSource(
            id: id,
            form: .events,
            files: group.files,
            columns: [("entity", entity), ("time", time), ("event", event)]
        )
        source.read = group.reading(times: [time], answers)
        let words = group.words(event)
        var guess = FormGuess(
            source,
            of: group.fileNames,
            because:
                "“\(entity)” comes again (\(grouped(group.words(entity).count)) in \(grouped(group.rowCount)) rows), "
                + "“\(time)” says when, and “\(event)” is one of \(words.count) words that say what happened."
        )
        let order = StageOrder(of: group, entity: entity, time: time, event: event)
        guess.funnels = [funnel(id, order.stages, group, used: [entity, time, event])]
        guess.remarks = [order.reason]
        guess.questions = group.questions(times: [time], answers)
        return guess
    }

    private func funnel(
        _ id: String,
        _ stages: [StageOrder.Stage],
        _ group: TableGroup,
        used: [String]
    ) -> ProposedFunnel {
        var funnel = ProposedFunnel(id: settingsName(id, otherwise: "funnel"), source: id, stages: [])
        var names = DistinctNames()
        funnel.stages = stages.map { stage in
            ProposedFunnel.Stage(id: names.name(settingsName(stage.event, otherwise: "stage")), event: stage.event)
        }
        funnel.dimensions = DimensionChoice(of: group, used: used).names
        funnel.comments = [Self.window]
        return funnel
    }

    /// What a funnel over events says about its window.
    static let window =
        "window: 28d      # the longest time from first to last stage; without it, however long it takes"
}
