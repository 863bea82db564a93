internal import Diagnostics
internal import Funnel
internal import Settings

extension FunnelSettings {
    /// Said where stages share rows under `order: any`: nothing tells there which of them a row stands for.
    func failure(of shared: SharedRows) -> Failure {
        let (first, second) = (definition.stages[shared.first].id, definition.stages[shared.second].id)
        let rows = shared.count == 1 ? "1 row is" : "\(shared.count) rows are"
        return Failure(
            at: position,
            "\(rows) both '\(first)' and '\(second)', and under 'order: any' stages of a funnel may not share rows",
            remedy: "Tell the two apart by their `match`, or write `order: ordered`."
        )
    }
}
