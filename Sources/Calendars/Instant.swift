// Calendars: instants, local days and ISO weeks, by arithmetic; time zones by the platform's data.

/// A point in time, to the microsecond; finer digits of an input are cut off.
public struct Instant: Hashable, Comparable, Sendable {
    /// Since 1970-01-01T00:00:00Z, leap seconds not counted.
    public var microseconds: Int64

    /// The instant so many microseconds after the beginning of 1970, UTC.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The instant so many whole seconds after the beginning of 1970, UTC.
    public init(seconds: Int64) {
        microseconds = seconds * 1_000_000
    }

    /// Earlier comes first.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.microseconds < rhs.microseconds }
}
