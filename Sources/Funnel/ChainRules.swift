/// What makes rows a chain, in the form that searching needs.
struct ChainRules {
    let stageCount: Int
    let order: StageOrder
    /// From a chain's first row to its last, in microseconds, inclusive; `nil` for no limit.
    let window: Int64?
    /// The stages that a chain may leave out, one bit a stage.
    private let optional: UInt32

    init(_ funnel: FunnelDefinition) {
        stageCount = funnel.stages.count
        order = funnel.order
        window = funnel.windowSeconds.map { $0 * 1_000_000 }
        optional = funnel.stages.indices.reduce(0) { $0 | (funnel.stages[$1].isOptional ? 1 << UInt32($1) : 0) }
    }

    func isOptional(_ stage: Int) -> Bool { optional & (1 << UInt32(stage)) != 0 }

    /// Whether a chain that begins at `start` may end at `end`, as far as the window goes.
    func isInTime(_ end: Int64, from start: Int64) -> Bool { window.map { end - start <= $0 } ?? true }
}
