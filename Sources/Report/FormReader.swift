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
            let isNamed = columns.event != nil || source.files.contains { $0.event != nil }
            let properties = wanted.subtracting(isNamed ? ["event"] : [])
            self = .events(
                EventReader(
                    columns: EventColumns(
                        entity: columns.entity.value,
                        time: columns.time.value,
                        event: columns.event?.value,
                        properties: properties.sorted()
                    ),
                    format: source.format,
                    joins: joins
                )
            )
        case .records(let columns):
            let named = [columns.owner, columns.reason].compactMap { $0?.value }
            let properties = wanted.union(named).sorted()
            let mapped = RecordColumns(columns, properties: properties)
            self = .records(RecordReader(columns: mapped, format: source.format, joins: joins))
        case .counts(let columns):
            var properties = wanted
            properties.remove("variant")
            if case .column(let column) = source.variant { properties.insert(column.value) }
            let mapped = CountColumns(columns, properties: properties.sorted())
            self = .counts(CountReader(columns: mapped, format: source.format, joins: joins))
        case .measures(let columns):
            let names = Set(users.measures.flatMap(\.formula.names)).sorted()
            let mapped = MeasureColumns(columns, names: names)
            self = .measures(MeasureReader(columns: mapped, format: source.format, joins: joins))
        }
    }

    mutating func read(_ file: DataFile, of source: SourceSettings) throws(RecordsError) {
        switch self {
        case .events(var reader):
            try reader.read(file.bytes, file: file.path, event: source.event(ofFile: file.path))
            self = .events(reader)
        case .records(var reader):
            try reader.read(file.bytes, file: file.path)
            self = .records(reader)
        case .counts(var reader):
            try reader.read(file.bytes, file: file.path, variant: source.variant(ofFile: file.path))
            self = .counts(reader)
        case .measures(var reader):
            try reader.read(file.bytes, file: file.path)
            self = .measures(reader)
        }
    }

    /// Everything read until now.
    func finish() throws(RecordsError) -> (
        rows: SourceReading.Rows, tally: RowTally, rejections: Rejections
    ) {
        switch self {
        case .events(let reader):
            let reading = reader.finish()
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

extension RecordColumns {
    fileprivate init(_ settings: RecordColumnsSettings, properties: [String]) {
        self.init(
            entity: settings.entity.value,
            stages: settings.stages.map(StageColumn.init),
            outcomes: settings.outcomes.map(StageColumn.init),
            amount: settings.amount?.value,
            properties: properties,
            long: settings.long.map { LongColumns(stage: $0.stage.value, time: $0.time.value) }
        )
    }
}

extension RecordColumns.StageColumn {
    fileprivate init(_ settings: StageColumnSettings) {
        self.init(
            id: settings.id,
            date: settings.date?.value,
            status: settings.status?.value,
            values: settings.values
        )
    }
}

extension CountColumns {
    fileprivate init(_ settings: CountColumnsSettings, properties: [String]) {
        self.init(
            day: settings.day?.value,
            isWeekly: settings.isWeekly,
            entryWeek: settings.entryWeek?.value,
            stages: Stages(settings.stages),
            properties: properties
        )
    }
}

extension CountColumns.Stages {
    fileprivate init(_ settings: CountColumnsSettings.Stages) {
        switch settings {
        case .columns(let headers):
            self = .columns(headers.map { CountColumns.StageHeader(id: $0.id, header: $0.header.value) })
        case .rows(let stage, let count, let words):
            let stages = words.map { CountColumns.StageWords(id: $0.id, words: $0.words) }
            self = .rows(stage: stage.value, count: count.value, stages: stages)
        }
    }
}

extension MeasureColumns {
    fileprivate init(_ settings: MeasureColumnsSettings, names: [String]) {
        let layout: Layout =
            switch settings.layout {
            case .columns: .columns(names)
            case .rows(let name, let value, let base):
                .rows(name: name.value, value: value.value, base: base?.value)
            }
        self.init(day: settings.day?.value, isWeekly: settings.isWeekly, layout: layout)
    }
}
