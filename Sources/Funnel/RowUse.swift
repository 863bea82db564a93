public import Calendars
public import Records

/// What became of the rows that were read; with the rejected ones, every row is accounted for.
public struct RowUse: Hashable, Sendable {
    /// Rows that belong to a stage of the funnel, or that it excludes.
    public var used = 0
    /// Rows that belong to none.
    public var other = 0
    /// Rows at or after the instant up to which the data are complete.
    public var afterAsOf = 0

    /// No rows.
    public init() {}

    /// Sorts out the rows of a whole table of events.
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
        self = StagedRows(table, matching: [Stage(id: "", condition: condition)], on: timeline).use(before: asOf)
    }

    /// Sorts out all accepted rows of a scan.
    ///
    /// - Parameters:
    ///   - users: One bit for each funnel whose rows count as used.
    ///   - asOf: The beginning of the day before which rows count.
    public init(of days: DayTally, users: UInt64, on timeline: Timeline, before asOf: Int64) {
        self.init()
        let end = timeline.date(at: asOf).dayNumber
        for (key, count) in days.counts {
            let day = if case .instants = timeline { key.day.begun } else { key.day.date }
            add(count, isUsed: key.users & users != 0, isBeforeAsOf: day < end)
        }
    }

    /// Sorts out the rows of a whole table of records. A round's rows go the same way, together.
    ///
    /// - Parameters:
    ///   - stages: Ids of stages; a round is used if it reached one of them, as far as one can know before `asOf`, and
    ///     after as-of if all its dates of them are.
    ///   - asOf: The position before which dates count.
    public init(of table: RecordTable, reaching stages: [String], on timeline: Timeline, before asOf: Int64) {
        self.init()
        let columns = table.stages.indices.filter { stages.contains(table.stages[$0]) }.map { table.reached[$0] }
        for round in 0..<table.count {
            var (isReached, hasDate, hasDateBefore) = (false, false, false)
            for column in columns where column[round] != .no {
                isReached = true
                guard case .at(let time) = column[round] else { continue }
                hasDate = true
                if timeline.position(of: Instant(microseconds: time)) < asOf { hasDateBefore = true }
            }
            add(table.rowCounts[round], isUsed: isReached, isBeforeAsOf: !hasDate || hasDateBefore)
        }
    }

    /// Sorts out the rows of a whole table of counts.
    ///
    /// - Parameters:
    ///   - stages: Ids of stages; a row is used if it knows a count of one of them.
    ///   - asOf: The position before which a row's day, and its entry week where it has one, must begin.
    public init(of table: CountTable, counting stages: [String], on timeline: Timeline, before asOf: Int64) {
        self.init()
        let columns = table.stages.indices.filter { stages.contains(table.stages[$0]) }.map { table.counts[$0] }
        for row in 0..<table.count {
            add(
                table.rowCounts[row],
                isUsed: columns.contains { $0[row] != nil },
                isBeforeAsOf: table.isRow(row, before: asOf, on: timeline)
            )
        }
    }

    /// Sorts out the rows of a whole table of measures, none of which is other.
    ///
    /// - Parameter asOf: The position before which a row's day must begin.
    public init(of table: MeasureTable, on timeline: Timeline, before asOf: Int64) {
        self.init()
        for day in table.days { add(1, isUsed: true, isBeforeAsOf: timeline.start(of: day) < asOf) }
    }

    mutating func add(_ rows: Int, isUsed: Bool, isBeforeAsOf: Bool) {
        if !isBeforeAsOf {
            afterAsOf += rows
        } else if isUsed {
            used += rows
        } else {
            other += rows
        }
    }
}

extension CountTable {
    /// Whether the row's day begins before `asOf`, and its entry week too where there is one.
    func isRow(_ row: Int, before asOf: Int64, on timeline: Timeline) -> Bool {
        timeline.start(of: days[row]) < asOf && entryWeeks.map { timeline.start(of: $0[row]) < asOf } ?? true
    }
}
