internal import Diagnostics
internal import Funnel
internal import Yams

extension FunnelSettingsReader {
    typealias ReadDimension = (dimension: Dimension, positions: [String: SourcePosition])

    func dimensions(_ section: YAMLSection, source: SourceSettings?) -> [ReadDimension] {
        let touch = section.word("touch", Touch.self) ?? .entry
        var seen: Set<String> = []
        return (section.list("dimensions") ?? []).flatMap { node in
            let dimensions = dimensions(node, touch: touch, source: source)
            for dimension in dimensions.map(\.dimension) { checkNamesNobody(dimension, at: node) }
            for id in dimensions.map(\.dimension.id) where !seen.insert(id).inserted {
                log.report("two dimensions have the id '\(id)'", at: node, remedy: "Give each its own `id`.")
            }
            return dimensions
        }
    }

    /// No identifier of an entity may come to stand on a page.
    private func checkNamesNobody(_ dimension: Dimension, at node: Node) {
        guard case .column(let column) = dimension.origin, sources.read.contains(where: { $0.form.entity == column })
        else { return }
        log.report(
            "'\(column)' tells entities apart, and a breakdown by it would publish who they are",
            at: node,
            remedy: "Break down by another column, such as a channel or a region."
        )
    }

    /// A column, a section, or `segment` for all segments, if the file names some.
    private func dimensions(_ node: Node, touch: Touch, source: SourceSettings?) -> [ReadDimension] {
        guard let column = log.placed(node) else {
            return dimension(node, touch: touch, source: source).map { [$0] } ?? []
        }
        guard column.value == "segment", !segments.isEmpty else {
            let dimension = Dimension(id: column.value, origin: .column(column.value), touch: touch)
            return [(dimension, [column.value: column.position])]
        }
        return segments.map { segment in
            (Dimension(id: segment.id, origin: .condition(segment.condition), touch: touch), segment.columnPositions)
        }
    }

    private func dimension(_ node: Node, touch: Touch, source: SourceSettings?) -> ReadDimension? {
        let keys = source.map { SettingSection.dimension.of($0.form.kind, in: "source '\($0.id)'") } ?? .dimension
        guard let section = YAMLSection(node, as: keys, log: log), let id = section.placed("id") else { return nil }
        let part = section.word("part", DatePart.self)
        let from = section.placed("from") ?? id
        if let part, from.value != "time" {
            log.report(
                "'part: \(part.rawValue)' needs 'from: time'",
                at: section["part"],
                remedy: "Write `from: time`."
            )
        }
        if from.value == "time", part == nil, section["part"] == nil {
            log.report(
                "'from: time' needs a part",
                at: section["from"],
                remedy: "Write `part: month`, or another part."
            )
        }
        let origin = part.map(Dimension.Origin.date) ?? .column(from.value)
        let own = section.word("touch", Touch.self) ?? touch
        return (Dimension(id: id.value, origin: origin, touch: own), part == nil ? [from.value: from.position] : [:])
    }
}
