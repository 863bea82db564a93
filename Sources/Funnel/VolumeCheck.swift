public import Calendars

/// Days on which a source's rows look as if something had gone wrong with their recording.
///
/// A day is held against the median of the same weekday in the eight weeks before, of which at least four must be known:
/// weekly rhythm is no fault, and a level that stays becomes the usual one.
public struct VolumeCheck: Hashable, Sendable {
    /// Days one after another.
    public struct Span: Hashable, Sendable {
        /// The first of them.
        public var first: LocalDate
        /// The last of them.
        public var last: LocalDate

        /// The days from one to another, both included.
        public init(first: LocalDate, last: LocalDate) {
            self.first = first
            self.last = last
        }

        /// How many they are.
        public var count: Int { last.dayNumber - first.dayNumber + 1 }
    }

    /// Days with far more or far fewer rows than usual: over twice or under half of it, and over six times the square root
    /// of it away from it, which is far outside of chance (Poisson).
    public struct Jump: Hashable, Sendable {
        /// The days.
        public var days: Span
        /// Their rows a day.
        public var rowsADay: Double
        /// What was usual on such weekdays.
        public var usual: Double
    }

    /// Days without any row, where the weekday usually has some.
    public var gaps: [Span] = []
    /// Jumps that a tracking fault may have made.
    public var jumps: [Jump] = []

    private static let weeksBefore = 8
    private static let leastWeeks = 4
    private static let leastUsual = 20.0

    /// Looks through the days from the first with rows to `end`. O(days).
    /// - Parameter rows: How many rows there are of each day.
    public init(_ rows: [LocalDate: Int], until end: LocalDate) {
        guard let first = rows.keys.min(), first <= end else { return }
        let counts = (first.dayNumber...end.dayNumber).map { rows[LocalDate(dayNumber: $0)] ?? 0 }
        for day in counts.indices {
            let date = first.advanced(by: day)
            guard let usual = Self.usual(on: day, in: counts), usual >= 1 else { continue }
            if counts[day] == 0 {
                gaps.extend(by: date)
            } else if usual >= Self.leastUsual, Self.isFar(Double(counts[day]), from: usual) {
                add(Double(counts[day]), usual, on: date)
            }
        }
    }

    private static func usual(on day: Int, in counts: [Int]) -> Double? {
        let before = (1...weeksBefore).map { day - 7 * $0 }.filter { $0 >= 0 }.map { counts[$0] }.sorted()
        guard before.count >= leastWeeks else { return nil }
        let middle = before.count / 2
        return before.count.isMultiple(of: 2)
            ? Double(before[middle - 1] + before[middle]) / 2 : Double(before[middle])
    }

    private static func isFar(_ count: Double, from usual: Double) -> Bool {
        (count > usual * 2 || count < usual / 2) && abs(count - usual) > 6 * usual.squareRoot()
    }

    private mutating func add(_ count: Double, _ usual: Double, on date: LocalDate) {
        if let last = jumps.last, last.days.last.advanced(by: 1) == date,
            (last.rowsADay > last.usual) == (count > usual)
        {
            let days = Double(last.days.count)
            jumps[jumps.count - 1] = Jump(
                days: Span(first: last.days.first, last: date),
                rowsADay: (last.rowsADay * days + count) / (days + 1),
                usual: (last.usual * days + usual) / (days + 1)
            )
        } else {
            jumps.append(Jump(days: Span(first: date, last: date), rowsADay: count, usual: usual))
        }
    }
}

extension [VolumeCheck.Span] {
    fileprivate mutating func extend(by date: LocalDate) {
        if let last = self.last, last.last.advanced(by: 1) == date {
            self[count - 1].last = date
        } else {
            append(VolumeCheck.Span(first: date, last: date))
        }
    }
}
