internal import Diagnostics
internal import Funnel
internal import Yams

extension FunnelSettingsReader {
    typealias ReadStage = (settings: StageSettings, stage: Stage, positions: [String: SourcePosition])

    /// The stages listed, with the preset's words for those it knows; without a list, the preset's own. `nil` where they
    /// are too few or too many, which has been reported.
    func stages(_ section: YAMLSection, preset: Preset?, source: SourceSettings?) -> [ReadStage]? {
        let faultsBefore = log.problems.count
        let stages =
            section["stages"] == nil ? presetStages(section, preset, source) : listedStages(section, preset, source)
        if let source { check(stages, in: source, listed: section["stages"] != nil) }
        if (2...12).contains(stages.count) { return stages }
        if log.problems.count == faultsBefore {
            log.report(
                "a funnel has 2 to 12 stages, '\(section.text("id") ?? "")' has \(stages.count)",
                at: section["stages"] ?? section.node,
                remedy: stages.count > 12
                    ? "Group stages that belong together: `any` lists alternatives."
                    : "List its stages, or name a preset."
            )
        }
        return nil
    }

    private func presetStages(_ section: YAMLSection, _ preset: Preset?, _ source: SourceSettings?) -> [ReadStage] {
        let place = log.position(of: section["preset"] ?? section.node)
        return (preset?.stages ?? []).map { stage in
            let settings = StageSettings(
                id: stage.id,
                name: stage.name,
                shortName: stage.shortName,
                phase: stage.phase,
                owner: stage.owner,
                measures: [],
                target: StageTarget(),
                position: place
            )
            return (settings, Stage(id: stage.id, condition: ownCondition(of: stage.id, over: source)), [:])
        }
    }

    private func listedStages(_ funnel: YAMLSection, _ preset: Preset?, _ source: SourceSettings?) -> [ReadStage] {
        var seen: Set<String> = []
        let nodes = funnel.lines("stages")
        return nodes.enumerated().compactMap { index, node in
            guard let section = YAMLSection(node, as: .stage(over: source), log: log), let id = section.identifier()
            else { return nil }
            if !seen.insert(id).inserted {
                log.report(
                    "two stages of the funnel have the id '\(id)'",
                    at: section["id"],
                    remedy: "Give each its own."
                )
            }
            var read = stage(id, section, preset: preset?.stages.first { $0.id == id }, source: source)
            read.stage.isOptional = isOptional(section, at: index, of: nodes.count, in: funnel)
            return read
        }
    }

    private func stage(
        _ id: String,
        _ section: YAMLSection,
        preset: Preset.Stage?,
        source: SourceSettings?
    ) -> ReadStage {
        let settings = StageSettings(
            id: id,
            name: section.localized("name") ?? preset?.name ?? LocalizedText(id),
            shortName: short(section) ?? preset?.shortName,
            phase: section.word("phase", Phase.self) ?? preset?.phase,
            owner: owner(section) ?? preset?.owner,
            measures: measures(section),
            target: target(section, over: source),
            probability: section.value("probability") { text in
                Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
            },
            position: log.position(of: section["id"])
        )
        var reader = ConditionReader(log: log)
        let condition = section["match"].map { reader.condition($0) } ?? ownCondition(of: id, over: source)
        return (settings, Stage(id: id, condition: condition, target: settings.target), reader.positions)
    }

    /// The rows of a stage that says nothing of them: its id is the event, or the source says what shows it.
    private func ownCondition(of id: String, over source: SourceSettings?) -> Condition {
        source.map { $0.form.kind == .events } ?? true ? .column("event", isOneOf: [id]) : .any([])
    }

    private func short(_ section: YAMLSection) -> LocalizedText? {
        guard let short = section.localized("short") else { return nil }
        for language in log.languages where (short.text(in: language) ?? "").count > 20 {
            log.report("a short name has at most 20 characters", at: section["short"], remedy: "Shorten it.")
        }
        return short
    }

    private func owner(_ section: YAMLSection) -> Owner? {
        switch section["owner"]?.scalar?.string {
        case "marketing": .marketing
        case "sales": .sales
        case "service": .service
        default: section.localized("owner").map(Owner.named)
        }
    }

    private func measures(_ section: YAMLSection) -> [String] {
        (section.list("measures") ?? []).compactMap { node in
            let name = node.scalar?.string ?? ""
            if measures.contains(name) { return name }
            log.report("no such measure '\(name)'", at: node, remedy: suggestion(for: name, among: measures))
            return nil
        }
    }

    private func target(_ stage: YAMLSection, over source: SourceSettings?) -> StageTarget {
        let section = stage.section("target", as: .target(over: source))
        return StageTarget(
            rate: section?.value("rate") { text in Double(text).flatMap { (0...1).contains($0) ? $0 : nil } },
            count: section?.whole("count", in: 0...Int.max),
            amount: section?.value("amount") { text in Double(text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }
        )
    }

    /// Reports stages that the source can show in no row.
    private func check(_ stages: [ReadStage], in source: SourceSettings, listed: Bool) {
        if source.form.kind == .events { return checkEvents(of: stages, in: source) }
        let known = source.form.stages
        let unknown = known.isEmpty ? [] : stages.map(\.settings).filter { !known.contains($0.id) }
        if listed { return unknown.forEach { report($0, unknownIn: source) } }
        guard let first = unknown.first else { return }
        log.report(
            "source '\(source.id)' lacks stages of the preset: \(unknown.map(\.id).joined(separator: ", "))",
            at: first.position,
            remedy: "Add them to sources.\(source.id).stages, or list the funnel's own stages."
        )
    }

    private func report(_ stage: StageSettings, unknownIn source: SourceSettings) {
        if case .records(let columns) = source.form, columns.outcomes.contains(where: { $0.id == stage.id }) {
            log.report(
                "'\(stage.id)' is an outcome of source '\(source.id)', not a stage",
                at: stage.position,
                remedy: "Move it to sources.\(source.id).stages."
            )
        } else {
            let remedy = suggestion(for: stage.id, among: source.form.stages)
            log.report("source '\(source.id)' has no stage '\(stage.id)'", at: stage.position, remedy: remedy)
        }
    }
}

extension SettingSection {
    /// The keys of the target of a stage of a funnel that is counted from `source`.
    fileprivate static func target(over source: SourceSettings?) -> SettingSection {
        source.map { SettingSection.target.of($0.form.kind, in: "source '\($0.id)'") } ?? .target
    }

    /// The keys of a stage of a funnel that is counted from `source`.
    fileprivate static func stage(over source: SourceSettings?) -> SettingSection {
        guard let source else { return .stage }
        let form = source.form.kind
        var section = SettingSection.stage.of(form, in: "source '\(source.id)'")
        if form != .events {
            section.refuse(
                "match",
                because: "'match' is for events, and source '\(source.id)' holds \(form.rawValue)",
                remedy: "Say in sources.\(source.id).stages what shows the stage."
            )
        }
        return section
    }
}
