public import Calendars
internal import Diagnostics
internal import Funnel
internal import Records
public import Settings

/// A file of data as it came from the disk.
public struct DataFile: Sendable {
    /// The path relative to the site's folder.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]

    /// A file at `path`.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Reads sources and counts funnels.
public struct ReportMaker {
    private let settings: Settings
    private let lastDay: LocalDate?
    private let breakdowns: [[String]]?

    /// Prepares to count what `settings` say.
    ///
    /// - Parameters:
    ///   - lastDay: The last day of complete data; `nil`: the last day with rows.
    ///   - breakdowns: Ids of dimensions, several in one list being crossed; `nil`: each of a funnel's dimensions.
    public init(_ settings: Settings, lastDay: LocalDate? = nil, breakdowns: [[String]]? = nil) {
        self.settings = settings
        self.lastDay = lastDay
        self.breakdowns = breakdowns
    }

    /// Counts everything.
    ///
    /// - Parameter files: Gives the data files of a source, in order.
    /// - Throws: `Failure` with the faults of all sources that make counting impossible.
    public func report(files: (SourceSettings) throws -> [DataFile]) throws -> Report {
        var readings: [String: SourceReading] = [:]
        var problems: [Diagnostic] = []
        for source in settings.sources where settings.funnels.contains(where: { $0.origin.source == source.id }) {
            let users = settings.funnels.filter { $0.origin.source == source.id }
            do {
                readings[source.id] = try SourceReading(source, users: users, files: try files(source))
            } catch let failure as Failure {
                problems += failure.diagnostics
            }
        }
        var funnels: [FunnelReport] = []
        for funnel in settings.funnels {
            guard let source = funnel.origin.source, funnel.view == .cohort else {
                problems.append(Diagnostic(at: funnel.position, "joined funnels and activity are not counted yet"))
                continue
            }
            guard let reading = readings[source] else { continue }
            do {
                funnels.append(try report(on: funnel, reading))
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        let accounts = settings.sources.compactMap { source in
            readings[source.id].map {
                account(of: $0, funnels: funnels.filter { $0.settings.origin.source == source.id })
            }
        }
        return Report(zone: settings.site.zone, sources: accounts, funnels: funnels)
    }

    private func report(on funnel: FunnelSettings, _ reading: SourceReading) throws(Failure) -> FunnelReport {
        let table = reading.table
        let zone = settings.site.zone
        let timeline = table.hasClockTimes ? Timeline.instants(zone) : .localDays(zone)
        guard let asOf = try asOf(reading, on: timeline) else {
            return FunnelReport(settings: funnel, metrics: nil, use: RowUse())
        }
        let counter = EventCounter(funnel.definition, in: table, on: timeline, before: asOf)
        let (passages, use) = counter.count()
        try checkSpan(of: passages, on: timeline, before: asOf, reading)
        let metrics = FunnelMetrics(
            of: funnel.definition,
            from: passages,
            on: timeline,
            before: asOf,
            by: try dimensionIndices(of: funnel)
        )
        return FunnelReport(settings: funnel, metrics: metrics, use: use)
    }

    /// One row dated 1970 must not make thousands of pages.
    private func checkSpan(
        of passages: Passages,
        on timeline: Timeline,
        before asOf: Int64,
        _ reading: SourceReading
    ) throws(Failure) {
        guard let first = passages.weeks.min() else { return }
        let weeks = timeline.week(at: asOf).number - first.number
        guard weeks > Self.mostWeeks else { return }
        throw Failure(
            at: reading.position,
            "source '\(reading.source.id)' spans \(weeks) weeks, from \(first) on",
            remedy:
                "If an early date such as 1970-01-01 is a slip, correct its row; at most \(Self.mostWeeks) weeks are shown."
        )
    }

    /// Twenty years.
    private static let mostWeeks = 1044

    /// The position up to which the data are complete; `nil` where there are none.
    private func asOf(_ reading: SourceReading, on timeline: Timeline) throws(Failure) -> Int64? {
        let end = DataEnd(of: reading.table, in: timeline.zone)
        switch (end, lastDay) {
        case (.noRows, _):
            guard reading.tally.read > 0 else { return nil }
            throw Failure(reading.tally.groups.map { $0.asError(of: reading.source.id) })
        case (_, .some(let day)): return timeline.start(of: day.advanced(by: 1))
        case (.lastDay(let day), nil): return timeline.start(of: day.advanced(by: 1))
        case (.doubtful(let last, let before), nil):
            throw Failure(
                at: reading.position,
                "the last day with rows in source '\(reading.source.id)', \(last), lies more than 7 days after the one before it, \(before)",
                remedy: "If that row is a slip, correct it; else say up to when the data are complete: --as-of \(last)."
            )
        }
    }

    private func dimensionIndices(of funnel: FunnelSettings) throws(Failure) -> [[Int]]? {
        guard let breakdowns else { return nil }
        let known = funnel.definition.dimensions.map(\.id)
        var indices: [[Int]] = []
        for names in breakdowns {
            var crossed: [Int] = []
            for name in names {
                guard let index = known.firstIndex(of: name) else {
                    let meant = nearestWord(to: name, in: known).map { "Did you mean '\($0)'? " } ?? ""
                    let all = known.isEmpty ? "It has none." : "It has: \(known.joined(separator: ", "))."
                    throw Failure("funnel '\(funnel.definition.id)' has no dimension '\(name)'", remedy: meant + all)
                }
                crossed.append(index)
            }
            indices.append(crossed)
        }
        return indices
    }

    private func account(of reading: SourceReading, funnels: [FunnelReport]) -> SourceAccount {
        var use = funnels.first?.use ?? RowUse()
        if funnels.count > 1, let metrics = funnels.compactMap(\.metrics).first {
            let conditions = funnels.flatMap { $0.settings.definition.stages.map(\.condition) }
            use = RowUse(of: reading.table, where: .any(conditions), on: metrics.timeline, before: metrics.asOf)
        }
        return SourceAccount(
            id: reading.source.id,
            files: reading.files,
            use: use,
            tally: reading.tally,
            rejections: reading.rejections
        )
    }
}

extension RowTally.Group {
    /// Said where not a single row of a source can be used.
    fileprivate func asError(of source: String) -> Diagnostic {
        var diagnostic = first.diagnostic
        diagnostic.severity = .error
        diagnostic.message +=
            "; so it is with \(count == 1 ? "the only row" : "\(count) rows"), and source '\(source)' has no others"
        return diagnostic
    }
}
