internal import Calendars
internal import Funnel
internal import Settings

extension FunnelMetrics {
    /// The columns of tables of stages. Rates are fractions, changes too: of a count in parts of it, of a rate in points.
    static let columns = [
        "funnel", "view", "cohort", "week", "by", "value", "stage", "count", "matured", "rate_from_previous", "low",
        "high", "rate_from_first", "change", "signal", "range_low", "range_high", "expected_from_first", "expected_low",
        "expected_high",
    ]

    /// A row a stage of one week, then of its breakdowns.
    func rows(of week: WeekMetrics, hasBreakdowns: Bool, in settings: FunnelSettings) -> [[DataSheet.Cell]] {
        rows(of: week.cohort, named: "\(week.week)", week.judgements, hasBreakdowns: hasBreakdowns, in: settings)
    }

    /// The total of all weeks, and of those that are final.
    func totalRows(in settings: FunnelSettings) -> [[DataSheet.Cell]] {
        rows(of: total, named: "total", [], hasBreakdowns: false, in: settings)
            + rows(of: totalMatured, named: "total_matured", [], hasBreakdowns: false, in: settings)
    }

    /// Every week by the values of one dimension.
    func sheet(ofBreakdown index: Int, in settings: FunnelSettings) -> DataSheet {
        let parts = weeks.map { ("\($0.week)", $0.cohort) } + [("total", total), ("total_matured", totalMatured)]
        return DataSheet(
            "funnels/\(settings.definition.id)-\(total.breakdowns[index].dimensions.joined(separator: "-"))",
            columns: Self.columns,
            rows: parts.flatMap { name, cohort in rows(of: cohort.breakdowns[index], named: name, in: settings) }
        )
    }

    private func rows(
        of cohort: CohortMetrics,
        named name: String,
        _ judgements: [StageJudgement],
        hasBreakdowns: Bool,
        in settings: FunnelSettings
    ) -> [[DataSheet.Cell]] {
        let own = cohort.stages.indices.map { stage in
            row(
                [.text(name), .empty, .empty],
                stage,
                cohort.stages[stage],
                judgements.indices.contains(stage) ? judgements[stage] : nil,
                in: settings
            )
        }
        return own + (hasBreakdowns ? cohort.breakdowns.flatMap { rows(of: $0, named: name, in: settings) } : [])
    }

    private func rows(
        of breakdown: BreakdownMetrics,
        named name: String,
        in settings: FunnelSettings
    ) -> [[DataSheet.Cell]] {
        breakdown.values.flatMap { part in
            part.stages.indices.map { stage in
                let place: [DataSheet.Cell] = [
                    .text(name), .text(breakdown.dimensions.joined(separator: ",")),
                    .text(part.values.joined(separator: ", ")),
                ]
                let judgement = part.judgements.isEmpty ? nil : part.judgements[stage]
                return row(place, stage, part.stages[stage], judgement, in: settings)
            }
        }
    }

    private func row(
        _ place: [DataSheet.Cell],
        _ stage: Int,
        _ metrics: StageMetrics,
        _ judgement: StageJudgement?,
        in settings: FunnelSettings
    ) -> [DataSheet.Cell] {
        let definition = settings.definition
        let interval = metrics.fromPrevious?.interval
        func told(_ number: Suppressed, _ cell: DataSheet.Cell) -> DataSheet.Cell {
            metrics.suppressed.contains(number) ? .text(StageMetrics.suppressedText) : cell
        }
        let head: [DataSheet.Cell] = [
            .text(definition.id), .text(view.rawValue), .text(definition.cohort.rawValue),
        ]
        let numbers: [DataSheet.Cell] = [
            .text(definition.countedStages[stage].id), told(.count, .optional(metrics.count)),
            .truth(metrics.isMatured),
            told(.fromPrevious, .optional(metrics.fromPrevious?.rate)),
            told(.fromPrevious, .optional(interval?.lowerBound)),
            told(.fromPrevious, .optional(interval?.upperBound)),
            told(.fromFirst, .optional(metrics.fromFirst?.rate)),
        ]
        let judged: [DataSheet.Cell] = [
            .optional(judgement?.change), .optional(judgement?.signal?.direction.rawValue),
            .optional(judgement?.range?.low), .optional(judgement?.range?.high),
            .optional(metrics.expectedFromFirst?.rate), .optional(metrics.expectedFromFirst?.interval.lowerBound),
            .optional(metrics.expectedFromFirst?.interval.upperBound),
        ]
        return head + place + numbers + judged
    }
}
