internal import Diagnostics
internal import Funnel
internal import Yams

/// Turns columns with values or bounds into conditions, and notes where each column is named first.
struct ConditionReader {
    let log: ProblemLog
    private(set) var positions: [String: SourcePosition] = [:]

    init(log: ProblemLog) {
        self.log = log
    }

    /// Columns and their values or bounds, all of which must hold; `any` lists alternatives.
    mutating func condition(_ node: Node) -> Condition {
        guard let mapping = node.mapping, !mapping.isEmpty else {
            log.report("a condition must name columns and their values", at: node, remedy: "Write `{ event: signup }`.")
            return .any([])
        }
        var parts: [Condition] = []
        for (key, value) in mapping { parts.append(part(key, value)) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func part(_ key: Node, _ value: Node) -> Condition {
        let column = key.scalar?.string ?? ""
        if column == "any", let alternatives = value.sequence {
            if alternatives.isEmpty { log.report("'any' lists no alternative", at: value, remedy: "List conditions.") }
            var conditions: [Condition] = []
            for alternative in alternatives { conditions.append(condition(alternative)) }
            return .any(conditions)
        }
        if positions[column] == nil { positions[column] = log.position(of: key) }
        if value.mapping != nil { return .number(column, bounds(value)) }
        let nodes = value.sequence.map(Array.init) ?? [value]
        let values = nodes.compactMap(\.scalar?.string)
        if values.isEmpty || values.count != nodes.count || column.isEmpty {
            log.report(
                "'\(column)' must be followed by a value, a list of values, or bounds",
                at: value,
                remedy: "Write `{ event: [signup, download] }`, or `{ staff: { over: 10 } }`."
            )
        }
        return .column(column, isOneOf: values)
    }

    /// What numbers must lie between.
    private func bounds(_ node: Node) -> NumberBounds {
        guard let section = YAMLSection(node, as: .bounds, log: log) else { return NumberBounds() }
        let values = section.section.names.map { key in
            section.value(key, as: "number") { Double($0).flatMap { $0.isFinite ? $0 : nil } }
        }
        let bounds = NumberBounds(over: values[0], under: values[1], atLeast: values[2], atMost: values[3])
        let low = [values[0], values[2]].compactMap { $0 }.max()
        let high = [values[1], values[3]].compactMap { $0 }.min()
        let isTouching = section["over"] != nil || section["under"] != nil
        if let low, let high, low > high || low == high && isTouching {
            log.report("no number lies within these bounds", at: node, remedy: "Exchange them, or remove one.")
        }
        if node.mapping?.isEmpty == true {
            log.report("no bound is given", at: node, remedy: "Write `{ over: 10 }`, or under, at_least, at_most.")
        }
        return bounds
    }
}
