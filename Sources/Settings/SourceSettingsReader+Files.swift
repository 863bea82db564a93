internal import Yams

/// Where a source's rows are, beside and before what their columns mean.
extension SourceSettingsReader {
    /// A path, a list of paths, or of events a mapping from events to paths.
    func files(_ source: YAMLSection, form: DataForm) -> [SourceFile] {
        guard let node = source["files"] else { return [] }
        guard node.mapping != nil else {
            if node.sequence?.isEmpty == true {
                log.report("'files' names no file", at: node, remedy: source.remedy(for: "files"))
            }
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
        return eventFiles(source)
    }

    private func eventFiles(_ source: YAMLSection) -> [SourceFile] {
        var events: [String: String] = [:]
        return source.entries("files").compactMap { entry in
            guard let pattern = log.pattern(entry.value) else { return nil }
            if let other = events.updateValue(entry.name, forKey: pattern.text) {
                log.report(
                    "the file '\(pattern.text)' is two events, '\(other)' and '\(entry.name)'",
                    at: pattern.position,
                    remedy: "Each event has files of its own; where a column tells events apart, name it in `columns`."
                )
            }
            return SourceFile(pattern: pattern, event: Placed(value: entry.name, position: log.position(of: entry.key)))
        }
    }

    func variant(_ source: YAMLSection) -> VariantSettings? {
        let faultsBefore = log.problems.count
        guard let section = source.section("variant", as: .variant) else { return nil }
        let column = section.placed("column")
        if let column, section["from"] == nil, section["values"] == nil { return .column(column) }
        guard log.problems.count == faultsBefore else { return nil }
        guard column == nil, section["values"] != nil, section["from"]?.scalar?.string == "file" else {
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
        return .files(files)
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
