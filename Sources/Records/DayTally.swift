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
        /// An hour from which on all lie on that day.
        var first = Int64.min
    }

    /// Hours of one day, and how many rows of the first and the second users have come in them since.
    private struct Stretch {
        var start: Int64 = 0
        /// 0 before the first row.
        var length: UInt64 = 0
        var day = 0
        var counts = (0, 0)

        @inline(__always)
        func contains(_ microseconds: Int64) -> Bool { UInt64(bitPattern: microseconds &- start) < length }
    }

    private static let microsecondsAnHour = microsecondsADay / 24
    private let zone: Zone
    /// The hours about the last row; rows of a log mostly stand day by day.
    private var present = Stretch()
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
        settle()
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
        guard index < 2, present.contains(microseconds) else {
            counts[dayOfAnyHour(microseconds) * users.count + index] += 1
            return
        }
        // Without a branch, as rows of both take turns.
        present.counts.0 += index == 0 ? 1 : 0
        present.counts.1 += index
    }

    /// Puts what has been counted in the present hours where it belongs.
    private mutating func settle() {
        if present.counts.0 > 0 { counts[present.day * users.count] += present.counts.0 }
        if present.counts.1 > 0 { counts[present.day * users.count + 1] += present.counts.1 }
        present.counts = (0, 0)
    }

    private mutating func dayOfAnyHour(_ microseconds: Int64) -> Int {
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: Self.microsecondsAnHour)
        let hour = remainder < 0 ? quotient - 1 : quotient
        let known = hours[Int(truncatingIfNeeded: hour & 4095)]
        guard known.number == hour else { return find(microseconds, hour: hour) }
        settle()
        let length = UInt64(hour + 1 - known.first) * UInt64(Self.microsecondsAnHour)
        present = Stretch(start: known.first * Self.microsecondsAnHour, length: length, day: known.day)
        return known.day
    }

    /// Everything counted, and begins anew.
    mutating func take() -> [(key: DayTally.Key, count: Int)] {
        settle()
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
            let before = hours[Int(truncatingIfNeeded: (hour - 1) & 4095)]
            let isNext = before.number == hour - 1 && before.day == index
            let known = Hour(number: hour, day: index, first: isNext ? before.first : hour)
            hours[Int(truncatingIfNeeded: hour & 4095)] = known
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
