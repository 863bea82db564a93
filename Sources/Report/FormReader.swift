internal import Funnel
internal import Records
internal import Settings

/// The reader of a source's form.
enum FormReader {
    case events(EventReader)
    case records(RecordReader)
    case counts(CountReader)
    case measures(MeasureReader)

    init(_ source: SourceSettings, users: SourceUsers, joins: [Join]) {
        let wanted = users.columns(of: source)
        switch source.form {
        case .events(let columns):
            let mapped = columns.columns(keeping: users.properties(of: source))
            self = .events(EventReader(columns: mapped, format: source.format, joins: joins))
        case .records(let columns):
            let mapped = columns.columns(keeping: wanted.sorted())
            self = .records(RecordReader(columns: mapped, format: source.format, joins: joins))
        case .counts(let columns):
            var properties = wanted
            if case .files = source.variant { properties.remove("variant") }
            let mapped = columns.columns(keeping: properties.sorted())
            self = .counts(CountReader(columns: mapped, format: source.format, joins: joins))
        case .measures(let columns):
            let mapped = columns.columns(of: Set(users.measures.flatMap(\.formula.names)).sorted())
            self = .measures(MeasureReader(columns: mapped, format: source.format, joins: joins))
        }
    }

    /// Reads a file; the reader is taken out meanwhile, so that what it has read is not copied for each file.
    mutating func read(_ file: DataFile, of source: SourceSettings) throws(RecordsError) {
        switch consume self {
        case .events(var reader):
            defer { self = .events(reader) }
            try reader.read(file.bytes(), file: file.path, event: source.event(ofFile: file.path))
        case .records(var reader):
            defer { self = .records(reader) }
            try reader.read(file.bytes(), file: file.path)
        case .counts(var reader):
            defer { self = .counts(reader) }
            try reader.read(file.bytes(), file: file.path, variant: source.variant(ofFile: file.path))
        case .measures(var reader):
            defer { self = .measures(reader) }
            try reader.read(file.bytes(), file: file.path)
        }
    }

    /// Everything read until now.
    func finish() throws(RecordsError) -> (
        rows: SourceReading.Rows, tally: RowTally, rejections: Rejections
    ) {
        switch self {
        case .events(let reader):
            let reading = try reader.finish()
            return (.events(reading.table), reading.tally, reading.rejections)
        case .records(let reader):
            let reading = try reader.finish()
            return (.records(reading.table), reading.tally, reading.rejections)
        case .counts(let reader):
            let reading = try reader.finish()
            return (.counts(reading.table), reading.tally, reading.rejections)
        case .measures(let reader):
            let reading = try reader.finish()
            return (.measures(reading.table), reading.tally, reading.rejections)
        }
    }
}
