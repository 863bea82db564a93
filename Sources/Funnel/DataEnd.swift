public import Calendars
public import Records

/// Up to when a table's rows are complete, if nobody says.
public enum DataEnd: Hashable, Sendable {
    /// No rows at all.
    case noRows
    /// The last local day that has rows; the data are taken to be complete until its end.
    case lastDay(LocalDate)
    /// The last day lies more than seven days after the one before it, so that it may be a slip of the pen.
    case doubtful(last: LocalDate, before: LocalDate)

    /// Looks for the last day with rows in `table`. O(rows).
    public init(of table: EventTable, in zone: Zone) {
        self.init(times: table.times, in: zone)
    }

    /// Looks for the last day with accepted rows. O(days).
    public init(of days: DayTally) {
        self.init(days: Array(days.dates), areWeeks: false)
    }

    /// Looks for the last day that a stage or an outcome is dated. O(records × stages).
    public init(of table: RecordTable, in zone: Zone) {
        let stageTimes = table.reached.joined().compactMap { reaching -> Int64? in
            guard case .at(let time) = reaching else { return nil }
            return time
        }
        self.init(times: stageTimes + table.endings.compactMap { $0?.time }, in: zone)
    }

    /// Looks for the last day that counts stand for, of weekly ones the last week's Sunday. O(rows).
    public init(of table: CountTable) {
        self.init(days: table.days, areWeeks: table.isWeekly)
    }

    /// Looks for the last day that values stand for, of weekly ones the last week's Sunday. O(rows).
    public init(of table: MeasureTable) {
        self.init(days: table.rows.map(\.day), areWeeks: table.isWeekly)
    }

    private init(times: [Int64], in zone: Zone) {
        self.init(days: times.map { zone.local(Instant(microseconds: $0)).date }, areWeeks: false)
    }

    private init(days: [LocalDate], areWeeks: Bool) {
        var days = Set(areWeeks ? days.map { Week(containing: $0).sunday } : days)
        guard let last = days.max() else {
            self = .noRows
            return
        }
        days.remove(last)
        if let before = days.max(), last.dayNumber - before.dayNumber > 7 {
            self = .doubtful(last: last, before: before)
        } else {
            self = .lastDay(last)
        }
    }
}
