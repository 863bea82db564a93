/// Tells signal from noise, week by week: each number is held against those before it.
///
/// The normal range is learned from the latest 26 numbers before the tested one: eight for a verdict, six or seven for a
/// provisional one, none from fewer. A number beyond it is a signal; so is the eighth in a row on one side of the mean as it
/// was before the eight. From such a run on, once confirmed, the mean is learned anew. How much numbers differ from week to
/// week is still learned from the latest 26, the change of mean left out: eight numbers alone tell that too badly, and
/// would give false alarms.
public struct ControlChart: Sendable {
    /// A number of one week.
    public struct Point: Hashable, Sendable {
        /// A count, or a rate as a fraction.
        public var value: Double
        /// What a rate was taken from; `nil` for a count.
        public var base: Int?

        /// A count.
        public init(count: Int) { value = Double(count) }

        /// A measure's value, 0 or more.
        init(value: Double) { self.value = value }

        /// A rate; `nil` where there is none.
        public init?(_ rate: ConversionRate) {
            guard let value = rate.rate else { return nil }
            (self.value, base) = (value, rate.denominator)
        }
    }

    /// What is said of one number.
    public struct Verdict: Hashable, Sendable {
        /// `nil` with fewer than six numbers before it.
        public var range: NormalRange?
        /// `nil` where the number is as usual, or where a rate has fewer than 30 entrants.
        public var signal: Signal?
    }

    /// The share of numbers without any change in them that the rules call a signal all the same, with 26 weeks before them:
    /// measured over 1,000 simulated processes that do the same every week.
    public static let falseAlarmShare = 0.0159
    /// The share of steps without any change in them at which one of five values of a dimension is called a signal all the
    /// same: measured as ``falseAlarmShare``.
    public static let falseAlarmShareOfValues = 0.0167

    /// So many numbers make a range at all, a verdict, and the longest memory.
    static let (weeksForRange, weeksForVerdict, mostWeeks) = (6, 8, 26)
    /// So many in a row on one side are a signal.
    static let runLength = 8
    /// A rate of fewer entrants is not judged.
    static let smallestBase = 30

    private let points: [Point]
    /// One a point.
    private let rules: [ChartRule]
    /// Where the mean was learned anew, from the first number on.
    private var starts = [0]

    /// One verdict a number, `nil` where there is no number.
    ///
    /// - Parameters:
    ///   - series: The weeks' numbers, oldest first, all counts or all rates; weeks without one are passed over.
    ///   - rules: How strictly each is judged, one a week; `nil`: as a number that is looked at alone.
    /// - Complexity: O(numbers).
    public static func verdicts(on series: [Point?], rules: [ChartRule]? = nil) -> [Verdict?] {
        let places = series.indices.filter { series[$0] != nil }
        var chart = ControlChart(
            points: series.compactMap(\.self),
            rules: places.map { rules?[$0] ?? .alone }
        )
        var verdicts: [Verdict?] = series.map { _ in nil }
        for (index, place) in places.enumerated() { verdicts[place] = chart.verdict(on: index) }
        return verdicts
    }

    private init(points: [Point], rules: [ChartRule]) {
        self.points = points
        self.rules = rules
    }

    /// Must be asked for one number after the other, because a confirmed run changes what the next are held against.
    private mutating func verdict(on index: Int) -> Verdict {
        let (point, rule) = (points[index], rules[index])
        let range = range(before: index, for: point, rule)
        let run = run(endingAt: index, rule)
        if let run, !run.isProvisional { starts.append(index - rule.runLength + 1) }
        let isJudged = rule.isEnough(point, usual: range)
        let beyond = range.flatMap { Self.signal(of: point.value, beyond: $0) }
        return Verdict(range: range, signal: isJudged ? beyond ?? run : nil)
    }

    private static func signal(of value: Double, beyond range: NormalRange) -> Signal? {
        let side: Signal.Direction
        if value > range.high, !isSame(value, range.high) {
            side = .up
        } else if value < range.low, !isSame(value, range.low) {
            side = .down
        } else {
            return nil
        }
        return Signal(direction: side, kind: .beyond, isProvisional: range.isProvisional)
    }

    /// The signal of eight on one side, the last of them at `index`.
    private func run(endingAt index: Int, _ rule: ChartRule) -> Signal? {
        let start = index - rule.runLength + 1
        guard start >= starts[starts.count - 1], let usual = self.range(before: start, for: points[index], rule)
        else { return nil }
        let sides = points[start...index].map { point -> Signal.Direction? in
            Self.isSame(point.value, usual.mean) ? nil : point.value > usual.mean ? .up : .down
        }
        guard let side = sides[0], sides.allSatisfy({ $0 == side }) else { return nil }
        return Signal(direction: side, kind: .run, isProvisional: usual.isProvisional)
    }

    private func range(before index: Int, for point: Point, _ rule: ChartRule) -> NormalRange? {
        let first = max(0, index - Self.mostWeeks)
        let ends = starts.dropFirst() + [index]
        let pieces = zip(starts, ends).compactMap { start, end in
            end > max(first, start) ? points[max(first, start)..<end] : nil
        }
        guard index - max(first, starts[starts.count - 1]) >= Self.weeksForRange else { return nil }
        return NormalRange(of: pieces, for: point, by: rule)
    }

    /// Sums of equal numbers may differ in their last bits.
    private static func isSame(_ one: Double, _ other: Double) -> Bool {
        abs(one - other) <= 1e-9 * max(1e-3, abs(one), abs(other))
    }
}
