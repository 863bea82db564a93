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
    var position: SourcePosition { source.entity.position }

    /// Reads `files` with all columns that `users` look at.
    /// - Throws: `Failure` where a file cannot be read as the settings say.
    init(_ source: SourceSettings, users: [FunnelSettings], files: [DataFile]) throws(Failure) {
        var reader = EventReader(
            columns: EventColumns(
                entity: source.entity.value,
                time: source.time.value,
                event: source.event?.value,
                properties: Self.properties(of: users, beside: source)
            ),
            format: TextFormat(zone: source.zone, delimiter: source.delimiter, missing: Set(source.missing))
        )
        var problems: [Diagnostic] = []
        for file in files {
            do {
                try reader.read(file.bytes, file: file.path)
            } catch {
                problems += error.diagnostics(asking: Self.positions(of: users, and: source))
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        let reading = reader.finish()
        problems = reading.absent.flatMap { $0.diagnostics(asking: Self.positions(of: users, and: source)) }
        guard problems.isEmpty else { throw Failure(problems) }
        self.source = source
        self.files = files.map(\.path)
        table = reading.table
        tally = reading.tally
        rejections = reading.rejections
    }

    /// Every column that the funnels look at, but the event.
    private static func properties(of users: [FunnelSettings], beside source: SourceSettings) -> [String] {
        let all = Set(users.flatMap(\.definition.columns))
        return all.subtracting(source.event == nil ? [] : ["event"]).sorted()
    }

    /// Where huni.yaml names each column first.
    private static func positions(
        of users: [FunnelSettings],
        and source: SourceSettings
    ) -> [String: SourcePosition] {
        var positions: [String: SourcePosition] = [:]
        for column in [source.entity, source.time, source.event].compactMap({ $0 }) {
            positions[column.value] = column.position
        }
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
