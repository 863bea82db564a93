internal import Diagnostics
internal import Funnel
internal import Yams

/// Two funnels as one.
extension FunnelSettingsReader {
    /// Reads a funnel that joins two of those before it.
    ///
    /// - Parameters:
    ///   - index: Its place among all funnels.
    ///   - names: The ids of all funnels, as written.
    ///   - funnels: Those before it that could be read.
    func joined(_ node: Node, at index: Int, of names: [String], after funnels: [FunnelSettings]) -> FunnelSettings? {
        guard let section = YAMLSection(node, as: .joinedFunnel, log: log) else { return nil }
        section.need("key")
        let id = section.identifier()
        let parts = parts(section).map { ($0, part($0, at: index, of: names, funnels)) }
        let keys = parts.contains { $0.1 == nil } ? [:] : keys(section, of: parts.map(\.0.value))
        let dimensions = dimensions(section, source: nil)
        guard let id, parts.count == 2, let first = parts[0].1, let second = parts[1].1 else { return nil }
        checkForm(of: first, .events, as: "first", at: parts[0].0)
        checkForm(of: second, .records, as: "second", at: parts[1].0)
        guard first.origin.source != nil, second.origin.source != nil else { return nil }
        checkApart(first, second, at: parts[1].0)
        checkOptional(first, under: section)
        let exclusion = exclusion(section, source: first.origin.source.flatMap { sources[$0] })
        let definition = definition(
            id,
            section,
            first.definition.stages + second.definition.stages,
            excluding: exclusion.condition,
            dimensions.map(\.dimension)
        )
        return FunnelSettings(
            definition: definition,
            position: log.position(of: section["id"]),
            name: section.localized("name"),
            origin: .joined(JoinedFunnel(first: first.definition.id, second: second.definition.id, keys: keys)),
            view: .cohort,
            noun: noun(section["entity"]) ?? first.noun,
            stages: first.stages + second.stages,
            outcomes: second.outcomes,
            skipped: second.skipped,
            sla: second.sla,
            columnPositions: positions(
                of: definition,
                in: section,
                dimensions.map(\.positions) + [first.columnPositions, exclusion.positions]
            )
        )
    }

    /// The two names behind `join`; none where they are not two, which has been reported.
    private func parts(_ section: YAMLSection) -> [Placed<String>] {
        let nodes = section["join"]?.sequence.map(Array.init) ?? []
        let names = nodes.compactMap(log.placed)
        if names.count == 2, nodes.count == 2 { return names }
        log.report("two funnels are joined", at: section["join"], remedy: section.remedy(for: "join"))
        return []
    }

    private func part(
        _ name: Placed<String>,
        at index: Int,
        of names: [String],
        _ funnels: [FunnelSettings]
    ) -> FunnelSettings? {
        if let funnel = funnels.first(where: { $0.definition.id == name.value }) { return funnel }
        guard let place = names.firstIndex(of: name.value), place != index else {
            let others = names.indices.filter { $0 != index }.map { names[$0] }
            let remedy = suggestion(for: name.value, among: others)
            log.report("no such funnel '\(name.value)'", at: name.position, remedy: remedy)
            return nil
        }
        if place > index {
            log.report(
                "funnel '\(name.value)' stands after the one that joins it",
                at: name.position,
                remedy: "Move it up, before '\(names[index])'."
            )
        }
        return nil
    }

    private func checkForm(of part: FunnelSettings, _ form: DataForm, as ordinal: String, at name: Placed<String>) {
        let remedy = "Join a funnel over events and one over records, in this order."
        guard let id = part.origin.source else {
            log.report("funnel '\(name.value)' is joined itself", at: name.position, remedy: remedy)
            return
        }
        guard let own = sources[id]?.form.kind, own != form else { return }
        log.report(
            "the \(ordinal) of two joined funnels is over \(form.rawValue), and '\(name.value)' is over \(own.rawValue)",
            at: name.position,
            remedy: remedy
        )
    }

    private func checkApart(_ first: FunnelSettings, _ second: FunnelSettings, at name: Placed<String>) {
        let known = first.stages.map(\.id)
        for stage in second.stages where known.contains(stage.id) {
            log.report(
                "stage '\(stage.id)' is in both '\(first.definition.id)' and '\(second.definition.id)'",
                at: name.position,
                remedy: "Leave it out of one of them, or give it another id there: joined, each stage stands once."
            )
        }
    }

    private func checkOptional(_ first: FunnelSettings, under section: YAMLSection) {
        guard section["order"]?.scalar?.string == StageOrder.any.rawValue,
            let stage = first.definition.stages.first(where: \.isOptional)
        else { return }
        log.report(
            "no stage is optional under 'order: any', and stage '\(stage.id)' of '\(first.definition.id)' is",
            at: section["order"],
            remedy: "Write `order: ordered`, or make the stage mandatory."
        )
    }

    /// The column of each of the two funnels.
    private func keys(_ section: YAMLSection, of parts: [String]) -> [String: Placed<String>] {
        var keys: [String: Placed<String>] = [:]
        let faultsBefore = log.problems.count
        for entry in section.entries("key") {
            if !parts.isEmpty, !parts.contains(entry.name) {
                let remedy = suggestion(for: entry.name, among: parts)
                log.report("'\(entry.name)' is not among the joined funnels", at: entry.key, remedy: remedy)
            } else if let column = log.placed(entry.value) {
                keys[entry.name] = column
            } else {
                log.report(
                    "'\(entry.name)' must be followed by a column",
                    at: entry.value,
                    remedy: section.remedy(for: "key")
                )
            }
        }
        for part in parts where keys[part] == nil && section["key"] != nil && log.problems.count == faultsBefore {
            log.report("'key' names no column of '\(part)'", at: section["key"], remedy: section.remedy(for: "key"))
        }
        return keys
    }
}

extension SettingSection {
    /// The keys of a funnel that joins two others.
    fileprivate static let joinedFunnel: SettingSection = {
        var section = SettingSection.funnel
        for key in ["source", "preset", "skipped", "view", "sla", "outcomes", "stages"] {
            section.refuse(
                key,
                because: "'\(key)' does not go with 'join'",
                remedy: "Remove it; it is said at the funnels that are joined."
            )
        }
        return section
    }()
}
