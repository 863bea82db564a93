internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Records
internal import Settings

/// Counts one funnel from the readings of its sources.
struct FunnelCounting {
    let funnel: FunnelSettings
    /// The readings of its sources, of a joined funnel marketing's first.
    let readings: [SourceReading]
    let zone: Zone
    /// The last day of complete data, if somebody says.
    let lastDay: LocalDate?
    let plan: BreakdownPlan
    /// The index of a joined funnel's first stage of sales.
    let handOff: Int
    /// Numbers of fewer are not told in breakdowns; `nil`: all are.
    let suppressBelow: Int?
    /// Weeks as they were published.
    let closed: [ClosedWeek]
    /// The week to close, if any.
    let closing: Week?
    /// How many threads count.
    let threads: Int
    /// How much memory what is counted may take; `nil`: as much as it needs.
    let allowance: RowAllowance?
    /// Whether what happened in each week is wanted beside the cohorts.
    let wantsActivity: Bool
    /// Whether first and last touches are wanted beside the dimensions' own.
    let wantsTouches: Bool

    /// If any source has dates only, all times are cut to local days.
    var timeline: Timeline {
        readings.allSatisfy(\.hasClockTimes) ? .instants(zone) : .localDays(zone)
    }

    /// - Throws: `Failure` where nobody can say up to when the data go, or they span too many weeks.
    func report() throws(Failure) -> FunnelReport {
        var ends: [Int64] = []
        for reading in readings {
            if let end = try reading.asOf(on: timeline, lastDay: lastDay) { ends.append(end) }
        }
        guard let asOf = ends.min(), ends.count == readings.count else {
            return FunnelReport(settings: funnel, metrics: nil, use: RowUse())
        }
        let report =
            switch (funnel.origin, readings[0].rows) {
            case (.joined(let parts), .events(let events)): try joined(parts, events, before: asOf)
            case (_, .events(let table)): try events(table, before: asOf)
            case (_, .scanned(let scanned)): try events(scanned, before: asOf)
            case (_, .records(let table)): try records(table, before: asOf)
            case (_, .counts(let table)): try counts(table, before: asOf)
            case (_, .measures): FunnelReport(settings: funnel, metrics: nil, use: RowUse())
            }
        try readings[0].checkSpan(weeks: report.metrics?.weeks.count ?? 0, from: report.metrics?.weeks.first?.week)
        return report
    }

    var touchPlan: TouchPlan { TouchPlan(funnel.definition, of: wantsTouches ? plan.single : []) }

    private func events(_ table: EventTable, before asOf: Int64) throws(Failure) -> FunnelReport {
        let counter = EventCounter(touchPlan.definition, in: table, on: timeline, before: asOf)
        try check(counter.sharedRows)
        let (counted, use) = counter.count()
        let passages = PassageSets(counted)
        var report = report(on: passages, before: asOf, use: use)
        report.touches = touchPlan.comparisons(in: passages, before: asOf)
        return try kept(
            report,
            ledger(of: .passages(passages), before: asOf) {
                usedRows(of: table, before: $0)
            }
        )
    }

    private func events(_ scanned: ScannedEvents, before asOf: Int64) throws(Failure) -> FunnelReport {
        let counter = ScannedEventCounter(
            touchPlan.definition,
            in: scanned,
            on: timeline,
            before: asOf,
            threads: threads,
            allowance: allowance
        )
        let (passages, sharedRows) = try told { () throws(RecordsError) in try counter.count() }
        try check(sharedRows)
        let bit = readings[0].users.bit(of: funnel)
        let use = RowUse(of: scanned.days, users: bit, on: timeline, before: asOf)
        var report = report(on: passages, before: asOf, use: use)
        report.touches = touchPlan.comparisons(in: passages, before: asOf)
        report = try kept(
            report,
            ledger(of: .passages(passages), before: asOf) { position throws(Failure) in
                try told { () throws(RecordsError) in try counter.usedRows(before: position, user: bit) }
            }
        )
        try told { () throws(RecordsError) in try passages.check() }
        return report
    }

    private func records(_ table: RecordTable, before asOf: Int64) throws(Failure) -> FunnelReport {
        let count = RecordCounter(
            funnel.definition,
            in: table,
            on: timeline,
            before: asOf,
            skipped: funnel.skipped,
            asking: PipelineQuestions(of: funnel, over: readings[0].source, suppressBelow: suppressBelow)
        ).count()
        let passages = PassageSets(count.passages)
        var report = report(on: passages, before: asOf, use: count.use)
        report.pipeline = count.pipeline
        report.figures = count.figures.map { $0.puttingSegmentsTogether(funnel.definition.dimensions) }
        return try kept(
            report,
            ledger(of: .passages(passages), before: asOf) {
                usedRows(of: table, before: $0)
            }
        )
    }

    private func counts(_ table: CountTable, before asOf: Int64) throws(Failure) -> FunnelReport {
        let metrics = FunnelMetrics(
            counts: table,
            of: funnel.definition,
            on: timeline,
            before: asOf,
            by: plan.indices,
            mergingBelow: suppressBelow
        )
        let use = RowUse(of: table, counting: funnel.definition.stages.map(\.id), on: timeline, before: asOf)
        let report = FunnelReport(settings: funnel, metrics: plan.applied(to: metrics), use: use)
        return try kept(
            report,
            ledger(of: .counts(table), before: asOf) { position in
                RowUse(of: table, counting: funnel.definition.stages.map(\.id), on: timeline, before: position).used
            }
        )
    }

    /// Under `order: any` nothing tells which of two stages a row stands for.
    func check(_ shared: @autoclosure () -> SharedRows?) throws(Failure) {
        guard funnel.definition.order == .any, let shared = shared() else { return }
        let (first, second) = (funnel.definition.stages[shared.first].id, funnel.definition.stages[shared.second].id)
        let rows = shared.count == 1 ? "1 row is" : "\(shared.count) rows are"
        throw Failure(
            at: funnel.position,
            "\(rows) both '\(first)' and '\(second)', and under 'order: any' stages of a funnel may not share rows",
            remedy: "Tell the two apart by their `match`, or write `order: ordered`."
        )
    }

    /// The numbers in the funnel's own view; beside a cohort view, what happened in each week.
    func report(on passages: PassageSets, before asOf: Int64, use: RowUse) -> FunnelReport {
        var passages = passages
        passages.merge(in: funnel.definition, below: suppressBelow, before: asOf)
        func metrics(_ view: View) -> FunnelMetrics {
            let metrics =
                switch view {
                case .cohort:
                    FunnelMetrics(
                        of: funnel.definition,
                        from: passages,
                        on: timeline,
                        before: asOf,
                        by: plan.indices,
                        threads: threads
                    )
                case .activity:
                    FunnelMetrics(
                        activityOf: funnel.definition,
                        from: passages,
                        on: timeline,
                        before: asOf,
                        by: plan.indices,
                        threads: threads
                    )
                }
            return plan.applied(to: metrics)
        }
        return FunnelReport(
            settings: funnel,
            metrics: metrics(funnel.view),
            activity: funnel.view == .cohort && wantsActivity ? metrics(.activity) : nil,
            use: use
        )
    }
}

extension FunnelCounting {
    /// What `work` gives, its error told.
    private func told<Product>(_ work: () throws(RecordsError) -> Product) throws(Failure) -> Product {
        do throws(RecordsError) {
            return try work()
        } catch {
            throw Failure(error.diagnostics)
        }
    }

    func ledger(
        of basis: WeekLedger.Basis,
        before asOf: Int64,
        rows: @escaping (Int64) throws(Failure) -> Int
    ) -> WeekLedger {
        WeekLedger(funnel: funnel.definition, basis: basis, timeline: timeline, asOf: asOf, usedRows: rows)
    }

    func usedRows(of table: EventTable, before position: Int64) -> Int {
        RowUse(of: table, where: funnel.definition.usedRows, on: timeline, before: position).used
    }

    func usedRows(of table: RecordTable, before position: Int64) -> Int {
        RowUse(of: table, reaching: funnel.definition.stages.map(\.id), on: timeline, before: position).used
    }

    /// The report with what is to be closed, and what closed weeks say now.
    func kept(_ report: FunnelReport, _ ledger: WeekLedger) throws(Failure) -> FunnelReport {
        var report = report
        if let closing {
            report.closed = try ledger.closed(closing, [report.metrics, report.activity].compactMap(\.self))
        }
        for week in closed {
            for own in week.funnels where own.id == funnel.definition.id {
                report.restatements += try ledger.restatements(of: own, in: week.week)
            }
        }
        return report
    }
}
