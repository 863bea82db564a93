internal import Diagnostics
internal import Funnel
internal import Records
internal import Settings

/// A source's rows as read for the funnels that use it.
struct SourceReading {
    let source: SourceSettings
    let files: [String]
    let table: EventTable
    let tally: RowTally
    let rejections: Rejections

    /// Where the source stands in huni.yaml.
    var position: SourcePosition { source.position }

    /// Reads `files` with all columns that `users` look at.
    /// - Throws: `Failure` where a file cannot be read as the settings say.
    init(_ source: SourceSettings, users: [FunnelSettings], files: [DataFile]) throws(Failure) {
        guard case .events(let columns) = source.form else {
            throw Failure(at: source.position, "the \(source.form.kind.rawValue) of a source are not read yet")
        }
        var reader = EventReader(
            columns: EventColumns(
                entity: columns.entity.value,
                time: columns.time.value,
                event: columns.event?.value,
                properties: Self.properties(of: users, beside: source, columns)
            ),
            format: source.format
        )
        var problems: [Diagnostic] = []
        for file in files {
            do {
                try reader.read(file.bytes, file: file.path, event: source.event(ofFile: file.path))
            } catch {
                problems += error.diagnostics(asking: Self.positions(of: users, and: source))
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        let reading = reader.finish()
        self.source = source
        self.files = files.map(\.path)
        table = reading.table
        tally = reading.tally
        rejections = reading.rejections
    }

    /// Every column that the funnels look at, but the event.
    private static func properties(
        of users: [FunnelSettings],
        beside source: SourceSettings,
        _ columns: EventColumnsSettings
    ) -> [String] {
        let all = Set(users.flatMap(\.definition.columns))
        let hasEvents = columns.event != nil || source.files.contains { $0.event != nil }
        return all.subtracting(hasEvents ? ["event"] : []).sorted()
    }

    /// Where huni.yaml names each column first.
    private static func positions(
        of users: [FunnelSettings],
        and source: SourceSettings
    ) -> [String: SourcePosition] {
        var positions = source.columnPositions
        for user in users { positions.merge(user.columnPositions) { first, _ in first } }
        return positions
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
