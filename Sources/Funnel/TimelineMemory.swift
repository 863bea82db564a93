internal import Calendars

/// A timeline with a memory for the days and weeks that were asked for lately; its answers are the timeline's own.
///
/// An hour of universal time is remembered only if its first and its last microsecond lie on one local day.
struct TimelineMemory {
    private struct Hour {
        /// Since 1970.
        var number = Int64.min
        var dayNumber = 0
    }

    /// 2³⁵ microseconds, nine hours and a half, that lie in one week.
    private struct Stretch {
        /// Since 1970.
        var number = Int64.min
        var week = 0

        static let bits: Int64 = 35
    }

    private static let microsecondsAnHour = microsecondsADay / 24
    let timeline: Timeline
    private var hours = [Hour](repeating: Hour(), count: 8192)
    private var stretches = [Stretch](repeating: Stretch(), count: 1024)
    /// By the lower bits of the week's number.
    private var weeks = [(number: Int, range: Range<Int64>)](repeating: (.min, 0..<0), count: 256)

    init(_ timeline: Timeline) {
        self.timeline = timeline
    }

    /// Where an instant lies.
    @inline(__always)
    mutating func position(of microseconds: Int64) -> Int64 {
        guard case .localDays(let zone) = timeline else { return microseconds }
        return Int64(dayNumber(at: microseconds, in: zone)) * microsecondsADay
    }

    /// The local day that `position` lies on.
    @inline(__always)
    mutating func dayNumber(at position: Int64) -> Int {
        guard case .instants(let zone) = timeline else { return timeline.date(at: position).dayNumber }
        return dayNumber(at: position, in: zone)
    }

    /// The week that `position` lies in.
    @inline(__always)
    mutating func week(at position: Int64) -> Week {
        let number = position >> Stretch.bits
        let known = stretches[Int(truncatingIfNeeded: number & 1023)]
        return known.number == number ? Week(number: known.week) : findWeek(at: position, stretch: number)
    }

    private mutating func findWeek(at position: Int64, stretch number: Int64) -> Week {
        let week = Week(containing: LocalDate(dayNumber: dayNumber(at: position)))
        // Far from where clocks may be changed about midnight.
        let margin = 6 * Self.microsecondsAnHour
        let (start, range) = (number << Stretch.bits, range(of: week))
        if start - range.lowerBound > margin, range.upperBound - start > margin + 1 << Stretch.bits {
            stretches[Int(truncatingIfNeeded: number & 1023)] = Stretch(number: number, week: week.number)
        }
        return week
    }

    /// Where the week begins and ends.
    mutating func range(of week: Week) -> Range<Int64> {
        let slot = week.number & 255
        if weeks[slot].number != week.number {
            weeks[slot] = (week.number, timeline.start(of: week)..<timeline.end(of: week))
        }
        return weeks[slot].range
    }

    @inline(__always)
    private mutating func dayNumber(at microseconds: Int64, in zone: Zone) -> Int {
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: Self.microsecondsAnHour)
        let hour = remainder < 0 ? quotient - 1 : quotient
        let slot = Int(truncatingIfNeeded: hour & 8191)
        return hours[slot].number == hour ? hours[slot].dayNumber : find(microseconds, hour: hour, in: zone)
    }

    private mutating func find(_ microseconds: Int64, hour: Int64, in zone: Zone) -> Int {
        let dayNumber = zone.local(Instant(microseconds: microseconds)).date.dayNumber
        let start = hour * Self.microsecondsAnHour
        let isWhole = [start, start + Self.microsecondsAnHour - 1].allSatisfy { edge in
            zone.local(Instant(microseconds: edge)).date.dayNumber == dayNumber
        }
        if isWhole { hours[Int(truncatingIfNeeded: hour & 8191)] = Hour(number: hour, dayNumber: dayNumber) }
        return dayNumber
    }
}
