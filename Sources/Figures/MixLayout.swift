/// Where the parts of a mix lie: percent across, pixels down.
struct MixLayout: Equatable {
    static let height = 252
    static let (top, bottom) = (6.0, 222.0)
    /// Pixels between two parts.
    private static let gap = 2.0
    /// Pixels that a part's number and name take together.
    private static let labelHeight = 31.0
    /// Pixels across at the right of the bars for a name.
    static let labelRoom = 92.0
    /// Pixels of the plot on a phone, and how far apart the ticks of its weeks are at least.
    private static let (phone, leastTickDistance) = (214.0, 72.0)

    /// Left edges of the bars, one a week.
    let xs: [Double]
    /// Width of a bar.
    let width: Double
    let blocks: [Block]
    let labels: [Label]
    let weekTicks: [Int]

    struct Block: Equatable {
        let series: Int
        let week: Int
        let x: Double
        let top: Double
        let height: Double
    }

    /// A part's name beside the newest bar: the base line of its number, its name a line below.
    struct Label: Equatable {
        let series: Int
        let baseline: Double
    }

    init(of mix: ChannelMix) {
        let count = mix.weeks.count
        let step = 100 / Double(max(1, count))
        let width = step * 0.8
        let xs = (0..<count).map { step * Double($0) + (step - width) / 2 }
        self.width = width
        self.xs = xs
        var blocks: [Block] = []
        for week in 0..<count {
            let sizes = mix.series.map { $0.sizes[week] }
            blocks += Self.stack(sizes).map { series, top, height in
                Block(series: series, week: week, x: xs[week], top: top, height: height)
            }
        }
        self.blocks = blocks
        labels = Self.labels(blocks.filter { $0.week == count - 1 }, of: mix.series.count)
        let distance = Self.phone / Double(max(1, count))
        let stride = [1, 2, 3, 4, 5, 6, 8, 10, 13, 26].first { Double($0) * distance >= Self.leastTickDistance }
        weekTicks = Array(Swift.stride(from: count - 1, through: 0, by: -(stride ?? max(1, count))).reversed())
    }

    /// The parts of one bar from the base up; none where the whole is 0. A part too thin for its gap keeps half a pixel.
    private static func stack(_ sizes: [Double]) -> [(series: Int, top: Double, height: Double)] {
        let whole = sizes.reduce(0, +)
        guard whole > 0 else { return [] }
        var foot = bottom
        return sizes.indices.compactMap { index in
            guard sizes[index] > 0 else { return nil }
            let full = sizes[index] / whole * (bottom - top)
            defer { foot -= full }
            return (index, foot - full, max(0.5, full - gap))
        }
    }

    /// In the middle of their parts, pushed up where they would touch the one below, then down where they leave the top.
    private static func labels(_ blocks: [Block], of count: Int) -> [Label] {
        var middles = blocks.map { (series: $0.series, y: $0.top + $0.height / 2) }
        var ceiling = bottom - labelHeight / 2 + 4
        for index in middles.indices {
            middles[index].y = min(middles[index].y, ceiling)
            ceiling = middles[index].y - labelHeight
        }
        var floor = top + labelHeight / 2
        for index in middles.indices.reversed() {
            middles[index].y = max(middles[index].y, floor)
            floor = middles[index].y + labelHeight
        }
        return middles.map { Label(series: $0.series, baseline: $0.y - 2) }
    }
}
