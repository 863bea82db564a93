internal import Diagnostics
internal import Funnel
internal import Settings

/// The funnels and measures that look at one source.
struct SourceUsers {
    /// Funnels counted from the source, alone or joined with another.
    let funnels: [FunnelSettings]
    let measures: [MeasureSettings]
    /// Columns by which the source's entities are found in another one.
    let keys: [Placed<String>]

    /// - Parameter others: Funnels that are counted beside those of `settings`.
    init(of source: SourceSettings, in settings: Settings, beside others: [FunnelSettings] = []) {
        funnels = (settings.funnels + others).filter { funnel in
            settings.sources(of: funnel).contains { $0.id == source.id }
        }
        measures = settings.measures.filter { $0.source == source.id }
        keys = funnels.flatMap { funnel -> [Placed<String>] in
            guard case .joined(let parts) = funnel.origin else { return [] }
            return parts.keys.compactMap { id, key in
                let part = settings.funnels.first { $0.definition.id == id }
                return part.flatMap { settings.sources(of: $0).first?.id == source.id ? key : nil }
            }
        }
    }

    /// The columns that conditions, dimensions and joins of funnels look at.
    func columns(of source: SourceSettings) -> Set<String> {
        Set(funnels.flatMap { columns(of: $0, in: source) } + keys.map(\.value))
    }

    /// Of a source of events, the columns beside the one that names the event.
    func properties(of source: SourceSettings) -> [String] {
        guard case .events(let columns) = source.form else { return [] }
        let isNamed = columns.event != nil || source.files.contains { $0.event != nil }
        return self.columns(of: source).subtracting(isNamed ? ["event"] : []).sorted()
    }

    /// The bit by which a scan of the source knows the funnel.
    func bit(of funnel: FunnelSettings) -> UInt64 {
        let index = funnels.firstIndex { $0.definition.id == funnel.definition.id }
        return index.map { 1 << UInt64($0) } ?? 0
    }

    /// A joined funnel looks at its dimensions in the events alone.
    private func columns(of funnel: FunnelSettings, in source: SourceSettings) -> [String] {
        if case .joined = funnel.origin, source.form.kind != .events { return [] }
        return funnel.definition.columns
    }

    /// Where huni.yaml names each column first.
    func columnPositions(beside source: SourceSettings) -> [String: SourcePosition] {
        var positions = source.columnPositions
        for key in keys { positions[key.value] = positions[key.value] ?? key.position }
        for funnel in funnels { positions.merge(funnel.columnPositions) { first, _ in first } }
        for measure in measures { positions.merge(measure.namePositions) { first, _ in first } }
        return positions
    }
}
