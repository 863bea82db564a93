internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Records
internal import Settings

extension ReportMaker {
    var wantedFunnels: [FunnelSettings] {
        settings.funnels.filter { funnel == nil || $0.definition.id == funnel }
    }

    /// Sources that something wanted looks at.
    var wantedSources: [SourceSettings] {
        var ids = Set(wantedFunnels.flatMap { settings.sources(of: $0).map(\.id) })
        if funnel == nil { ids.formUnion(settings.measures.map(\.source)) }
        return settings.sources.filter { ids.contains($0.id) }
    }

    func report(
        on funnel: FunnelSettings,
        _ readings: [String: SourceReading],
        _ closed: [ClosedWeek]
    ) throws -> FunnelReport? {
        let sources = settings.sources(of: funnel)
        let own = sources.compactMap { readings[$0.id] }
        guard own.count == sources.count, !own.isEmpty else { return nil }
        return try FunnelCounting(
            funnel: funnel,
            readings: own,
            zone: settings.site.zone,
            lastDay: lastDay,
            plan: try BreakdownPlan(funnel.definition, by: breakdowns),
            handOff: handOff(of: funnel),
            suppressBelow: settings.site.suppressBelow,
            closed: closed,
            closing: closing,
            threads: effort.threads,
            allowance: effort.allowance,
            wantsActivity: wantsActivity,
            wantsTouches: wantsTouches
        ).report()
    }

    /// The index of a joined funnel's first stage of sales.
    func handOff(of funnel: FunnelSettings) -> Int {
        guard case .joined(let parts) = funnel.origin else { return 0 }
        return settings.funnels.first { $0.definition.id == parts.first }?.stages.count ?? 0
    }

    /// Tests are compared beside all funnels.
    func wantedTests() throws(Failure) -> [TestCounting] {
        var tests: [TestCounting] = []
        for test in funnel == nil ? settings.tests : [] { tests.append(try TestCounting(test, in: settings)) }
        return tests
    }

    func report(on test: TestCounting, _ readings: [String: SourceReading]) throws(Failure) -> TestReport? {
        guard let reading = readings[test.test.source] else { return nil }
        let counted = try FunnelCounting(
            funnel: test.funnel,
            readings: [reading],
            zone: settings.site.zone,
            lastDay: lastDay,
            plan: try BreakdownPlan(test.funnel.definition, by: nil),
            handOff: 0,
            suppressBelow: settings.site.suppressBelow,
            closed: [],
            closing: nil,
            threads: effort.threads,
            allowance: effort.allowance,
            wantsActivity: false,
            wantsTouches: false
        ).report()
        guard let metrics = counted.metrics else { return nil }
        let source = settings.sources.first { $0.id == test.test.source }
        return TestReport(
            settings: test.test,
            funnel: test.origin,
            stages: test.funnel.stages,
            comparison: test.comparison(
                metrics,
                control: test.test.control ?? source?.firstVariant,
                suppressBelow: settings.site.suppressBelow
            )
        )
    }

    func report(on measure: MeasureSettings, _ reading: SourceReading) throws(Failure) -> MeasureReport? {
        guard case .measures(let table) = reading.rows else { return nil }
        for name in measure.formula.names where !table.names.contains(name) && !table.rows.isEmpty {
            let meant = nearestWord(to: name, in: table.names).map { "Did you mean '\($0)'? " } ?? ""
            throw Failure(
                at: measure.namePositions[name] ?? measure.position,
                "source '\(reading.source.id)' has no measure '\(name)'",
                remedy: meant + "It has: \(table.names.joined(separator: ", "))."
            )
        }
        let timeline = Timeline.localDays(settings.site.zone)
        guard let asOf = reading.measuresEnd(on: timeline, lastDay: lastDay) else { return nil }
        let series = MeasureSeries(measure.formula, in: table, on: timeline, before: asOf)
        try reading.checkSpan(weeks: series.points.count, from: series.points.first?.week)
        func themes(of stage: String?) -> [ThemeCount] {
            let themes = MeasureSeries.themes(measure.formula, in: table, of: stage, on: timeline, before: asOf)
            guard let least = settings.site.suppressBelow else { return themes }
            // Stages told apart could be had from all of them together.
            return stage == nil && !table.stages.isEmpty ? [] : themes.suppressed(below: least)
        }
        let stages = table.stages.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { stage in
            StageMeasure(
                stage: stage,
                series: MeasureSeries(measure.formula, in: table, of: stage, on: timeline, before: asOf),
                themes: themes(of: stage)
            )
        }
        return MeasureReport(settings: measure, series: series, themes: themes(of: nil), stages: stages)
    }

    func account(of reading: SourceReading, _ funnels: [FunnelReport]) -> SourceAccount {
        SourceAccount(
            id: reading.source.id,
            files: reading.files,
            use: use(of: reading, funnels),
            tally: reading.tally,
            rejections: reading.rejections,
            joins: reading.joins.map { JoinAccount(file: $0.file, tally: $0.tally, rejections: $0.rejections) },
            volume: reading.volume(before: end(of: reading, funnels), in: settings.site.zone)
        )
    }

    /// Up to when the funnels that use a source count its rows.
    func end(of reading: SourceReading, _ funnels: [FunnelReport]) -> Instant? {
        let users = funnels.filter { settings.sources(of: $0.settings).contains { $0.id == reading.source.id } }
        return users.compactMap { $0.metrics.map { $0.timeline.instant(at: $0.asOf) } }.max()
    }

    func bits(of funnels: [FunnelReport], in reading: SourceReading) -> UInt64 {
        funnels.reduce(0) { $0 | reading.users.bit(of: $1.settings) }
    }

    /// A row counts as used if one funnel or measure uses it.
    func use(of reading: SourceReading, _ funnels: [FunnelReport]) -> RowUse {
        let users = funnels.filter { $0.settings.origin.source == reading.source.id }
        let timeline = users.compactMap(\.metrics).first?.timeline ?? .localDays(settings.site.zone)
        let asOf = users.compactMap(\.metrics).first?.asOf ?? Int64.max
        let stages = users.flatMap(\.settings.definition.stages)
        var use =
            switch reading.rows {
            case .events(let table):
                RowUse(of: table, where: .any(users.map(\.settings.definition.usedRows)), on: timeline, before: asOf)
            case .scanned(let events):
                RowUse(of: events.days, users: bits(of: users, in: reading), on: timeline, before: asOf)
            case .records(let table):
                RowUse(of: table, reaching: stages.map(\.id), on: timeline, before: asOf)
            case .counts(let table):
                RowUse(of: table, counting: stages.map(\.id), on: timeline, before: asOf)
            case .measures(let table): reading.use(of: table, on: timeline, lastDay: lastDay)
            }
        use.other += reading.tally.other
        return use
    }
}
