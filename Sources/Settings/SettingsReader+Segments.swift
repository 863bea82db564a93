internal import Yams

extension SettingsReader {
    func segments(_ top: YAMLSection) -> [SegmentSettings] {
        top.named("segments").map { entry in
            var reader = ConditionReader(log: log)
            let (name, node) = partName(of: entry.value)
            return SegmentSettings(
                id: entry.id,
                position: log.position(of: entry.key),
                name: name.flatMap { log.localized($0, key: "name") },
                condition: reader.condition(node),
                columnPositions: reader.positions
            )
        }
    }

    /// The texts behind `name`, if they are a language each, and the rest. With a value, values or bounds behind it, `name`
    /// is a column like others.
    private func partName(of node: Node) -> (name: Node?, rest: Node) {
        guard let mapping = node.mapping, let name = mapping["name"], let texts = name.mapping,
            !texts.contains(where: { SettingSection.bounds.names.contains($0.key.scalar?.string ?? "") })
        else { return (nil, node) }
        let rest = mapping.filter { $0.key.scalar?.string != "name" }.map { ($0.key, $0.value) }
        return (name, .mapping(Node.Mapping(rest, .implicit, .any, mapping.mark)))
    }
}
