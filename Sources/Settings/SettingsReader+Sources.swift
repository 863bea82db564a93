internal import Calendars
internal import Diagnostics
internal import Yams

extension SettingsReader {
    func sources(_ node: Node?, zone: Zone) -> [SourceSettings] {
        guard let node else { return [] }
        guard let mapping = node.mapping, !mapping.isEmpty else {
            log.report(
                "'sources' names no source",
                at: node,
                remedy: "Write a name and below it form, files and columns."
            )
            return []
        }
        return mapping.compactMap { key, value in
            guard let id = checkedIdentifier(key.scalar?.string ?? "", at: key) else { return nil }
            return source(id, value, siteZone: zone)
        }
    }

    private func source(_ id: String, _ node: Node, siteZone: Zone) -> SourceSettings? {
        guard let section = YAMLSection(node, as: .source, log: log) else { return nil }
        _ = section.value("form") { $0 == "events" ? $0 : nil }
        let columns = section["columns"].flatMap { YAMLSection($0, as: .columns, log: log) }
        let read = section["read"].flatMap { YAMLSection($0, as: .read, log: log) }
        let files = (section.list("files") ?? []).compactMap(pattern)
        guard let columns, let entity = placed("entity", columns), let time = placed("time", columns) else {
            return nil
        }
        return SourceSettings(
            id: id,
            files: files,
            entity: entity,
            time: time,
            event: placed("event", columns),
            zone: section.value("time_zone", Zone.init(named:)) ?? siteZone,
            delimiter: read.flatMap { $0.value("delimiter", delimiter) },
            missing: (section.list("missing") ?? []).compactMap { $0.scalar?.string }
        )
    }

    private func placed(_ key: String, _ section: YAMLSection) -> Placed<String>? {
        section.text(key).map { Placed(value: $0, position: log.position(of: section[key])) }
    }

    /// One ASCII character; `\t` may be written for the tab.
    private func delimiter(_ text: String) -> UInt8? {
        if text == "\\t" { return UInt8(ascii: "\t") }
        guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80 else { return nil }
        return "\"\r\n".utf8.contains(byte) ? nil : byte
    }

    private func pattern(_ node: Node) -> FilePattern? {
        let text = node.scalar?.string ?? ""
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if text.isEmpty || text.hasPrefix("/") || parts.contains("..") || parts.contains("") {
            log.report(
                "'\(text)' is no path inside the site's folder",
                at: node,
                remedy: "Write a path relative to huni.yaml, without `..`; copy the data into content/data."
            )
            return nil
        }
        if parts.dropLast().contains(where: { $0.contains("*") }) {
            log.report("'*' stands in the name of a folder", at: node, remedy: "Use it in the file's name only.")
            return nil
        }
        return FilePattern(pattern: text, position: log.position(of: node))
    }
}
