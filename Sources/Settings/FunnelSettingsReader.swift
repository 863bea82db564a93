internal import Diagnostics
internal import Funnel
internal import Yams

/// Turns what stands under `funnels:` into settings.
struct FunnelSettingsReader {
    let log: ProblemLog
    let sources: KnownSources
    let measures: [String]
    let segments: [SegmentSettings]

    func funnels(_ top: YAMLSection) -> [FunnelSettings] {
        let nodes = top.lines("funnels")
        let names = nodes.map { $0.mapping?["id"]?.scalar?.string ?? "" }
        var funnels: [FunnelSettings] = []
        for (index, node) in nodes.enumerated() {
            if names[index] != "", names[..<index].contains(names[index]) {
                let remedy = "Give each its own."
                log.report("two funnels have the id '\(names[index])'", at: node.mapping?["id"], remedy: remedy)
            }
            let isJoined = node.mapping?["join"] != nil
            let read = isJoined ? joined(node, at: index, of: names, after: funnels) : funnel(node)
            if let read { funnels.append(read) }
        }
        return funnels
    }

    private func funnel(_ node: Node) -> FunnelSettings? {
        let source = log.placed(node.mapping?["source"]).flatMap { sources[$0.value] }
        guard canBeCounted(source, node) else { return nil }
        guard let section = YAMLSection(node, as: .funnel(over: source), log: log), let id = section.identifier() else {
            return nil
        }
        section.need("source")
        let name = section.placed("source")
        name.map { sources.check($0, log: log) }
        let preset = section.word("preset", Preset.self)
        guard let stages = stages(section, preset: preset, source: source) else { return nil }
        let outcomes = outcomes(section, preset: preset, source: source, beside: stages.map(\.settings.id))
        let dimensions = dimensions(section, source: source)
        let exclusion = exclusion(section, source: source)
        let definition = definition(
            id,
            section,
            stages.map(\.stage),
            excluding: exclusion.condition,
            dimensions.map(\.dimension)
        )
        return FunnelSettings(
            definition: definition,
            position: log.position(of: section["id"]),
            name: section.localized("name"),
            origin: .source(name?.value ?? ""),
            view: view(section, source: source),
            noun: noun(section["entity"]),
            stages: stages.map(\.settings),
            outcomes: outcomes,
            skipped: section.word("skipped", SkippedStages.self, as: "rule for skipped stages") ?? .backfill,
            sla: sla(section, stages: stages.map(\.settings.id)),
            columnPositions: positions(
                of: definition,
                in: section,
                dimensions.map(\.positions) + stages.map(\.positions) + [exclusion.positions]
            )
        )
    }

    private func canBeCounted(_ source: SourceSettings?, _ node: Node) -> Bool {
        guard let source, source.form.kind == .measures else { return true }
        log.report(
            "source '\(source.id)' holds measures, which stages show but no funnel counts",
            at: node.mapping?["source"],
            remedy: "Name a source of events, records or counts; measures are listed at stages."
        )
        return false
    }

    /// What is counted: the stages, by the rules that the section gives.
    func definition(
        _ id: String,
        _ section: YAMLSection,
        _ stages: [Stage],
        excluding exclusion: Condition?,
        _ dimensions: [Dimension]
    ) -> FunnelDefinition {
        let order = section.word("order", StageOrder.self) ?? .ordered
        var stages = stages
        // What may not be optional has been reported.
        for index in stages.indices where order == .any || index == 0 || index == stages.count - 1 {
            stages[index].isOptional = false
        }
        return FunnelDefinition(
            id: id,
            stages: stages,
            order: order,
            exclusion: exclusion,
            windowSeconds: section.duration("window"),
            maturesAfterSeconds: section.duration("matures_after"),
            cohort: section.word("cohort", CohortRule.self) ?? .first,
            dimensions: dimensions
        )
    }

    /// Where each column that the funnel counts with is named first; else where the funnel begins.
    func positions(
        of definition: FunnelDefinition,
        in section: YAMLSection,
        _ named: [[String: SourcePosition]]
    ) -> [String: SourcePosition] {
        var positions: [String: SourcePosition] = [:]
        for places in named { positions.merge(places) { first, _ in first } }
        for name in definition.columns where positions[name] == nil { positions[name] = log.position(of: section.node) }
        return positions
    }

    private func view(_ section: YAMLSection, source: SourceSettings?) -> View {
        let wished = section.word("view", View.self)
        guard let source, case .counts(let columns) = source.form, columns.entryWeek == nil else {
            return wished ?? .cohort
        }
        if wished == .cohort {
            log.report(
                "the counts of source '\(source.id)' do not say when those counted came in, so there is no cohort view",
                at: section["view"],
                remedy: "Name the column of the entry week, as in `columns: { entry: entry_week }`, or write "
                    + "`view: activity`."
            )
        }
        return .activity
    }

    func noun(_ node: Node?) -> Noun? {
        guard let node else { return nil }
        var forms: [String: Noun.Forms] = [:]
        for (key, value) in node.mapping ?? [:] {
            if let language = key.scalar?.string, log.languages.contains(language) { forms[language] = words(value) }
        }
        if forms.isEmpty || forms.count != node.mapping?.count {
            log.report(
                "'entity' must give two words a language, or one a class of numbers",
                at: node,
                remedy: "Write `entity: { tr: [kişi, kişi], en: [person, people] }`; a class of numbers is one of "
                    + "\(Noun.Forms.categories.joined(separator: ", ")), as in `pl: { one: osoba, few: osoby, other: osób }`."
            )
        }
        return Noun(forms)
    }

    /// `[person, people]`, or a word a class of numbers: `{ one: osoba, few: osoby, many: osób, other: osoby }`.
    private func words(_ node: Node) -> Noun.Forms? {
        if let words = node.sequence?.compactMap(\.scalar?.string) {
            return words.count == 2 ? Noun.Forms(one: words[0], other: words[1]) : nil
        }
        var forms: [String: String] = [:]
        for (key, value) in node.mapping ?? [:] {
            guard let category = key.scalar?.string, Noun.Forms.categories.contains(category),
                let word = value.scalar?.string, !word.isEmpty
            else { return nil }
            forms[category] = word
        }
        return forms["other"].map { Noun.Forms(other: $0, byCategory: forms) }
    }
}

extension SettingSection {
    /// The keys of a funnel that is counted from one source; `nil` where that could not be read.
    fileprivate static func funnel(over source: SourceSettings?) -> SettingSection {
        var section = source.map { SettingSection.funnel.of($0.form.kind, in: "source '\($0.id)'") } ?? .funnel
        if let source, source.form.kind != .events {
            section.refuse(
                "window",
                because: "'window' is for events, and source '\(source.id)' holds \(source.form.kind.rawValue)",
                remedy: "Write `matures_after: 60d`, the age at which rates are final."
            )
        }
        section.refuse("key", because: "'key' goes with 'join'", remedy: "Remove it, or join two funnels.")
        section.refuse("join", because: "'join' stands in the place of 'source'", remedy: "Keep one of them.")
        return section
    }
}
