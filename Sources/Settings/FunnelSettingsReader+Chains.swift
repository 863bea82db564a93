internal import Diagnostics
internal import Funnel
internal import Yams

/// What makes rows a chain.
extension FunnelSettingsReader {
    /// The rows that a funnel excludes, and where their columns are named first; no condition where none is listed.
    func exclusion(
        _ section: YAMLSection,
        source: SourceSettings?
    ) -> (condition: Condition?, positions: [String: SourcePosition]) {
        var reader = ConditionReader(log: log)
        var conditions: [Condition] = []
        for node in section.list("exclude") ?? [] {
            let condition = reader.condition(node)
            if let source { checkEvents(of: condition, in: source, at: log.position(of: node)) }
            conditions.append(condition)
        }
        return (conditions.isEmpty ? nil : .any(conditions), reader.positions)
    }

    /// Whether the stage may be left out; reported where it may not.
    ///
    /// - Parameters:
    ///   - stage: The stage's section.
    ///   - index: Its place among the `count` stages of `funnel`.
    func isOptional(_ stage: YAMLSection, at index: Int, of count: Int, in funnel: YAMLSection) -> Bool {
        guard stage.truth("optional") else { return false }
        if funnel["order"]?.scalar?.string == StageOrder.any.rawValue {
            log.report(
                "no stage is optional under 'order: any'",
                at: stage["optional"],
                remedy: "Remove it: there, every stage but the first may be missing."
            )
        } else if index == 0 || index == count - 1 {
            log.report(
                "the \(index == 0 ? "first" : "last") stage cannot be optional",
                at: stage["optional"],
                remedy: index == 0
                    ? "Remove `optional`: chains start with this stage."
                    : "Remove `optional`, or add a stage behind it."
            )
        } else {
            return true
        }
        return false
    }

    /// Reports stages whose events are those of no file.
    func checkEvents(of stages: [ReadStage], in source: SourceSettings) {
        for stage in stages {
            let place = stage.positions["event"] ?? stage.settings.position
            checkEvents(of: stage.stage.condition, in: source, at: place)
        }
    }

    /// Where each file is an event, all events are known.
    private func checkEvents(of condition: Condition, in source: SourceSettings, at place: SourcePosition) {
        let known = source.files.compactMap(\.event?.value)
        guard !known.isEmpty else { return }
        for event in condition.words(of: "event") where !known.contains(event) {
            let remedy = suggestion(for: event, among: known)
            log.report("no file of source '\(source.id)' is the event '\(event)'", at: place, remedy: remedy)
        }
    }
}

extension Condition {
    /// The words that it looks for in a column.
    fileprivate func words(of column: String) -> [String] {
        switch self {
        case .column(let name, let words): name == column ? words : []
        case .number: []
        case .all(let parts), .any(let parts): parts.flatMap { $0.words(of: column) }
        }
    }
}
