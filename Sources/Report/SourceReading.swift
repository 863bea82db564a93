internal import Diagnostics
internal import Records
internal import Settings

/// A source's rows as read for the funnels that use it.
struct SourceReading {
    let source: SourceSettings
    let files: [String]
    let table: EventTable
    let read: Int
    let rejections: [Rejection]

    /// Where the source stands in huni.yaml.
    var position: SourcePosition { source.entity.position }

    /// Reads `files` with all columns that `users` look at.
    /// - Throws: `Failure` where a file cannot be read as the settings say.
    init(_ source: SourceSettings, users: [FunnelSettings], files: [DataFile]) throws(Failure) {
        var positions: [String: SourcePosition] = [
            source.entity.value: source.entity.position, source.time.value: source.time.position,
        ]
        if let event = source.event { positions[event.value] = event.position }
        for user in users { positions.merge(user.columnPositions) { first, _ in first } }
        let properties = Set(users.flatMap(\.definition.columns)).subtracting(source.event == nil ? [] : ["event"])
        var reader = EventReader(
            columns: EventColumns(
                entity: source.entity.value,
                time: source.time.value,
                event: source.event?.value,
                properties: properties.sorted()),
            format: EventFormat(zone: source.zone, delimiter: source.delimiter, missing: Set(source.missing)))
        var problems: [Diagnostic] = []
        for file in files {
            do {
                try reader.read(file.bytes, file: file.path)
            } catch {
                problems += error.diagnostics(positions: positions)
            }
        }
        guard problems.isEmpty else { throw Failure(problems) }
        let reading = reader.finish()
        self.source = source
        self.files = files.map(\.path)
        table = reading.table
        read = reading.tally.read
        rejections = reading.rejections
    }
}
