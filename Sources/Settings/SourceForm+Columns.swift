public import Records

extension EventColumnsSettings {
    /// The columns as their reader takes them, with `properties` to keep.
    public func columns(keeping properties: [String]) -> EventColumns {
        EventColumns(entity: entity.value, time: time.value, event: event?.value, properties: properties)
    }
}

extension RecordColumnsSettings {
    /// The columns as their reader takes them, with `properties` to keep beside owner, team and reason.
    public func columns(keeping properties: [String]) -> RecordColumns {
        var own: [String] = []
        for column in [owner, team, reason].compactMap(\.self?.value)
        where !properties.contains(column) && !own.contains(column) {
            own.append(column)
        }
        return RecordColumns(
            entity: entity.value,
            stages: stages.map(\.column),
            outcomes: outcomes.map(\.column),
            amount: amount?.value,
            expected: expected?.value,
            properties: properties + own,
            long: long.map { RecordColumns.LongColumns(stage: $0.stage.value, time: $0.time.value) }
        )
    }
}

extension StageColumnSettings {
    fileprivate var column: RecordColumns.StageColumn {
        RecordColumns.StageColumn(id: id, date: date?.value, status: status?.value, values: values)
    }
}

extension CountColumnsSettings {
    /// The columns as their reader takes them, with `properties` to keep.
    public func columns(keeping properties: [String]) -> CountColumns {
        let columns: CountColumns.Stages =
            switch stages {
            case .columns(let headers):
                .columns(headers.map { CountColumns.StageHeader(id: $0.id, header: $0.header.value) })
            case .rows(let stage, let count, let words):
                .rows(
                    stage: stage.value,
                    count: count.value,
                    stages: words.map { CountColumns.StageWords(id: $0.id, words: $0.words) }
                )
            }
        return CountColumns(
            day: day?.value,
            isWeekly: isWeekly,
            entryWeek: entryWeek?.value,
            stages: columns,
            properties: properties
        )
    }
}

extension MeasureColumnsSettings {
    /// The columns as their reader takes them; of `measures` where each has a column.
    public func columns(of measures: [String]) -> MeasureColumns {
        let columns: MeasureColumns.Layout =
            switch layout {
            case .columns: .columns(measures)
            case .rows(let name, let value, let base):
                .rows(name: name.value, value: value.value, base: base?.value)
            }
        return MeasureColumns(
            day: day?.value,
            isWeekly: isWeekly,
            layout: columns,
            theme: theme?.value,
            stage: stage?.value
        )
    }
}
