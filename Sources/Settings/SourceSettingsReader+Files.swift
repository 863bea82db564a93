internal import Yams

/// Where a source's rows are, beside and before what their columns mean.
extension SourceSettingsReader {
    /// A path, a list of paths, or of events a mapping from events to paths.
    func files(_ source: YAMLSection, form: DataForm) -> [SourceFile] {
        guard let node = source["files"] else { return [] }
        guard node.mapping != nil else {
            return (source.list("files") ?? []).compactMap { log.pattern($0).map { SourceFile(pattern: $0) } }
        }
        guard form == .events else {
            log.report(
                "only events have a file an event; this source holds \(form.rawValue)",
                at: node,
                remedy: "Write a path, or a list of paths."
            )
            return []
        }
        if let column = source["columns"]?.mapping?["event"] {
            log.report(
                "the event is named both by its file and by a column",
                at: column,
                remedy: "Remove `event`, or list the files without names."
            )
        }
        return source.entries("files").compactMap { entry in
            let event = Placed(value: entry.name, position: log.position(of: entry.key))
            return log.pattern(entry.value).map { SourceFile(pattern: $0, event: event) }
        }
    }

    func variant(_ source: YAMLSection) -> VariantSettings? {
        guard let section = source.section("variant", as: .variant) else { return nil }
        let column = section.placed("column")
        let from = section.value("from") { $0 == "file" ? $0 : nil }
        if let column, section["from"] == nil, section["values"] == nil { return .column(column) }
        guard column == nil, section["values"] != nil, section["from"] != nil else {
            log.report(
                "variants are told apart by a column, or from the file and its values",
                at: section.node,
                remedy: "Write `{ column: group }`, or `{ from: file, values: { control: a.csv, experiment: b.csv } }`."
            )
            return nil
        }
        let files = section.entries("values").compactMap { entry in
            log.pattern(entry.value).map { VariantFile(value: entry.name, pattern: $0) }
        }
        if files.count == 1 {
            log.report("there is but one variant", at: section["values"], remedy: "Name the files of the others.")
        }
        return from == nil ? nil : .files(files)
    }

    func join(_ node: Node) -> JoinSettings? {
        guard let section = YAMLSection(node, as: .join, log: log) else { return nil }
        let key = joinKey(section)
        guard let file = section["file"].flatMap(log.pattern), let key else { return nil }
        if file.hasWildcard {
            log.report("a join names one file", at: file.position, remedy: "Write its whole name, without *.")
        }
        return JoinSettings(file: file, column: key.own, key: key.joined)
    }

    private func joinKey(_ section: YAMLSection) -> (own: Placed<String>, joined: Placed<String>)? {
        guard let node = section["key"] else { return nil }
        if let both = log.placed(node) { return (both, both) }
        if let mapping = node.mapping, mapping.count == 1, let (key, value) = mapping.first, let own = log.placed(key),
            let joined = log.placed(value)
        {
            return (own, joined)
        }
        log.report(
            "'key' must be a column of both, or the source's column and the table's",
            at: node,
            remedy: "Write `key: lead_id`, or `key: { lead_id: lead }`."
        )
        return nil
    }
}
