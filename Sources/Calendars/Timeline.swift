/// The axis that a funnel's times lie on.
///
/// With clock times it is universal time. If a source has dates only, every time is cut to its local day, and a
/// day is 24 hours of the axis, whatever the clocks did: rows of one day are ties, and `7d` means seven dates later.
public enum Timeline: Hashable, Sendable {
    /// Positions are microseconds of universal time; days and weeks are those of the zone.
    case instants(Zone)
    /// Positions are local days since 1970-01-01, times 24 hours.
    case localDays(Zone)

    /// The zone that cuts days and weeks.
    public var zone: Zone {
        switch self {
        case .instants(let zone), .localDays(let zone): zone
        }
    }

    /// Where `instant` lies.
    public func position(of instant: Instant) -> Int64 {
        switch self {
        case .instants: instant.microseconds
        case .localDays(let zone): Int64(zone.local(instant).date.dayNumber) * microsecondsADay
        }
    }

    /// Where `date` begins.
    public func start(of date: LocalDate) -> Int64 {
        switch self {
        case .instants(let zone): zone.instant(on: date).microseconds
        case .localDays: Int64(date.dayNumber) * microsecondsADay
        }
    }

    /// Where `week` begins.
    public func start(of week: Week) -> Int64 { start(of: week.monday) }

    /// Where `week` is over: the beginning of the next.
    public func end(of week: Week) -> Int64 { start(of: week.advanced(by: 1)) }

    /// The local day that `position` lies on.
    public func date(at position: Int64) -> LocalDate {
        switch self {
        case .instants(let zone): zone.local(Instant(microseconds: position)).date
        case .localDays: LocalDate(dayNumber: Int(position.flooredQuotient(by: microsecondsADay)))
        }
    }

    /// The week that `position` lies in.
    public func week(at position: Int64) -> Week { Week(containing: date(at: position)) }

    /// The same clock time so many days later on the local calendar (earlier where negative).
    public func shift(_ position: Int64, days: Int) -> Int64 {
        switch self {
        case .instants(let zone):
            let (date, microseconds) = zone.local(Instant(microseconds: position))
            return zone.instant(on: date.advanced(by: days), microseconds: microseconds).microseconds
        case .localDays:
            return position + Int64(days) * microsecondsADay
        }
    }

    /// The instant at `position`, for printing.
    public func instant(at position: Int64) -> Instant {
        switch self {
        case .instants: Instant(microseconds: position)
        case .localDays(let zone): zone.instant(on: date(at: position))
        }
    }
}
