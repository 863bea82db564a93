internal import Yams

/// What funnels over records say beside their stages.
extension FunnelSettingsReader {
    /// The outcomes that the source lists; of long records that list none the preset's and those named here.
    func outcomes(
        _ section: YAMLSection,
        preset: Preset?,
        source: SourceSettings?,
        beside stages: [String]
    ) -> [OutcomeSettings] {
        let own = ownNames(section)
        guard let source, case .records(let columns) = source.form else { return [] }
        var ids = columns.outcomes.map(\.id)
        if columns.long != nil, ids.isEmpty {
            ids = (preset?.outcomes.map(\.id) ?? []).filter { !stages.contains($0) }
            for entry in own where !ids.contains(entry.id) { ids.append(entry.id) }
        }
        for entry in own where !ids.contains(entry.id) {
            let remedy = suggestion(for: entry.id, among: ids)
            log.report("source '\(source.id)' has no outcome '\(entry.id)'", at: entry.key, remedy: remedy)
        }
        return ids.map { id in
            let name = own.first { $0.id == id }?.name ?? preset?.outcomes.first { $0.id == id }?.name
            return OutcomeSettings(id: id, name: name ?? LocalizedText(id))
        }
    }

    private func ownNames(_ section: YAMLSection) -> [(id: String, key: Node, name: LocalizedText?)] {
        section.named("outcomes").map { entry in
            let name = YAMLSection(entry.value, as: .outcome, log: log)?.localized("name")
            return (entry.id, entry.key, name)
        }
    }

    func sla(_ section: YAMLSection, stages: [String]) -> [String: Int64] {
        var sla: [String: Int64] = [:]
        for entry in section.entries("sla") {
            let text = entry.value.scalar?.string ?? ""
            if !stages.contains(entry.name) {
                let remedy = suggestion(for: entry.name, among: stages)
                log.report("the funnel has no stage '\(entry.name)'", at: entry.key, remedy: remedy)
            } else if let seconds = seconds(ofDuration: text) {
                sla[entry.name] = seconds
            } else {
                log.report("'\(text)' is no duration", at: entry.value, remedy: section.remedy(for: "sla"))
            }
        }
        return sla
    }
}
