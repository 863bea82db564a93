internal import Diagnostics
internal import Funnel
internal import Records
internal import Settings

/// Marketing's events and sales' records as one funnel.
extension FunnelCounting {
    func joined(
        _ parts: JoinedFunnel,
        _ events: EventTable,
        before asOf: Int64
    ) throws(Failure) -> FunnelReport {
        guard case .records(let records) = readings[1].rows, let eventKey = parts.keys[parts.first],
            let recordKey = parts.keys[parts.second]
        else { return FunnelReport(settings: funnel, metrics: nil, use: RowUse()) }
        let counter = JoinedCounter(
            touchPlan.definition,
            handOff: handOff,
            events: events,
            eventKey: eventKey.value,
            records: records,
            recordKey: recordKey.value,
            on: timeline,
            before: asOf,
            skipped: funnel.skipped,
            asking: salesQuestions(parts)
        )
        try check(counter.sharedRows)
        let count = counter.count()
        let passages = PassageSets(count.passages)
        var report = report(on: passages, before: asOf, use: count.events)
        report.touches = touchPlan.comparisons(in: passages, before: asOf)
        report.handOff = HandOff(
            stage: handOff,
            withoutFirstContact: count.withoutFirstContact,
            withoutKey: count.withoutKey,
            records: count.records,
            wait: count.wait,
            answers: count.answers,
            reasons: count.reasons,
            outcomes: records.outcomes
        )
        return try kept(
            report,
            ledger(of: .passages(passages), before: asOf) {
                usedRows(of: events, before: $0) + usedRows(of: records, before: $0)
            }
        )
    }

    /// What is asked of the records' own funnel.
    private func salesQuestions(_ parts: JoinedFunnel) -> SalesQuestions? {
        let reading = readings[1]
        return reading.users.funnels.first { $0.definition.id == parts.second }.map { sales in
            SalesQuestions(
                funnel: sales.definition,
                questions: PipelineQuestions(of: sales, over: reading.source, suppressBelow: suppressBelow)
            )
        }
    }
}
