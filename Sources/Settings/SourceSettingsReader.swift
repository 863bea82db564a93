internal import Calendars
internal import Diagnostics
internal import Records
internal import Yams

/// Turns what stands under `sources:` into settings.
struct SourceSettingsReader {
    let log: ProblemLog
    let siteZone: Zone

    func sources(_ top: YAMLSection) -> [SourceSettings] {
        top.named("sources").compactMap { source($0.id, at: $0.key, $0.value) }
    }

    private func source(_ id: String, at key: Node, _ node: Node) -> SourceSettings? {
        guard let form = form(node) else { return nil }
        let holder = "source '\(id)'"
        guard let section = YAMLSection(node, as: SettingSection.source.of(form, in: holder), log: log) else {
            return nil
        }
        _ = section.word("form", DataForm.self)
        let format = format(section, section.section("read", as: SettingSection.read.of(form, in: holder)), form: form)
        let files = files(section, form: form)
        let variant = variant(section)
        let joins = section.lines("join").compactMap(join)
        guard let columns = columns(section, form: form, fixedDate: format.date) else { return nil }
        return SourceSettings(
            id: id,
            position: log.position(of: key),
            form: columns,
            files: files,
            format: format,
            joins: joins,
            variant: variant
        )
    }

    /// The form that `node` names, or most likely means: so its other faults can be told, too.
    private func form(_ node: Node) -> DataForm? {
        let word = node.mapping?["form"]?.scalar?.string ?? ""
        if let near = nearestWord(to: word, in: DataForm.allCases.map(\.rawValue)) { return DataForm(rawValue: near) }
        _ = YAMLSection(node, as: .source, log: log)?.word("form", DataForm.self)
        return nil
    }

    /// What the columns mean; `nil` where a needed one is missing, which has been reported.
    private func columns(_ source: YAMLSection, form: DataForm, fixedDate: LocalDate?) -> SourceForm? {
        switch form {
        case .events:
            guard let columns = source.section("columns", as: .eventColumns), let entity = columns.placed("entity"),
                let time = columns.placed("time")
            else { return nil }
            return .events(EventColumnsSettings(entity: entity, time: time, event: columns.placed("event")))
        case .records:
            return source.section("columns", as: .recordColumns)
                .flatMap { recordColumns($0, of: source) }.map(SourceForm.records)
        case .counts: return .counts(countColumns(source, fixedDate: fixedDate))
        case .measures: return .measures(measureColumns(source, fixedDate: fixedDate))
        }
    }

    private func measureColumns(_ source: YAMLSection, fixedDate: LocalDate?) -> MeasureColumnsSettings {
        let columns = source.section("columns", as: .measureColumns)
        let (day, isWeekly) = day(columns, of: source, fixedDate: fixedDate)
        return MeasureColumnsSettings(
            day: day,
            isWeekly: isWeekly,
            layout: layout(columns),
            theme: columns?.placed("theme"),
            stage: columns?.placed("stage")
        )
    }

    private func layout(_ columns: YAMLSection?) -> MeasureColumnsSettings.Layout {
        guard let columns, ["name", "value", "base"].contains(where: { columns[$0] != nil }) else { return .columns }
        let (name, value, base) = (columns.placed("name"), columns.placed("value"), columns.placed("base"))
        if let name, let value { return .rows(name: name, value: value, base: base) }
        log.report(
            "rows of measures need a name and a value",
            at: columns.node,
            remedy:
                "Write `columns: { date: date, name: measure, value: value }`, or neither name, value nor base where "
                + "each measure has a column."
        )
        return .columns
    }

    /// The column of days or weeks; none where one date stands for all rows.
    func day(
        _ columns: YAMLSection?,
        of source: YAMLSection,
        fixedDate: LocalDate?
    ) -> (column: Placed<String>?, isWeekly: Bool) {
        let (date, week) = (columns?.placed("date"), columns?.placed("week"))
        if let date, let week {
            log.report(
                "columns give both a date ('\(date.value)') and a week ('\(week.value)')",
                at: week.position,
                remedy: "Keep the one that says what a row stands for."
            )
        }
        if let fixedDate, let column = date ?? week {
            log.report(
                "column '\(column.value)' dates the rows, and so does 'read.date: \(fixedDate)'",
                at: column.position,
                remedy: "Keep one of them."
            )
        }
        if fixedDate != nil { return (nil, false) }
        let place = log.position(of: columns?.node ?? source.node)
        return (date ?? week ?? Placed(value: "date", position: place), date == nil && week != nil)
    }
}
