internal import Diagnostics
internal import Yams

extension SettingsReader {
    func tests(_ top: YAMLSection, sources: KnownSources, funnels: [FunnelSettings]) -> [TestSettings] {
        var seen: Set<String> = []
        return top.lines("tests").compactMap { node in
            guard let section = YAMLSection(node, as: .test, log: log), let id = section.identifier() else {
                return nil
            }
            if !seen.insert(id).inserted {
                log.report("two tests have the id '\(id)'", at: section["id"], remedy: "Give each its own.")
            }
            return test(id, section, sources: sources, funnels: funnels)
        }
    }

    private func test(
        _ id: String,
        _ section: YAMLSection,
        sources: KnownSources,
        funnels: [FunnelSettings]
    ) -> TestSettings? {
        let (source, stage) = (section.placed("source"), section.placed("stage"))
        source.map { checkVariants(of: $0, sources) }
        if let source = source.flatMap({ sources[$0.value] }), let stage { check(stage, in: source, funnels) }
        let (baseline, detect) = (
            section.fraction("baseline"), section.value("detect", as: "difference of rates", difference)
        )
        let power = section.fraction("power") ?? 0.8
        guard let source, let stage else { return nil }
        return TestSettings(
            id: id,
            position: log.position(of: section["id"]),
            name: section.localized("name"),
            source: source.value,
            stage: stage.value,
            baseline: baseline,
            detect: detect,
            power: power,
            control: section.text("control"),
            split: split(section)
        )
    }

    /// The weights of the variants; one that is no number over 0 is reported.
    private func split(_ section: YAMLSection) -> [String: Double] {
        var split: [String: Double] = [:]
        for entry in section.entries("split") {
            if let weight = entry.value.scalar.flatMap({ Double($0.string) }), weight > 0, weight.isFinite {
                split[entry.name] = weight
            } else {
                log.report(
                    "the part of '\(entry.name)' is no number over 0",
                    at: entry.value,
                    remedy: section.remedy(for: "split")
                )
            }
        }
        return split
    }

    private func checkVariants(of name: Placed<String>, _ sources: KnownSources) {
        sources.check(name, log: log)
        guard let source = sources[name.value], source.variant == nil else { return }
        log.report(
            "source '\(name.value)' has no variants",
            at: name.position,
            remedy: "Say in sources.\(name.value) what tells them apart, as in `variant: { column: group }`."
        )
    }

    /// Reports a stage that neither the source lists nor a funnel over it has.
    private func check(_ stage: Placed<String>, in source: SourceSettings, _ funnels: [FunnelSettings]) {
        let users = funnels.filter { $0.origin.source == source.id }
        var known = source.form.stages
        for id in users.flatMap(\.stages).map(\.id) where !known.contains(id) { known.append(id) }
        guard !known.contains(stage.value) else { return }
        let remedy = suggestion(for: stage.value, among: known)
        log.report("source '\(source.id)' has no stage '\(stage.value)'", at: stage.position, remedy: remedy)
    }

    /// A fraction, or points as in `2pp`.
    private func difference(_ text: String) -> Double? {
        let isPoints = text.hasSuffix("pp")
        guard let number = Double(isPoints ? String(text.dropLast(2)) : text) else { return nil }
        let difference = isPoints ? number / 100 : number
        return difference > 0 && difference < 1 ? difference : nil
    }
}
