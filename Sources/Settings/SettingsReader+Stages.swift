internal import Diagnostics
internal import Funnel
internal import Yams

extension SettingsReader {
    typealias ReadStage = (settings: StageSettings, condition: Condition)

    /// The stages listed, with the preset's words for those it knows; without a list, the preset's own.
    func stages(_ section: YAMLSection) -> [ReadStage] {
        let preset = section.value("preset", Preset.init(rawValue:))
        guard let node = section["stages"] else {
            let place = log.position(of: section["preset"] ?? section.node)
            return (preset?.stages ?? []).map { stage in
                let target = StageTarget(rate: nil, count: nil)
                let settings = StageSettings(
                    id: stage.id,
                    name: stage.name,
                    shortName: nil,
                    phase: stage.phase,
                    owner: stage.owner,
                    target: target,
                    position: place
                )
                return (settings, .column("event", isOneOf: [stage.id]))
            }
        }
        guard let nodes = node.sequence else {
            log.report("'stages' must be a list of stages", at: node, remedy: "Begin each with `- id: …`.")
            return []
        }
        var seen: Set<String> = []
        return nodes.compactMap { node in
            guard let section = YAMLSection(node, as: .stage, log: log), let id = identifier(section) else {
                return nil
            }
            if !seen.insert(id).inserted {
                log.report(
                    "two stages of the funnel have the id '\(id)'",
                    at: section["id"],
                    remedy: "Give each its own."
                )
            }
            return stage(id, section, preset: preset?.stages.first { $0.id == id })
        }
    }

    private func stage(_ id: String, _ section: YAMLSection, preset: Preset.Stage?) -> ReadStage {
        let settings = StageSettings(
            id: id,
            name: localized(section["name"], key: "name") ?? preset?.name ?? LocalizedText(id),
            shortName: short(section),
            phase: section.value("phase", Phase.init(rawValue:)) ?? preset?.phase,
            owner: owner(section) ?? preset?.owner,
            target: target(section["target"]),
            position: log.position(of: section["id"])
        )
        return (settings, section["match"].map(condition) ?? .column("event", isOneOf: [id]))
    }

    private func short(_ section: YAMLSection) -> LocalizedText? {
        guard let short = localized(section["short"], key: "short") else { return nil }
        for language in Settings.knownLanguages where (short.text(in: language) ?? "").count > 20 {
            log.report("a short name has at most 20 characters", at: section["short"], remedy: "Shorten it.")
        }
        return short
    }

    private func owner(_ section: YAMLSection) -> Owner? {
        switch section["owner"]?.scalar?.string {
        case "marketing": .marketing
        case "sales": .sales
        case "service": .service
        default: localized(section["owner"], key: "owner").map(Owner.named)
        }
    }

    private func target(_ node: Node?) -> StageTarget {
        guard let section = node.flatMap({ YAMLSection($0, as: .target, log: log) }) else {
            return StageTarget(rate: nil, count: nil)
        }
        return StageTarget(
            rate: section.value("rate") { text in Double(text).flatMap { (0...1).contains($0) ? $0 : nil } },
            count: section.value("count") { text in Int(text).flatMap { $0 >= 0 ? $0 : nil } }
        )
    }

    /// Columns and their values, all of which must hold; `any` lists alternatives.
    func condition(_ node: Node) -> Condition {
        guard let mapping = node.mapping, !mapping.isEmpty else {
            log.report("a condition must name columns and their values", at: node, remedy: "Write `{ event: signup }`.")
            return .any([])
        }
        let parts = mapping.map { key, value in part(key, value) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private func part(_ key: Node, _ value: Node) -> Condition {
        let column = key.scalar?.string ?? ""
        if column == "any", let alternatives = value.sequence {
            if alternatives.isEmpty { log.report("'any' lists no alternative", at: value, remedy: "List conditions.") }
            return .any(alternatives.map(condition))
        }
        let nodes = value.sequence.map(Array.init) ?? [value]
        let values = nodes.compactMap(\.scalar?.string)
        if values.isEmpty || values.count != nodes.count || column.isEmpty {
            log.report(
                "'\(column)' must be followed by a value or a list of values",
                at: value,
                remedy: "Write `{ event: [signup, download] }`."
            )
        }
        return .column(column, isOneOf: values)
    }
}
