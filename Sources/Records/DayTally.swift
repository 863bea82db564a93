public import Calendars

/// How many rows there are of each local day, by who uses them.
public struct DayTally: Sendable {
    /// A local day, as a row's time lies in it.
    public struct Day: Hashable, Sendable {
        /// The date that the zone's calendar shows, as a day number.
        public var date: Int
        /// The last date that has begun by then. It is another only where a clock is put back over midnight.
        public var begun: Int
    }

    /// The rows of one day that the same funnels use.
    public struct Key: Hashable, Sendable {
        /// The day.
        public var day: Day
        /// One bit a funnel.
        public var users: UInt64
    }

    /// Rows by day and users.
    public private(set) var counts: [Key: Int] = [:]

    /// The days that have any row.
    public var dates: Set<LocalDate> { Set(counts.keys.map { LocalDate(dayNumber: $0.day.date) }) }

    mutating func add(_ count: Int, _ key: Key) {
        if count > 0 { counts[key, default: 0] += count }
    }
}

/// Counts the rows of a chunk by day, with a memory for the hours of universal time that were asked for lately.
struct DayCounter {
    private struct Hour {
        /// Since 1970.
        var number = Int64.min
        /// The index of the day on which all of the hour lies.
        var day = 0
    }

    private static let microsecondsAnHour = microsecondsADay / 24
    private let zone: Zone
    private var hours = [Hour](repeating: Hour(), count: 4096)
    private var days: [DayTally.Day] = []
    private var indexOfDay: [DayTally.Day: Int] = [:]
    private var users: [UInt64] = []
    /// By day, and within a day by `users`.
    private var counts: [Int] = []

    init(_ zone: Zone) {
        self.zone = zone
    }

    /// The index of a set of users, for `add`.
    mutating func index(ofUsers mask: UInt64) -> Int {
        if let index = users.firstIndex(of: mask) { return index }
        let old = (counts: counts, width: users.count)
        users.append(mask)
        counts = Array(repeating: 0, count: days.count * users.count)
        for (index, count) in old.counts.enumerated() {
            counts[index / old.width * users.count + index % old.width] = count
        }
        return users.count - 1
    }

    /// Counts a row.
    @inline(__always)
    mutating func add(at microseconds: Int64, users index: Int) {
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: Self.microsecondsAnHour)
        let hour = remainder < 0 ? quotient - 1 : quotient
        let slot = Int(truncatingIfNeeded: hour & 4095)
        let day = hours[slot].number == hour ? hours[slot].day : find(microseconds, hour: hour)
        counts[day * users.count + index] += 1
    }

    /// Everything counted, and begins anew.
    mutating func take() -> [(key: DayTally.Key, count: Int)] {
        var taken: [(key: DayTally.Key, count: Int)] = []
        for (index, count) in counts.enumerated() where count > 0 {
            let key = DayTally.Key(day: days[index / users.count], users: users[index % users.count])
            taken.append((key, count))
            counts[index] = 0
        }
        return taken
    }

    private mutating func find(_ microseconds: Int64, hour: Int64) -> Int {
        let index = self.index(of: day(at: microseconds))
        let start = hour * Self.microsecondsAnHour
        let first = day(at: start)
        if first == day(at: start + Self.microsecondsAnHour - 1), first == days[index] {
            hours[Int(truncatingIfNeeded: hour & 4095)] = Hour(number: hour, day: index)
        }
        return index
    }

    private mutating func index(of day: DayTally.Day) -> Int {
        if let index = indexOfDay[day] { return index }
        indexOfDay[day] = days.count
        days.append(day)
        counts.append(contentsOf: users.map { _ in 0 })
        return days.count - 1
    }

    private func day(at microseconds: Int64) -> DayTally.Day {
        let instant = Instant(microseconds: microseconds)
        let date = zone.local(instant).date
        var begun = date.dayNumber
        if zone.instant(on: date) > instant {
            begun -= 1
        } else if zone.instant(on: date.advanced(by: 1)) <= instant {
            begun += 1
        }
        return DayTally.Day(date: date.dayNumber, begun: begun)
    }
}
