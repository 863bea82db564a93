internal import Calendars

/// Clock times of a zone to instants, with a memory for the local hours that were asked for lately.
///
/// The results are those of `Zone.instant(on:microseconds:)`. An hour is remembered only if its first and its last
/// microsecond are equally far ahead of universal time, so that the clock is not changed within it; the others (two
/// or three a year) are asked for each time. The memory is bounded: 4096 hours, about half a year.
struct ZoneClock: Sendable {
    private struct Hour {
        /// Local hours since 1970-01-01T00:00.
        var number = Int.min
        /// What the local clock is ahead of universal time.
        var ahead: Int64 = 0
    }

    private static let microsecondsAnHour = microsecondsADay / 24
    private let zone: Zone
    private var hours = [Hour](repeating: Hour(), count: 4096)

    init(_ zone: Zone) {
        self.zone = zone
    }

    /// The instant of `time`, in microseconds since 1970 UTC; a date alone is its midnight in the zone.
    mutating func microseconds(of time: SpelledTime) -> Int64 {
        let clock = time.clock ?? 0
        let local = Int64(time.date.dayNumber) * microsecondsADay + clock
        if let offset = time.offsetSeconds { return local - offset * 1_000_000 }
        let hour = time.date.dayNumber * 24 + Int(clock / Self.microsecondsAnHour)
        let slot = hour & (hours.count - 1)
        if hours[slot].number == hour { return local - hours[slot].ahead }
        if let ahead = ahead(inHourOf: clock, on: time.date) {
            hours[slot] = Hour(number: hour, ahead: ahead)
        }
        return zone.instant(on: time.date, microseconds: clock).microseconds
    }

    /// What the local clock is ahead of universal time in the whole hour; `nil` where it changes within.
    private func ahead(inHourOf clock: Int64, on date: LocalDate) -> Int64? {
        let first = clock - clock % Self.microsecondsAnHour
        let start = ahead(at: first, on: date)
        return ahead(at: first + Self.microsecondsAnHour - 1, on: date) == start ? start : nil
    }

    private func ahead(at clock: Int64, on date: LocalDate) -> Int64 {
        let local = Int64(date.dayNumber) * microsecondsADay + clock
        return local - zone.instant(on: date, microseconds: clock).microseconds
    }
}
