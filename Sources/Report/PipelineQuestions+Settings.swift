internal import Funnel
internal import Settings

extension PipelineQuestions {
    /// What huni.yaml asks of a funnel over records: by owner, team and each of the funnel's dimensions.
    init(of funnel: FunnelSettings, over source: SourceSettings, suppressBelow: Int?) {
        self.init(stageCount: funnel.stages.count)
        self.suppressBelow = suppressBelow
        handOff = funnel.handOffStage
        slaSeconds = funnel.stages.map { funnel.sla[$0.id] }
        probabilities = funnel.stages.map(\.probability)
        targetAmount = funnel.stages.last?.target.amount
        guard case .records(let columns) = source.form else { return }
        reasonColumn = columns.reason?.value
        let own = [("owner", columns.owner?.value), ("team", columns.team?.value)]
        for dimension in funnel.definition.dimensions {
            let isPeople = columns.owner.map { dimension.origin == .column($0.value) } ?? false
            parts.append(Part(dimension, isPeople: isPeople))
        }
        for case (let id, let column?) in own where !parts.contains(where: { $0.dimension.origin == .column(column) }) {
            let isFree = !parts.contains { $0.dimension.id == id }
            let dimension = Dimension(id: isFree ? id : "\(id) (\(column))", origin: .column(column), touch: .entry)
            parts.append(Part(dimension, isPeople: id == "owner", hasPages: false))
        }
    }
}

extension FunnelSettings {
    /// The index of the last stage that marketing answers for before one that sales answer for; `nil` without such a pair.
    var handOffStage: Int? {
        stages.indices.dropLast().first { stages[$0].owner == .marketing && stages[$0 + 1].owner == .sales }
    }
}

extension PipelineFigures {
    /// Segments, which may overlap, as one breakdown: each of those who are in it, under its id.
    func puttingSegmentsTogether(_ dimensions: [Dimension]) -> PipelineFigures {
        var figures = self
        let segments = dimensions.filter(\.isSegment).map(\.id)
        guard let first = breakdowns.firstIndex(where: { segments.contains($0.id) }) else { return self }
        let parts = breakdowns.filter { segments.contains($0.id) }.flatMap { breakdown in
            breakdown.parts.filter { $0.value == Dimension.memberValue }.map { part in
                var named = part
                named.value = breakdown.id
                return named
            }
        }
        figures.breakdowns[first] = PipelineBreakdown(id: BreakdownPlan.segments, isPeople: false, parts: parts)
        figures.breakdowns.removeAll { segments.contains($0.id) }
        return figures
    }
}
