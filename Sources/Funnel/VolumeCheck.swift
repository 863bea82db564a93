public import Calendars

/// Days, or weeks of a source with few rows, that look as if something had gone wrong with their recording.
///
/// A day is held against the median of the same weekday in the eight weeks before, of which at least four must be known:
/// weekly rhythm is no fault, and a level that stays becomes the usual one. A week is held against the eight before it.
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
        /// What was usual on such days.
        public var usual: Double
    }

    /// What is added up.
    public enum Unit: String, Sendable {
        /// Rows.
        case rows
        /// The numbers that rows of counts give to the first stage.
        case counts
    }

    /// A day or week that stands out.
    struct Fault: Hashable, Sendable {
        var days: Span
        var count: Int
        var usual: Double
        var isGap: Bool { count == 0 }
    }

    /// What the numbers are of.
    public let unit: Unit
    /// 1 where days are looked at, 7 where weeks are: a source with fewer than 20 a day in its first four weeks.
    public let everyDays: Int
    var faults: [Fault] = []

    private static let weeksBefore = 8
    private static let leastWeeks = 4
    /// Below so many a day or week, chance alone jumps.
    private static let leastUsual = 20.0
    /// Of so many a day or week, chance leaves none once in 3,000 (Poisson).
    private static let leastForGap = 8.0

    /// Looks through the days from the first with rows to `end`, of weeks only whole ones. O(days).
    /// - Parameter rows: How many rows there are of each day; a source whose rows are of weeks gives them to Mondays.
    public init(_ rows: [LocalDate: Int], of unit: Unit = .rows, until end: LocalDate, isWeekly: Bool = false) {
        self.unit = unit
        let known = rows.filter { $0.key <= end }
        guard let first = known.keys.min() else {
            everyDays = isWeekly ? 7 : 1
            return
        }
        everyDays = isWeekly || Self.isSparse(known, from: first, to: end) ? 7 : 1
        let start = everyDays == 7 ? Week(containing: first).monday : first
        let sums = Self.sums(of: known, from: start, to: end, everyDays)
        for place in sums.indices {
            let step = 7 / everyDays
            guard let usual = Self.usual(at: place, in: sums, every: step) else { continue }
            let isFault =
                sums[place] == 0
                ? usual >= Self.leastForGap
                : usual >= Self.leastUsual && Self.isFar(Double(sums[place]), from: usual)
            guard isFault else { continue }
            let day = start.advanced(by: place * everyDays)
            let span = Span(first: day, last: day.advanced(by: everyDays - 1))
            faults.append(Fault(days: span, count: sums[place], usual: usual))
        }
    }

    /// Days, or weeks, without any row where there usually are some.
    public var gaps: [Span] {
        faults.filter(\.isGap).reduce(into: []) { spans, fault in
            if let last = spans.last, last.last.advanced(by: 1) == fault.days.first {
                spans[spans.count - 1].last = fault.days.last
            } else {
                spans.append(fault.days)
            }
        }
    }

    /// Jumps that a tracking fault may have made.
    public var jumps: [Jump] {
        faults.filter { !$0.isGap }.reduce(into: []) { jumps, fault in
            let length = Double(fault.days.count)
            let (count, usual) = (Double(fault.count) / length, fault.usual / length)
            guard let last = jumps.last, last.days.last.advanced(by: 1) == fault.days.first,
                (last.rowsADay > last.usual) == (count > usual)
            else { return jumps.append(Jump(days: fault.days, rowsADay: count, usual: usual)) }
            let before = Double(last.days.count)
            jumps[jumps.count - 1] = Jump(
                days: Span(first: last.days.first, last: fault.days.last),
                rowsADay: (last.rowsADay * before + count * length) / (before + length),
                usual: (last.usual * before + usual * length) / (before + length)
            )
        }
    }

    /// What stands out in one week; later weeks do not change it.
    public func part(of week: Week) -> VolumeCheck {
        var part = self
        part.faults = faults.filter { $0.days.first >= week.monday && $0.days.last <= week.sunday }
        return part
    }

    /// Whether there are too few rows to look at days; told by the first four weeks, so that later ones change nothing.
    private static func isSparse(_ rows: [LocalDate: Int], from first: LocalDate, to end: LocalDate) -> Bool {
        let last = min(end, first.advanced(by: 7 * leastWeeks - 1))
        let sum = rows.filter { $0.key <= last }.values.reduce(0, +)
        return Double(sum) < leastUsual * Double(last.dayNumber - first.dayNumber + 1)
    }

    /// One number a day, or a week that is over.
    private static func sums(
        of rows: [LocalDate: Int],
        from start: LocalDate,
        to end: LocalDate,
        _ everyDays: Int
    ) -> [Int] {
        var sums = Array(repeating: 0, count: (end.dayNumber - start.dayNumber + 1) / everyDays)
        for (date, count) in rows {
            let place = (date.dayNumber - start.dayNumber) / everyDays
            if sums.indices.contains(place) { sums[place] += count }
        }
        return sums
    }

    private static func usual(at place: Int, in sums: [Int], every step: Int) -> Double? {
        let before = (1...weeksBefore).map { place - step * $0 }.filter { $0 >= 0 }.map { sums[$0] }.sorted()
        guard before.count >= leastWeeks else { return nil }
        let middle = before.count / 2
        return before.count.isMultiple(of: 2)
            ? Double(before[middle - 1] + before[middle]) / 2 : Double(before[middle])
    }

    private static func isFar(_ count: Double, from usual: Double) -> Bool {
        (count > usual * 2 || count < usual / 2) && abs(count - usual) > 6 * usual.squareRoot()
    }
}
