public import Calendars
public import Records

/// How a stage measure comes from the values given.
public enum MeasureFormula: Hashable, Sendable {
    /// The sum of one name's values.
    case sum(String)
    /// The mean of one name's values, each weighted by its base; a value without one counts once.
    case mean(String)
    /// One name's sum over another's: both are summed before they are divided, so that it is never a mean of rates.
    case ratio(String, of: String)
    /// The share of promoters less that of detractors, times 100, all three summed up before they are divided.
    case netScore(promoters: String, detractors: String, of: String)

    /// The names it is made of.
    public var names: [String] {
        switch self {
        case .sum(let name), .mean(let name): [name]
        case .ratio(let name, let base): [name, base]
        case .netScore(let promoters, let detractors, let answers): [promoters, detractors, answers]
        }
    }
}

/// A stage measure, week by week.
public struct MeasureSeries: Sendable {
    /// One week's value.
    public struct Point: Hashable, Sendable {
        /// The week.
        public var week: Week
        /// A fraction for a ratio, −100…100 for a net score, else in the unit given; `nil` where nothing is known, or the
        /// base is 0.
        public var value: Double?
        /// What a ratio was divided by, or how many answers a mean was taken from; `nil` for a sum.
        public var base: Double?
        /// The 95 % interval of a ratio of whole numbers that is a share (Wilson 1927), or of a net score (Bonett & Price
        /// 2012); `nil` for others.
        public var interval: ClosedRange<Double>?
        /// Whether the week was over before the data ended.
        public var isComplete: Bool
        /// Whether the value is not told, because too few stand behind it, or because it would give away such a number.
        public var isHidden = false
        /// The smallest of the counts that the value stands on; `nil` where nothing says how many these are, as of a mean
        /// without bases.
        var fewest: Double? = 0
    }

    /// From the first week with a value to the last, none left out.
    public var points: [Point]
    /// The whole period as one.
    public var total: Point?
    /// What is said of each point; `nil` for weeks that are not over, or of which nothing is known.
    public var judgements: [MeasureJudgement?]

    /// Sums up `table` week by week.
    ///
    /// - Parameters:
    ///   - stage: Only rows of this stage, and those that name none; `nil`: all.
    ///   - asOf: The position before which rows count.
    public init(
        _ formula: MeasureFormula,
        in table: MeasureTable,
        of stage: String? = nil,
        on timeline: Timeline,
        before asOf: Int64
    ) {
        let rows = table.rows.filter { timeline.start(of: $0.day) < asOf && table.isOf(stage, $0) }
        let wanted = formula.names.map { table.names.firstIndex(of: $0) }
        let own = rows.filter { wanted.contains($0.name) }
        let byWeek = Dictionary(grouping: own) { Week(containing: $0.day) }
        guard let first = byWeek.keys.min(), let last = byWeek.keys.max() else {
            (points, total, judgements) = ([], nil, [])
            return
        }
        func point(_ week: Week, _ rows: [MeasureTable.Row]) -> Point {
            let values = wanted.map { name in rows.filter { $0.name == name } }
            var point = formula.point(of: values, in: week)
            point.isComplete = timeline.end(of: week) <= asOf
            return point
        }
        let points = (first.number...last.number).map { point(Week(number: $0), byWeek[Week(number: $0)] ?? []) }
        self.points = points
        judgements = Self.judgements(of: points, by: formula)
        total = point(last, own)
    }
}

extension MeasureSeries.Point {
    /// The same without its numbers.
    var hidden: MeasureSeries.Point { MeasureSeries.Point(week: week, isComplete: isComplete, isHidden: true) }
}

extension MeasureFormula {
    /// The value of `rows`, one list a name of the formula.
    fileprivate func point(of rows: [[MeasureTable.Row]], in week: Week) -> MeasureSeries.Point {
        var point = MeasureSeries.Point(week: week, isComplete: false)
        func sum(_ index: Int) -> Double? {
            rows[index].isEmpty ? nil : rows[index].map(\.value).reduce(0, +)
        }
        switch self {
        case .sum:
            point.value = sum(0)
            point.fewest = point.value ?? 0
        case .mean:
            let weights = rows[0].map { $0.base ?? 1 }
            let weight = weights.reduce(0, +)
            point.base = weight
            point.fewest = rows[0].contains { $0.base == nil } ? nil : weight
            point.value = weight > 0 ? zip(rows[0], weights).map { $0.value * $1 }.reduce(0, +) / weight : nil
        case .ratio:
            point.base = sum(1)
            point.fewest = min(sum(0) ?? 0, point.base ?? 0)
            guard let part = sum(0), let base = point.base, base > 0 else { break }
            point.value = part / base
            point.interval = share(part, of: base)?.interval
        case .netScore:
            point.base = sum(2)
            guard let answers = point.base, rows[0].count + rows[1].count > 0 else { break }
            let (promoters, detractors) = (sum(0) ?? 0, sum(1) ?? 0)
            point.fewest = min(promoters, detractors, answers)
            point.value = NetScore.value(promoters: promoters, detractors: detractors, answers: answers)
            point.interval = NetScore.interval(promoters: promoters, detractors: detractors, answers: answers)
        }
        return point
    }

    private func share(_ part: Double, of base: Double) -> ConversionRate? {
        guard let part = Int(exactly: part), let base = Int(exactly: base) else { return nil }
        return ConversionRate(part, of: base)
    }
}
