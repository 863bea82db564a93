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
