/// Entities that have been counted, with one passage each, on their way to the other passages.
///
/// It is filled again and again, so that its memory is asked for once.
struct CountedEntities {
    /// A passage and the entity that it is of, by its place among those that were counted together.
    struct Entity {
        var passage = OpenBlock.Passage(week: 0, stages: 0, start: 0)
        var place: Int32 = 0
        /// The row with which it enters.
        var entry: Int32 = 0
    }

    /// As many as `count`; behind them, others of no meaning.
    private(set) var entities: [Entity] = []
    /// As many as `positionCount`.
    private(set) var positions: [Int64] = []
    private(set) var count = 0
    private(set) var positionCount = 0

    /// Lets `body` write so many at most: each entity, and where it reached its stages.
    @inline(__always)
    mutating func fill(
        _ mostEntities: Int,
        _ mostPositions: Int,
        _ body: (inout MutableSpan<Entity>, inout Int, inout MutableSpan<Int64>, inout Int) -> Void
    ) {
        if entities.count < mostEntities { entities = Array(repeating: Entity(), count: mostEntities * 9 / 8) }
        if positions.count < mostPositions { positions = Array(repeating: 0, count: mostPositions * 9 / 8) }
        (count, positionCount) = (0, 0)
        // Moved out and back, so that they need not be looked after anew for every entity.
        var (own, reached): ([Entity], [Int64]) = ([], [])
        swap(&own, &entities)
        swap(&reached, &positions)
        do {
            var entities = own.mutableSpan
            var positions = reached.mutableSpan
            body(&entities, &count, &positions, &positionCount)
        }
        swap(&own, &entities)
        swap(&reached, &positions)
    }

    /// Where an entity reached its stages, in their order.
    func positions(of index: Int) -> ArraySlice<Int64> {
        let passage = entities[index].passage
        return positions[Int(passage.start)..<(Int(passage.start) + passage.stages.nonzeroBitCount)]
    }
}
