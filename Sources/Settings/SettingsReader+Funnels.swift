internal import Diagnostics
internal import Funnel
internal import Yams

extension SettingsReader {
    func funnels(_ node: Node?, sources: [String]) -> [FunnelSettings] {
        guard let node else { return [] }
        guard let nodes = node.sequence, !nodes.isEmpty else {
            log.report("'funnels' must be a list of funnels", at: node, remedy: "Begin each with `- id: …`.")
            return []
        }
        var seen: Set<String> = []
        return nodes.compactMap { node in
            guard let section = YAMLSection(node, as: .funnel, log: log), let id = identifier(section) else {
                return nil
            }
            if !seen.insert(id).inserted {
                log.report("two funnels have the id '\(id)'", at: section["id"], remedy: "Give each its own.")
            }
            return funnel(id, section, sources: sources)
        }
    }

    private func funnel(_ id: String, _ section: YAMLSection, sources: [String]) -> FunnelSettings? {
        let source = section.text("source") ?? ""
        if !source.isEmpty, !sources.contains(source) {
            log.report(
                "no such source '\(source)'",
                at: section["source"],
                remedy: suggestion(for: source, among: sources)
            )
        }
        _ = section.value("order") { $0 == "ordered" ? $0 : nil }
        let touch = section.value("touch", Touch.init(rawValue:)) ?? .entry
        let faultsBefore = log.problems.count
        let stages = stages(section)
        guard (2...12).contains(stages.count) else {
            if log.problems.count == faultsBefore {
                log.report(
                    "a funnel has 2 to 12 stages, '\(id)' has \(stages.count)",
                    at: section["stages"] ?? section.node,
                    remedy: stages.count > 12
                        ? "Group stages that belong together: `any` lists alternatives."
                        : "List its stages, or name a preset."
                )
            }
            return nil
        }
        let window = section.value("window", duration).flatMap { $0 }
        let definition = FunnelDefinition(
            id: id,
            stages: stages.map { Stage(id: $0.settings.id, condition: $0.condition) },
            windowSeconds: window,
            maturesAfterSeconds: section.value("matures_after", duration).flatMap { $0 },
            cohort: section.value("cohort", CohortRule.init(rawValue:)) ?? .first,
            dimensions: dimensions(section, touch: touch)
        )
        return FunnelSettings(
            definition: definition,
            name: localized(section["name"], key: "name"),
            source: source,
            noun: noun(section["entity"]),
            stages: stages.map(\.settings),
            columnPositions: columnPositions(section, of: definition)
        )
    }

    /// Seconds of `30m`, `24h`, `14d`, `2w`; no limit for `none`; the outer `nil` is no duration.
    private func duration(_ text: String) -> Int64?? {
        if text == "none" { return .some(nil) }
        let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()),
            (1...100_000).contains(number)
        else { return nil }
        return number * unit
    }

    private func noun(_ node: Node?) -> Noun? {
        guard let node else { return nil }
        var forms: [String: Noun.Forms] = [:]
        for (key, value) in node.mapping ?? [:] {
            let words = value.sequence?.compactMap(\.scalar?.string) ?? []
            if let language = key.scalar?.string, Settings.knownLanguages.contains(language), words.count == 2 {
                forms[language] = Noun.Forms(one: words[0], other: words[1])
            }
        }
        if forms.isEmpty || forms.count != node.mapping?.count {
            log.report(
                "'entity' must give two words a language",
                at: node,
                remedy: "Write `entity: { tr: [kişi, kişi], en: [person, people] }`."
            )
        }
        return Noun(forms)
    }

    private func dimensions(_ section: YAMLSection, touch: Touch) -> [Dimension] {
        var seen: Set<String> = []
        return (section.list("dimensions") ?? []).compactMap { node in
            guard let dimension = dimension(node, touch: touch) else { return nil }
            if !seen.insert(dimension.id).inserted {
                log.report("two dimensions have the id '\(dimension.id)'", at: node, remedy: "Give each its own `id`.")
            }
            return dimension
        }
    }

    private func dimension(_ node: Node, touch: Touch) -> Dimension? {
        if let column = node.scalar?.string {
            return Dimension(id: column, origin: .column(column), touch: touch)
        }
        guard let section = YAMLSection(node, as: .dimension, log: log), let id = section.text("id") else { return nil }
        let part = section.value("part", DatePart.init(rawValue:))
        let from = section.text("from") ?? id
        if let part, from != "time" {
            log.report(
                "'part: \(part.rawValue)' needs 'from: time'",
                at: section["part"],
                remedy: "Write `from: time`."
            )
        }
        if from == "time", part == nil, section["part"] == nil {
            log.report(
                "'from: time' needs a part",
                at: section["from"],
                remedy: "Write `part: month`, or another part."
            )
        }
        let origin = part.map(Dimension.Origin.date) ?? .column(from)
        return Dimension(id: id, origin: origin, touch: section.value("touch", Touch.init(rawValue:)) ?? touch)
    }

    /// Where each column that the funnel counts with is named first.
    private func columnPositions(_ section: YAMLSection, of funnel: FunnelDefinition) -> [String: SourcePosition] {
        var positions: [String: SourcePosition] = [:]
        func note(_ name: String?, _ node: Node) {
            guard let name, funnel.columns.contains(name), positions[name] == nil else { return }
            positions[name] = log.position(of: node)
        }
        func visit(_ node: Node) {
            for (key, value) in node.mapping ?? [:] {
                note(key.scalar?.string, key)
                if key.scalar?.string == "from" { note(value.scalar?.string, value) }
                visit(value)
            }
            for item in node.sequence ?? [] {
                note(item.scalar?.string, item)
                visit(item)
            }
        }
        section["dimensions"].map(visit)
        section["stages"].map(visit)
        for name in funnel.columns where positions[name] == nil { positions[name] = log.position(of: section.node) }
        return positions
    }
}
