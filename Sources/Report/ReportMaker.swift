public import Calendars
internal import Diagnostics
internal import Funnel
public import Records
public import Settings

/// Reads sources and counts funnels.
public struct ReportMaker {
    private let settings: Settings
    private let lastDay: LocalDate?
    private let funnel: String?
    private let breakdowns: [[String]]?
    private let closed: [ClosedFile]
    private let closing: Week?
    private let wantsActivity: Bool
    private let effort: EventScan.Effort

    /// Prepares to count what `settings` say.
    ///
    /// - Parameters:
    ///   - lastDay: The last day of complete data; `nil`: the last day with rows.
    ///   - funnel: The id of the only funnel to count; `nil`: all of them, and the measures.
    ///   - breakdowns: Ids of dimensions, several in one list being crossed; `nil`: each of a funnel's dimensions.
    ///   - closed: The files of `content/closed/`.
    ///   - closing: A week that is to be closed, so that ``FunnelReport/closed`` tells what is published of it.
    ///   - wantsActivity: Whether funnels in the cohort view are counted in the activity view, too.
    ///   - effort: How the work is parted; it makes no difference to what is counted.
    public init(
        _ settings: Settings,
        lastDay: LocalDate? = nil,
        funnel: String? = nil,
        breakdowns: [[String]]? = nil,
        closed: [ClosedFile] = [],
        closing: Week? = nil,
        wantsActivity: Bool = true,
        effort: EventScan.Effort = EventScan.Effort(threads: 1)
    ) {
        self.settings = settings
        self.wantsActivity = wantsActivity
        self.effort = effort
        self.lastDay = lastDay
        self.funnel = funnel
        self.breakdowns = breakdowns
        self.closed = closed
        self.closing = closing
    }

    /// Counts everything.
    ///
    /// - Parameter files: Gives the data files of a source, in order.
    /// - Throws: `Failure` with the faults of all sources that make counting impossible.
    public func report(files: (SourceSettings) throws -> SourceFiles) throws -> Report {
        var problems: [Diagnostic] = []
        func collecting<Product>(_ work: () throws -> Product) rethrows -> Product? {
            do {
                return try work()
            } catch let failure as Failure {
                problems += failure.diagnostics
                return nil
            }
        }
        let closedFiles = self.closed.sorted { $0.path < $1.path }
        let closed = try collecting { try closedFiles.weeks(settings) } ?? []
        var readings: [String: SourceReading] = [:]
        let tests = try collecting { try wantedTests() } ?? []
        var effort = effort
        effort.allowance = effort.allowance?.share(
            among: wantedSources.count { source in
                if case .events = source.form { true } else { false }
            }
        )
        for source in wantedSources {
            let users = SourceUsers(of: source, in: settings, beside: tests.map(\.funnel))
            readings[source.id] = try collecting {
                try SourceReading(
                    source,
                    users: users,
                    files: try files(source),
                    zone: settings.site.zone,
                    effort: effort
                )
            }
        }
        var funnels: [FunnelReport] = []
        for funnel in wantedFunnels {
            if let report = try collecting({ try report(on: funnel, readings, closed) }) ?? nil {
                funnels.append(report)
            }
        }
        var measures: [MeasureReport] = []
        for measure in funnel == nil ? settings.measures : [] {
            guard let reading = readings[measure.source] else { continue }
            if let report = try collecting({ try report(on: measure, reading) }) ?? nil { measures.append(report) }
        }
        var compared: [TestReport] = []
        for test in tests {
            if let report = try collecting({ try report(on: test, readings) }) ?? nil { compared.append(report) }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        if let least = settings.site.suppressBelow { funnels.suppress(below: least) }
        return Report(
            zone: settings.site.zone,
            sources: settings.sources.compactMap { readings[$0.id].map { account(of: $0, funnels) } },
            funnels: funnels,
            measures: measures,
            tests: compared,
            closingWarnings: closed.warnings(settings)
        )
    }
}

extension ReportMaker {
    private var wantedFunnels: [FunnelSettings] {
        settings.funnels.filter { funnel == nil || $0.definition.id == funnel }
    }

    /// Sources that something wanted looks at.
    private var wantedSources: [SourceSettings] {
        var ids = Set(wantedFunnels.flatMap { settings.sources(of: $0).map(\.id) })
        if funnel == nil { ids.formUnion(settings.measures.map(\.source)) }
        return settings.sources.filter { ids.contains($0.id) }
    }

    private func report(
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
            wantsActivity: wantsActivity
        ).report()
    }

    /// The index of a joined funnel's first stage of sales.
    private func handOff(of funnel: FunnelSettings) -> Int {
        guard case .joined(let parts) = funnel.origin else { return 0 }
        return settings.funnels.first { $0.definition.id == parts.first }?.stages.count ?? 0
    }

    /// Tests are compared beside all funnels.
    private func wantedTests() throws(Failure) -> [TestCounting] {
        var tests: [TestCounting] = []
        for test in funnel == nil ? settings.tests : [] { tests.append(try TestCounting(test, in: settings)) }
        return tests
    }

    private func report(on test: TestCounting, _ readings: [String: SourceReading]) throws(Failure) -> TestReport? {
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
            wantsActivity: false
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

    private func report(on measure: MeasureSettings, _ reading: SourceReading) throws(Failure) -> MeasureReport? {
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
            MeasureSeries.themes(measure.formula, in: table, of: stage, on: timeline, before: asOf)
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

    private func account(of reading: SourceReading, _ funnels: [FunnelReport]) -> SourceAccount {
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
    private func end(of reading: SourceReading, _ funnels: [FunnelReport]) -> Instant? {
        let users = funnels.filter { settings.sources(of: $0.settings).contains { $0.id == reading.source.id } }
        return users.compactMap { $0.metrics.map { $0.timeline.instant(at: $0.asOf) } }.max()
    }

    private func bits(of funnels: [FunnelReport], in reading: SourceReading) -> UInt64 {
        funnels.reduce(0) { $0 | reading.users.bit(of: $1.settings) }
    }

    /// A row counts as used if one funnel or measure uses it.
    private func use(of reading: SourceReading, _ funnels: [FunnelReport]) -> RowUse {
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

extension Settings {
    /// The dimension `variant` of a source that has a column for it is that column.
    fileprivate var resolvingVariants: Settings {
        var settings = self
        for index in settings.funnels.indices {
            guard case .column(let column) = sources(of: funnels[index]).first?.variant else { continue }
            for dimension in settings.funnels[index].definition.dimensions.indices
            where settings.funnels[index].definition.dimensions[dimension].origin == .column("variant") {
                settings.funnels[index].definition.dimensions[dimension].origin = .column(column.value)
            }
        }
        return settings
    }
}
