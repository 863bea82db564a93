internal import Funnel

extension Condition {
    /// The condition nearly as huni.yaml has it, for readers: `event: bot; agent: crawler, probe`.
    var asSetting: String {
        switch self {
        case .column(let column, let values): "\(column): \(values.joined(separator: ", "))"
        case .number(let column, let bounds): "\(column) \(bounds.asSetting)"
        case .all(let parts): parts.map(\.asSetting).joined(separator: " + ")
        case .any(let parts): parts.map(\.asSetting).joined(separator: "; ")
        }
    }
}

extension NumberBounds {
    fileprivate var asSetting: String {
        let bounds = [(">", over), ("<", under), ("≥", atLeast), ("≤", atMost)]
        return bounds.compactMap { sign, bound in bound.map { "\(sign) \(plain($0))" } }.joined(separator: " ")
    }

    private func plain(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
