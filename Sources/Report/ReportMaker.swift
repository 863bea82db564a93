public import Calendars
internal import Diagnostics
internal import Funnel
public import Records
public import Settings

/// Reads sources and counts funnels.
public struct ReportMaker {
    let settings: Settings
    let lastDay: LocalDate?
    let funnel: String?
    let breakdowns: [[String]]?
    let closed: [ClosedFile]
    let closing: Week?
    let wantsActivity: Bool
    let wantsTouches: Bool
    let effort: EventScan.Effort

    /// Prepares to count what `settings` say.
    ///
    /// - Parameters:
    ///   - lastDay: The last day of complete data; `nil`: the last day with rows.
    ///   - funnel: The id of the only funnel to count; `nil`: all of them, and the measures.
    ///   - breakdowns: Ids of dimensions, several in one list being crossed; `nil`: each of a funnel's dimensions.
    ///   - closed: The files of `content/closed/`.
    ///   - closing: A week that is to be closed, so that ``FunnelReport/closed`` tells what is published of it.
    ///   - wantsActivity: Whether funnels in the cohort view are counted in the activity view, too.
    ///   - wantsTouches: Whether dimensions are counted by first and by last touch, too. Rows that belong to no stage have to
    ///     be kept for it.
    ///   - effort: How the work is parted; it makes no difference to what is counted.
    public init(
        _ settings: Settings,
        lastDay: LocalDate? = nil,
        funnel: String? = nil,
        breakdowns: [[String]]? = nil,
        closed: [ClosedFile] = [],
        closing: Week? = nil,
        wantsActivity: Bool = true,
        wantsTouches: Bool = true,
        effort: EventScan.Effort = EventScan.Effort(threads: 1)
    ) {
        self.settings = settings
        self.wantsActivity = wantsActivity
        self.wantsTouches = wantsTouches
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
        try count(try read(files))
    }

    /// Counts everything, and from the same reading what `other` says.
    ///
    /// - Parameters:
    ///   - other: Wants at least the funnels and measures that this one does.
    ///   - files: Gives the data files of a source, in order.
    /// - Throws: `Failure` with the faults of all sources that make counting impossible.
    public func reports(
        with other: ReportMaker,
        files: (SourceSettings) throws -> SourceFiles
    ) throws -> (own: Report, other: Report) {
        let readings = try other.read(files)
        return (try count(readings), try other.count(readings))
    }

    private func read(_ files: (SourceSettings) throws -> SourceFiles) throws -> Readings {
        var readings = Readings()
        readings.tests = try readings.faults.collecting { try wantedTests() } ?? []
        var effort = effort
        effort.allowance = effort.allowance?.share(
            among: wantedSources.count { source in
                if case .events = source.form { true } else { false }
            }
        )
        for source in wantedSources {
            let users = SourceUsers(of: source, in: settings, beside: readings.tests.map(\.funnel))
            readings.bySource[source.id] = try readings.faults.collecting {
                try SourceReading(
                    source,
                    users: users,
                    files: try files(source),
                    zone: settings.site.zone,
                    wantsTouches: wantsTouches,
                    effort: effort
                )
            }
        }
        return readings
    }

    private func count(_ readings: Readings) throws -> Report {
        var faults = readings.faults
        let closedFiles = self.closed.sorted { $0.path < $1.path }
        let closed = try faults.collecting { try closedFiles.weeks(settings) } ?? []
        var funnels: [FunnelReport] = []
        for funnel in wantedFunnels {
            if let report = try faults.collecting({ try report(on: funnel, readings.bySource, closed) }) ?? nil {
                funnels.append(report)
            }
        }
        var measures: [MeasureReport] = []
        for measure in funnel == nil ? settings.measures : [] {
            guard let reading = readings.bySource[measure.source] else { continue }
            if let report = try faults.collecting({ try report(on: measure, reading) }) ?? nil {
                measures.append(report)
            }
        }
        var compared: [TestReport] = []
        for test in funnel == nil ? readings.tests : [] {
            if let report = try faults.collecting({ try report(on: test, readings.bySource) }) ?? nil {
                compared.append(report)
            }
        }
        guard faults.diagnostics.isEmpty else { throw Failure(faults.diagnostics) }
        if let least = settings.site.suppressBelow {
            funnels.suppress(below: least)
            compared = compared.map { $0.hiding(beside: funnels, variants: readings.tests) }
            measures.suppressStages(below: least)
        }
        funnels.judgeValues(toldFrom: settings.site.suppressBelow, threads: effort.threads)
        return Report(
            zone: settings.site.zone,
            sources: wantedSources.compactMap { source in
                readings.bySource[source.id].map { account(of: $0, funnels) }
            },
            funnels: funnels,
            measures: measures,
            tests: compared,
            closingWarnings: closed.warnings(settings)
        )
    }
}
