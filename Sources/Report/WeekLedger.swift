internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Records

/// One funnel's data as they were counted, for closing a week and for counting a closed one again.
struct WeekLedger {
    /// What numbers of a week are made of.
    enum Basis {
        case passages(PassageSets)
        case counts(CountTable)
    }

    let funnel: FunnelDefinition
    let basis: Basis
    let timeline: Timeline
    /// The position before which everything was counted.
    let asOf: Int64
    /// How many rows of the sources the funnel uses before a position.
    let usedRows: (Int64) throws(Failure) -> Int

    /// What is published for `week`; `nil` where the funnel does not have it.
    ///
    /// - Parameter metrics: The funnel's numbers in each view that its data give.
    func closed(_ week: Week, _ metrics: [FunnelMetrics]) throws(Failure) -> ClosedFunnel? {
        let found = metrics.compactMap { metrics in
            metrics.weeks.first { $0.week == week }.map { (metrics.view, $0.cohort.stages) }
        }
        guard !found.isEmpty else { return nil }
        return ClosedFunnel(
            id: funnel.id,
            asOf: timeline.instant(at: asOf),
            rules: ClosedRules(of: funnel),
            rows: try rows(of: week, before: asOf),
            stages: Dictionary(
                uniqueKeysWithValues: found.map { ($0.0, zip($0.1, funnel.stages).map(ClosedStage.init)) }
            ),
            position: SourcePosition(file: ClosedWeek.path(of: week))
        )
    }

    private func rows(of week: Week, before asOf: Int64) throws(Failure) -> Int {
        try usedRows(asOf) - usedRows(min(asOf, timeline.start(of: week)))
    }

    /// What the data give now for a week that was closed, where it is not what was published; one a view.
    ///
    /// - Returns: None where the data end before those that were published.
    func restatements(of closed: ClosedFunnel, in week: Week) throws(Failure) -> [Restatement] {
        let cut = timeline.position(of: closed.asOf)
        guard cut <= asOf, closed.rules == ClosedRules(of: funnel) else { return [] }
        var restatements: [Restatement] = []
        for view in View.allCases {
            guard let published = closed.stages[view], let counted = stages(of: week, in: view, before: cut) else {
                continue
            }
            let stages = published.compactMap { stage -> RestatedStage? in
                guard let index = funnel.stages.firstIndex(where: { $0.id == stage.id }) else { return nil }
                let now = ClosedStage(counted[index], of: funnel.stages[index])
                return RestatedStage(index: index, published: stage, now: now)
            }
            guard stages.contains(where: \.isChanged) else { continue }
            let late = try rows(of: week, before: cut) - closed.rows
            restatements.append(
                Restatement(week: week, view: view, asOf: closed.asOf, lateRows: late, stages: stages)
            )
        }
        return restatements
    }

    /// The week counted from the rows before `cut`; `nil` where the data do not give the view.
    private func stages(of week: Week, in view: View, before cut: Int64) -> [StageMetrics]? {
        switch basis {
        case .passages(let passages):
            return passages.stages(of: week, in: view, of: funnel, on: timeline, before: cut)
        case .counts(let table):
            return table.stages(of: week, in: view, of: funnel, on: timeline, before: cut)
        }
    }
}
