internal import Diagnostics
internal import Funnel
internal import Yams

extension SettingsReader {
    func measures(_ top: YAMLSection, sources: KnownSources, site: SiteSettings) -> [MeasureSettings] {
        top.named("measures").compactMap { entry in
            guard let section = YAMLSection(entry.value, as: .measure, log: log) else { return nil }
            let source = section.placed("source")
            source.map { checkSource($0, sources) }
            let formula = formula(section)
            let unit = unit(section, site: site)
            guard let source, let formula else { return nil }
            return MeasureSettings(
                id: entry.id,
                position: log.position(of: entry.key),
                name: section.localized("name"),
                source: source.value,
                formula: formula.formula,
                namePositions: formula.places,
                unit: unit ?? formula.formula.unit,
                better: section.word("better", MeasureSettings.Direction.self, as: "direction")
            )
        }
    }

    private func checkSource(_ name: Placed<String>, _ sources: KnownSources) {
        sources.check(name, log: log)
        guard let form = sources[name.value]?.form.kind, form != .measures else { return }
        log.report(
            "source '\(name.value)' holds \(form.rawValue), not measures",
            at: name.position,
            remedy: "Name a source with `form: measures`."
        )
    }

    private func unit(_ section: YAMLSection, site: SiteSettings) -> MeasureSettings.Unit? {
        let unit = section.word("unit", MeasureSettings.Unit.self)
        if unit == .currency, site.currency == nil {
            log.report("the site names no currency", at: section["unit"], remedy: "Add `currency: TRY` to `site`.")
        }
        return unit
    }

    private func formula(
        _ section: YAMLSection
    ) -> (formula: MeasureFormula, places: [String: SourcePosition])? {
        let given = ["sum", "mean", "ratio", "nps"].filter { section[$0] != nil }
        guard given.count == 1 else {
            log.report(
                given.isEmpty
                    ? "nothing says how the measure is made"
                    : "a measure is made one way, not by \(given.joined(separator: " and "))",
                at: given.last.flatMap { section[$0] } ?? section.node,
                remedy:
                    "Write one of `sum: visitors`, `mean: score`, `ratio: [opens, delivered]`, `nps: [promoters, detractors, answers]`."
            )
            return nil
        }
        if let sum = section.placed("sum") { return (.sum(sum.value), [sum.value: sum.position]) }
        if let mean = section.placed("mean") { return (.mean(mean.value), [mean.value: mean.position]) }
        return section["nps"] == nil ? ratio(section) : netScore(section)
    }

    private func netScore(
        _ section: YAMLSection
    ) -> (formula: MeasureFormula, places: [String: SourcePosition])? {
        guard let node = section["nps"] else { return nil }
        let names = (node.sequence.map(Array.init) ?? []).compactMap(log.placed)
        guard names.count == 3, node.sequence?.count == 3 else {
            log.report("a net promoter score is of three measures", at: node, remedy: section.remedy(for: "nps"))
            return nil
        }
        let places = Dictionary(names.map { ($0.value, $0.position) }) { first, _ in first }
        let formula = MeasureFormula.netScore(
            promoters: names[0].value,
            detractors: names[1].value,
            of: names[2].value
        )
        return (formula, places)
    }

    private func ratio(
        _ section: YAMLSection
    ) -> (formula: MeasureFormula, places: [String: SourcePosition])? {
        guard let node = section["ratio"] else { return nil }
        let names = (node.sequence.map(Array.init) ?? []).compactMap(log.placed)
        guard names.count == 2, node.sequence?.count == 2 else {
            log.report("a ratio is of two measures", at: node, remedy: section.remedy(for: "ratio"))
            return nil
        }
        let places = Dictionary(names.map { ($0.value, $0.position) }) { first, _ in first }
        return (.ratio(names[0].value, of: names[1].value), places)
    }
}

extension MeasureFormula {
    /// What it is written as where the file does not say.
    fileprivate var unit: MeasureSettings.Unit? {
        switch self {
        case .sum: .count
        case .mean, .netScore: nil
        case .ratio: .percent
        }
    }
}
