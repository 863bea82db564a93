internal import Foundation

/// A time zone's clock: local days and clock times to instants and back.
public struct Zone: Hashable, Sendable {
    private let timeZone: TimeZone

    /// The zone of an IANA name such as `Europe/Istanbul`; `nil` where the platform does not know it.
    public init?(named name: String) {
        guard TimeZone.knownTimeZoneIdentifiers.contains(name) || name == "UTC" || name == "GMT",
            let zone = TimeZone(identifier: name)
        else { return nil }
        timeZone = zone
    }

    private init(_ timeZone: TimeZone) {
        self.timeZone = timeZone
    }

    /// Coordinated universal time.
    public static let utc = Zone(TimeZone.gmt)

    /// The zone's IANA name.
    public var name: String { timeZone.identifier == "GMT" ? "UTC" : timeZone.identifier }

    /// Seconds to add to universal time to get the zone's clock time at `instant`.
    public func offsetSeconds(at instant: Instant) -> Int64 {
        let seconds = instant.microseconds.flooredQuotient(by: 1_000_000)
        return Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }

    /// The instant of a local day and a clock time on it.
    ///
    /// A clock time that the day does not have (the clock was put forward) moves forward by the gap; one that it
    /// has twice is the first.
    /// - Parameter microseconds: Of the clock since midnight, as if the day had 24 hours.
    public func instant(on date: LocalDate, microseconds: Int64 = 0) -> Instant {
        let local = Int64(date.dayNumber) * microsecondsADay + microseconds
        func reading(_ offset: Int64) -> Instant { Instant(microseconds: local - offset * 1_000_000) }
        let before = offsetSeconds(at: Instant(microseconds: local - microsecondsADay))
        let early = reading(before)
        if offsetSeconds(at: early) == before { return early }
        let after = offsetSeconds(at: Instant(microseconds: local + microsecondsADay))
        let late = reading(after)
        return offsetSeconds(at: late) == after ? late : early
    }

    /// The local day of `instant`, and the clock's microseconds since its midnight.
    public func local(_ instant: Instant) -> (date: LocalDate, microseconds: Int64) {
        let local = instant.microseconds + offsetSeconds(at: instant) * 1_000_000
        let day = local.flooredQuotient(by: microsecondsADay)
        return (LocalDate(dayNumber: Int(day)), local - day * microsecondsADay)
    }

    /// `2026-11-16T00:00:00+03:00`, fractions of a second left out.
    public func timestamp(_ instant: Instant) -> String {
        let (date, microseconds) = local(instant)
        let second = Int(microseconds / 1_000_000)
        let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }.joined(separator: ":")
        let offset = Int(offsetSeconds(at: instant))
        let minutes = abs(offset) / 60
        let sign = offset < 0 ? "-" : "+"
        return "\(date)T\(clock)\(sign)\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
    }
}

/// A day of 24 hours.
public let microsecondsADay: Int64 = 86_400_000_000

extension Int64 {
    /// The quotient rounded towards minus infinity.
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
