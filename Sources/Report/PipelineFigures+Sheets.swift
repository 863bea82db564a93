internal import Calendars
internal import Funnel
internal import JSONText
internal import Settings

extension FunnelReport {
    /// The tables of a pipeline's page, and of a hand-over, below `pipeline/<funnel>/`; only those that hold anything.
    func pipelineSheets(zone: Zone) -> [DataSheet] {
        let tables = pipelineTables(zone: zone) + handOverTables
        return tables.filter { !$0.1.isEmpty }.map {
            DataSheet("pipeline/\(settings.definition.id)/\($0.0)", of: $0.1)
        }
    }

    private func pipelineTables(zone: Zone) -> [(String, [JSON])] {
        guard let pipeline, let figures else { return [] }
        let names = PipelineNames(
            stages: settings.definition.countedStages.map(\.id),
            outcomes: pipeline.outcomes,
            hasAmounts: figures.hasAmounts,
            knowsLosses: figures.knowsLosses
        )
        let standing: [(String, [JSON])] = [
            ("open", zip(names.stages, figures.open).map { $1.json($0, names) }), ("ages", ages(figures, names)),
            ("worth", zip(names.stages, figures.worth).map { $1.json($0, names) }),
            ("flows", figures.weeks.flatMap { flows(in: $0, names) }),
            ("weeks", figures.weeks.map { $0.json(names, target: figures.targetAmount) }),
        ]
        let ended: [(String, [JSON])] = [
            ("answers", figures.answers.map { $0.json(names, week: nil) }),
            ("reasons", figures.reasons.all.map { $0.json(names) }),
            ("recycled", figures.recycled.count > 0 ? [figures.recycled.json(names)] : []),
            ("backwards", pipeline.backwards.map { $0.json(zone: zone) }),
        ]
        return standing + ended
            + figures.breakdowns.flatMap { breakdown in
                [
                    ("by-\(breakdown.id)", breakdown.parts.map { $0.json(names) }),
                    (
                        "by-\(breakdown.id)-weeks",
                        breakdown.parts.flatMap { tagged($0.weeksJSON, ["value": .string($0.value)]) }
                    ),
                ]
            }
    }

    private func ages(_ figures: PipelineFigures, _ names: PipelineNames) -> [JSON] {
        zip(names.stages, figures.open).flatMap { stage, deals in
            tagged(deals.ages(names), ["stage": .string(stage)])
        }
    }

    private func tagged(_ rows: [JSON], _ members: KeyValuePairs<String, JSON>) -> [JSON] {
        rows.map { $0.preceded(by: members) }
    }

    private func flows(in week: PipelineFigures.OneWeek, _ names: PipelineNames) -> [JSON] {
        let rows = zip(names.stages, week.flows).map { $1.json($0, names) }
        return tagged(rows, ["week": .string("\(week.week)"), "complete": .bool(week.isComplete)])
    }

    /// How sales answer marketing in a joined funnel.
    private var handOverTables: [(String, [JSON])] {
        guard let handOff, let answers = handOff.answers else { return [] }
        let names = handOff.names(settings.definition.countedStages.map(\.id))
        return [
            ("answers", [answers.json(names, week: nil)]),
            ("reasons", (handOff.reasons?.all ?? []).map { $0.json(names) }),
        ]
    }
}
