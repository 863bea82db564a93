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
        var days = Set(table.times.map { zone.local(Instant(microseconds: $0)).date })
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
