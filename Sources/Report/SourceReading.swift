internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Records
internal import Settings

/// A source's rows as read for all who use it.
struct SourceReading {
    /// The rows in the source's form.
    enum Rows {
        case events(EventTable)
        case scanned(ScannedEvents)
        case records(RecordTable)
        case counts(CountTable)
        case measures(MeasureTable)
    }

    let source: SourceSettings
    let users: SourceUsers
    let files: [String]
    let joins: [JoinedTable]
    let rows: Rows
    let tally: RowTally
    let rejections: Rejections

    /// Where the source stands in huni.yaml.
    var position: SourcePosition { source.position }

    /// Reads `files` with all columns that `users` look at.
    /// - Throws: `Failure` where a file cannot be read as the settings say.
    init(
        _ source: SourceSettings,
        users: SourceUsers,
        files: SourceFiles,
        zone: Zone,
        wantsTouches: Bool,
        effort: EventScan.Effort
    ) throws(Failure) {
        self.source = source
        self.users = users
        self.files = files.rows.map(\.path)
        joins = try Self.joins(of: source, files.joined)
        if let scanned = try Self.scan(files.rows, of: source, users: users, zone, wantsTouches, effort) {
            (rows, tally, rejections) = (.scanned(scanned), scanned.tally, scanned.rejections)
            return
        }
        try Self.check(files, of: source, effort.allowance)
        let joined = zip(source.joins, joins).map { Join(column: $0.column.value, table: $1) }
        var reader = FormReader(source, users: users, joins: joined)
        var problems: [Diagnostic] = []
        for file in files.rows {
            do {
                try reader.read(file, of: source)
            } catch {
                problems += error.diagnostics(asking: users.columnPositions(beside: source))
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        do {
            (rows, tally, rejections) = try reader.finish()
        } catch {
            throw Failure(error.diagnostics(asking: users.columnPositions(beside: source)))
        }
    }

    /// Files that have to be read as a whole, and have too many bytes for that, are an error before they are read.
    private static func check(
        _ files: SourceFiles,
        of source: SourceSettings,
        _ allowance: RowAllowance?
    ) throws(Failure) {
        let all = files.rows + files.joined
        guard let most = allowance?.wholeSize else { return }
        var size = 0
        for file in all { size += file.likelySize }
        guard size > most else { return }
        throw Failure(
            at: source.position,
            "the files of '\(source.id)' have \(size / 1_000_000) MB and are read as a whole; --memory leaves room for "
                + "\(most / 1_000_000) MB of such files",
            remedy:
                "Give more memory (--memory). Events in CSV or NDJSON without joins are read piece by piece."
        )
    }

    /// Scans the files of events; `nil` where they need a reader that keeps every row.
    private static func scan(
        _ files: [DataFile],
        of source: SourceSettings,
        users: SourceUsers,
        _ zone: Zone,
        _ wantsTouches: Bool,
        _ effort: EventScan.Effort
    ) throws(Failure) -> ScannedEvents? {
        guard var scan = EventScan(of: source, for: users, zone: zone, wantsTouches: wantsTouches, effort: effort)
        else { return nil }
        var problems: [Diagnostic] = []
        for file in files {
            do {
                guard try scan.read(file.source, file: file.path, event: source.event(ofFile: file.path)) else {
                    return nil
                }
            } catch {
                problems += error.diagnostics(asking: [:])
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        do {
            return try scan.finish()
        } catch {
            throw Failure(error.diagnostics(asking: [:]))
        }
    }

    private static func joins(
        of source: SourceSettings,
        _ files: [DataFile]
    ) throws(Failure)
        -> [JoinedTable]
    {
        var joins: [JoinedTable] = []
        var problems: [Diagnostic] = []
        for (join, file) in zip(source.joins, files) {
            do {
                joins.append(
                    try JoinedTable(file.bytes(), file: file.path, key: join.key.value, format: source.format)
                )
            } catch {
                problems += error.diagnostics(asking: [join.key.value: join.key.position])
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        return joins
    }

    /// Up to when the rows are complete, if nobody says.
    func dataEnd(in zone: Zone) -> DataEnd {
        switch rows {
        case .events(let table): DataEnd(of: table, in: zone)
        case .scanned(let events): DataEnd(of: events.days)
        case .records(let table): DataEnd(of: table, in: zone)
        case .counts(let table): DataEnd(of: table)
        case .measures(let table): DataEnd(of: table)
        }
    }

    /// Whether any row has a clock time, so that days alone do not tell everything.
    var hasClockTimes: Bool {
        switch rows {
        case .events(let table): table.hasClockTimes
        case .scanned(let events): events.hasClockTimes
        case .records(let table): table.hasClockTimes
        case .counts, .measures: false
        }
    }
}

extension RecordsError {
    /// The fault's diagnostics, a missing column's at the place that asks for it.
    fileprivate func diagnostics(asking places: [String: SourcePosition]) -> [Diagnostic] {
        guard case .missingColumns(let columns, _) = kind else { return diagnostics }
        return zip(columns, diagnostics).map { column, diagnostic in
            guard let place = places[column.name] else { return diagnostic }
            var moved = diagnostic
            moved.position = place
            moved.message += " (\(position.file))"
            return moved
        }
    }
}

extension EventScan {
    /// A scan of a source for all funnels that use it; `nil` where some need more than it keeps.
    init?(of source: SourceSettings, for users: SourceUsers, zone: Zone, wantsTouches: Bool, effort: Effort) {
        guard case .events(let columns) = source.form, source.joins.isEmpty, !users.funnels.isEmpty,
            users.funnels.count <= ScanInterest.mostFunnels, users.keys.isEmpty,
            users.funnels.allSatisfy({ $0.origin.source != nil })
        else { return nil }
        self.init(
            columns: columns.columns(keeping: users.properties(of: source)),
            format: source.format,
            zone: zone,
            interest: ScanInterest(
                in: users.funnels.map { TouchPlan($0.definition, of: wantsTouches ? nil : []).definition }
            ),
            effort: effort
        )
    }
}
