public import Calendars
public import Records

/// What became of the rows that were read; with the rejected ones, every row is accounted for.
public struct RowUse: Hashable, Sendable {
    /// Rows that match a stage of the funnel, or that it excludes.
    public var used = 0
    /// Rows that match none.
    public var other = 0
    /// Rows at or after the instant up to which the data are complete.
    public var afterAsOf = 0

    /// No rows.
    public init() {}

    /// Sorts out the rows of a whole table.
    ///
    /// - Parameters:
    ///   - condition: Holds for the rows that are used.
    ///   - asOf: The position before which rows count.
    public init(
        of table: EventTable,
        where condition: Condition,
        on timeline: Timeline,
        before asOf: Int64
    ) {
        let matcher = StageMatcher([Stage(id: "", condition: condition)], in: table)
        for row in 0..<table.rowCount {
            let position = timeline.position(of: Instant(microseconds: table.times[row]))
            add(isUsed: matcher.stages(ofRow: row) != 0, isBeforeAsOf: position < asOf)
        }
    }

    mutating func add(isUsed: Bool, isBeforeAsOf: Bool) {
        if !isBeforeAsOf {
            afterAsOf += 1
        } else if isUsed {
            used += 1
        } else {
            other += 1
        }
    }
}
