internal import Calendars
internal import Diagnostics
internal import Funnel
internal import Settings
internal import YAMLText
internal import Yams

/// Reads a file of `content/closed/`. JSON is YAML of one kind, so that every fault has its line and column.
struct ClosedWeekReader {
    private let file: String
    private let source: YAMLSource
    private let settings: Settings
    private(set) var problems: [Diagnostic] = []

    /// - Parameter text: The file's text.
    init(_ text: String, file: String, settings: Settings) {
        self.file = file
        self.settings = settings
        source = YAMLSource(text, file: file)
    }

    /// The week; `nil` where ``problems`` say why not.
    mutating func week() throws(Failure) -> ClosedWeek? {
        let root = try source.root()
        guard let root, let top = object(root, of: ["schema", "week", "funnels"]) else {
            if root == nil { report("the file is empty", at: nil) }
            return nil
        }
        guard scalar(top["schema"]) == String(ClosedWeek.schema) else {
            report("schema \(scalar(top["schema"]) ?? "of no number") is not known", at: top["schema"] ?? root)
            return nil
        }
        guard let week = scalar(top["week"]).flatMap({ Week($0) }), file.hasSuffix("/\(week).json") else {
            report("the file's name and its week are not the same", at: top["week"] ?? root)
            return nil
        }
        let nodes = top["funnels"]?.sequence.map(Array.init)
        if nodes == nil { report("'funnels' must be a list", at: top["funnels"] ?? root) }
        let funnels = (nodes ?? []).compactMap { funnel($0) }
        return problems.isEmpty ? ClosedWeek(week: week, funnels: funnels) : nil
    }

    private mutating func funnel(_ node: Node) -> ClosedFunnel? {
        let keys = ["id", "as_of", "cohort", "order", "window_seconds", "rows", "views"]
        guard let values = object(node, of: keys) else { return nil }
        guard let funnel = known(values["id"], among: settings.funnels.map(\.definition.id), as: "funnel", in: node)
        else { return nil }
        let stages = settings.funnels.first { $0.definition.id == funnel }?.definition.stages.map(\.id) ?? []
        let asOf = value(values["as_of"], as: "instant such as 2026-11-16T00:00:00+03:00", in: node) {
            Instant(timestamp: $0)
        }
        let cohort = value(values["cohort"], as: "cohort rule", in: node, CohortRule.init(rawValue:))
        let order = value(values["order"], as: "order of stages", in: node, StageOrder.init(rawValue:))
        let rows = value(values["rows"], as: "number of rows", in: node, wholeNumber)
        let window = values["window_seconds"].flatMap(scalar).flatMap { Int64($0) }
        guard let views = views(values["views"] ?? node, stages: stages), let asOf, let cohort, let order, let rows
        else { return nil }
        return ClosedFunnel(
            id: funnel,
            asOf: asOf,
            rules: ClosedRules(cohort: cohort, order: order, windowSeconds: window),
            rows: rows,
            stages: views,
            position: source.position(node.mark)
        )
    }

    private mutating func views(_ node: Node, stages: [String]) -> [View: [ClosedStage]]? {
        guard let values = object(node, of: View.allCases.map(\.rawValue)) else { return nil }
        var views: [View: [ClosedStage]] = [:]
        for view in View.allCases {
            guard let node = values[view.rawValue] else { continue }
            guard let sequence = node.sequence else {
                report("'\(view.rawValue)' must be a list of stages", at: node)
                continue
            }
            views[view] = sequence.compactMap { stage($0, among: stages) }
        }
        return views
    }

    private mutating func stage(_ node: Node, among stages: [String]) -> ClosedStage? {
        let keys = ["id", "count", "matured", "passed_of_previous", "passed_of_first"]
        guard let values = object(node, of: keys),
            let id = known(values["id"], among: stages, as: "stage", in: node)
        else { return nil }
        let matured = value(values["matured"], as: "truth value", in: node) { ["true": true, "false": false][$0] }
        return ClosedStage(
            id: id,
            count: optional(values["count"], as: "count", wholeNumber),
            isMatured: matured ?? false,
            fromPrevious: optional(values["passed_of_previous"], as: "pair such as 121/1000", pair),
            fromFirst: optional(values["passed_of_first"], as: "pair such as 121/1000", pair)
        )
    }
}

extension ClosedWeekReader {
    private static let remedy =
        "`huni close WEEK --force` writes the file anew; git has the one that was there. Or delete it."

    private mutating func report(_ message: String, at node: Node?, remedy: String = Self.remedy) {
        problems.append(Diagnostic(at: source.position(node?.mark), message, remedy: remedy))
    }

    /// The values of an object by its keys; unknown keys are reported.
    private mutating func object(_ node: Node, of keys: [String]) -> [String: Node]? {
        guard let mapping = node.mapping else {
            report("expected an object with \(keys.joined(separator: ", "))", at: node)
            return nil
        }
        var values: [String: Node] = [:]
        for (keyNode, value) in mapping {
            let key = keyNode.scalar?.string ?? ""
            if !keys.contains(key) { report("unknown key '\(key)'", at: keyNode) }
            values[key] = value
        }
        return values
    }

    private func scalar(_ node: Node?) -> String? {
        guard let text = node?.scalar?.string, text != "null" else { return nil }
        return text
    }

    /// The value that must be there.
    private mutating func value<Value>(
        _ node: Node?,
        as noun: String,
        in parent: Node,
        _ parse: (String) -> Value?
    ) -> Value? {
        if let value = scalar(node).flatMap(parse) { return value }
        report(node == nil ? "there is no \(noun)" : "'\(scalar(node) ?? "")' is no \(noun)", at: node ?? parent)
        return nil
    }

    /// The value, or `nil` where it is null.
    private mutating func optional<Value>(_ node: Node?, as noun: String, _ parse: (String) -> Value?) -> Value? {
        guard let text = scalar(node) else { return nil }
        if let value = parse(text) { return value }
        report("'\(text)' is no \(noun)", at: node)
        return nil
    }

    private mutating func known(_ node: Node?, among names: [String], as noun: String, in parent: Node) -> String? {
        guard let name = value(node, as: noun, in: parent, { $0 }) else { return nil }
        if names.contains(name) { return name }
        let meant = nearestWord(to: name, in: names).map { "Did you mean '\($0)'? " } ?? ""
        report("no such \(noun) '\(name)'", at: node, remedy: meant + Self.remedy)
        return nil
    }
}

/// A number of at least 0.
private func wholeNumber(_ text: String) -> Int? { Int(text).flatMap { $0 >= 0 ? $0 : nil } }

/// `121/1000`.
private func pair(_ text: String) -> ConversionRate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { wholeNumber(String($0)) }
    guard parts.count == 2, let passed = parts[0], let base = parts[1] else { return nil }
    return ConversionRate(passed, of: base)
}
