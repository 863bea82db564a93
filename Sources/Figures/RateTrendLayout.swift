/// Where the marks of a rate trend lie: percent across, pixels down.
struct RateTrendLayout: Equatable {
    static let height = 252
    static let (top, bottom) = (12.0, 222.0)
    /// Weeks beyond which a line has no dot a week.
    static let mostDots = 26
    /// Where the first and the last week lie.
    private static let (first, last) = (3.0, 97.0)
    /// Pixels of the plot on a phone of 390, and how far apart the ticks of its weeks are at least.
    private static let (phone, leastTickDistance) = (314.0, 72.0)

    /// Percent, one a week.
    let xs: [Double]
    /// One a week; `nil` where the rate is unknown.
    let points: [Position?]
    /// Outlines of the intervals, one a stretch of weeks that have one.
    let ribbons: [[Position]]
    let runs: [LineRun]
    /// Indices of weeks that no line reaches.
    let lonely: [Int]
    /// Top and height of the normal range.
    let band: Span?
    let target: Double?
    /// Where the weeks begin that are not final.
    let openStart: Double?
    let ticks: [Tick]
    let weekTicks: [Int]

    struct Span: Equatable {
        let top: Double
        let height: Double
    }

    struct Tick: Equatable {
        let y: Double
        let text: String
        /// Whether it says the target too.
        let isTarget: Bool
    }

    init(of trend: RateTrend) {
        let weeks = trend.points
        let axis = trend.axis
        func y(_ value: Double) -> Double { Self.bottom - axis.share(of: value) * (Self.bottom - Self.top) }
        let xs = weeks.indices.map { index in
            weeks.count < 2 ? 50 : Self.first + (Self.last - Self.first) * Double(index) / Double(weeks.count - 1)
        }
        points = zip(xs, weeks).map { x, week in week.value.map { Position(x: x, y: y($0)) } }
        runs = LineRun.runs(known: weeks.map { $0.value != nil }, open: weeks.map(\.isMaturing))
        lonely = LineRun.lonely(known: weeks.map { $0.value != nil })
        ribbons = Self.stretches(weeks.map { $0.interval != nil && $0.value != nil }).map { stretch in
            let sides = stretch.compactMap { index in
                weeks[index].interval.map { (x: xs[index], top: y($0.upperBound), bottom: y($0.lowerBound)) }
            }
            let wide =
                sides.count > 1
                ? sides : sides.flatMap { [($0.x - 0.6, $0.top, $0.bottom), ($0.x + 0.6, $0.top, $0.bottom)] }
            return wide.map { Position(x: $0.0, y: $0.1) } + wide.reversed().map { Position(x: $0.0, y: $0.2) }
        }
        band = trend.normalRange.map { range in
            let top = y(range.limits.upperBound)
            return Span(top: top, height: max(1, y(range.limits.lowerBound) - top))
        }
        target = trend.target.map { y($0.value) }
        openStart = Self.openStart(weeks.map(\.isMaturing), xs)
        ticks = axis.ticks.map { tick in
            let isTarget = trend.target.map { tenths(y($0.value)) == tenths(y(tick.value)) } ?? false
            return Tick(y: y(tick.value), text: tick.text, isTarget: isTarget)
        }
        weekTicks = Self.weekTicks(of: weeks.count)
        self.xs = xs
    }

    /// The middle between the last final week and the first that is not; `nil` where all are final.
    private static func openStart(_ open: [Bool], _ xs: [Double]) -> Double? {
        let count = open.reversed().prefix { $0 }.count
        guard count > 0 else { return nil }
        let index = open.count - count
        return index == 0 ? 0 : (xs[index - 1] + xs[index]) / 2
    }

    /// Stretches of neighbours that are `true`.
    private static func stretches(_ flags: [Bool]) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for index in flags.indices where flags[index] {
            if let last = stretches.last, last.upperBound == index {
                stretches[stretches.count - 1] = last.lowerBound..<(index + 1)
            } else {
                stretches.append(index..<(index + 1))
            }
        }
        return stretches
    }

    /// The weeks that the axis names: the newest, and every so many before it, far enough apart on a phone.
    private static func weekTicks(of count: Int) -> [Int] {
        guard count > 1 else { return Array(0..<count) }
        let distance = (last - first) / 100 * phone / Double(count - 1)
        let stride = [1, 2, 3, 4, 5, 6, 8, 10, 13, 26].first { Double($0) * distance >= leastTickDistance } ?? count
        return Array(Swift.stride(from: count - 1, through: 0, by: -stride).reversed())
    }
}
