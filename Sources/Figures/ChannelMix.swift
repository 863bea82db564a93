/// Of what parts a whole was made week by week: one 100 % bar a week, the biggest part at the base.
public struct ChannelMix: Sendable, Equatable {
    /// Weeks below which there are bars of change instead.
    public static let leastWeeks = 6
    /// Points by which some part must have moved for a mix to be called changed.
    public static let leastShift = 0.05

    /// A part of the whole.
    public struct Series: Sendable, Equatable {
        /// Its name; shortened where it is long.
        public let name: String
        /// What is written beside its newest bar, e.g. "%42".
        public let text: String
        /// Its size week by week, 0 or more.
        public let sizes: [Double]
        /// Whether it stands for what has no part of its own: grey.
        public let isRest: Bool

        /// A part.
        public init(_ name: String, text: String, sizes: [Double], isRest: Bool = false) {
            self.name = name
            self.text = text
            self.sizes = sizes
            self.isRest = isRest
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The weeks as an axis says them, oldest first.
    public let weeks: [String]
    /// The parts, biggest first, at most four and the rest.
    public let series: [Series]
    /// The words of the ticks 0, 50 and 100 %.
    public let tickTexts: [String]

    /// A mix.
    /// - Precondition: at most five parts, each with a size a week, none negative; three ticks.
    public init(frame: FigureFrame, weeks: [String], series: [Series], tickTexts: [String]) {
        precondition(series.count <= CategoryGrouping.most + 1, "at most four parts and the rest")
        precondition(series.allSatisfy { $0.sizes.count == weeks.count && $0.sizes.allSatisfy { $0 >= 0 } })
        precondition(tickTexts.count == 3)
        self.frame = frame
        self.weeks = weeks
        self.series = series
        self.tickTexts = tickTexts
    }

    /// Whether the mix really changed, so that a picture of it says something: enough weeks, and some part's share of
    /// the newest half differs from its share of the older half by five points or more, and by more than twice what
    /// chance would explain.
    /// - Parameter sizes: Of each part, entities week by week.
    public static func isShown(_ sizes: [[Int]]) -> Bool {
        let weeks = sizes.map(\.count).min() ?? 0
        guard weeks >= leastWeeks else { return false }
        let half = weeks / 2
        let before = sizes.map { $0.prefix(half).reduce(0, +) }
        let after = sizes.map { $0[(weeks - half)..<weeks].reduce(0, +) }
        let (all, now) = (Double(before.reduce(0, +)), Double(after.reduce(0, +)))
        guard all > 0, now > 0 else { return false }
        return zip(before, after).contains { was, isNow in
            let shift = abs(Double(isNow) / now - Double(was) / all)
            let share = Double(was + isNow) / (all + now)
            let error = (share * (1 - share) * (1 / all + 1 / now)).squareRoot()
            return shift >= leastShift && shift > 2 * error
        }
    }

    /// The complete `<figure>`.
    public func html() -> String {
        let layout = MixLayout(of: self)
        return frame.html { markup in
            markup.element("div", ["class": "plot mix"]) { markup in
                frame.picture("chart", height: MixLayout.height, to: &markup) { markup in
                    write(layout, to: &markup)
                }
            }
        }
    }

    private func write(_ layout: MixLayout, to markup: inout Markup) {
        for (index, text) in tickTexts.enumerated() {
            let y = MixLayout.bottom - (MixLayout.bottom - MixLayout.top) * Double(index) / 2
            markup.words(text, .tick, at: LabelPlace(x: 0, dx: -8, baseline: y + 4.5, anchor: .end))
        }
        for block in layout.blocks {
            markup.block(
                paint(of: block.series),
                x: percent(block.x),
                y: oneDecimal(block.top),
                width: percent(layout.width),
                height: oneDecimal(block.height)
            )
        }
        for week in layout.weekTicks {
            let x = layout.xs[week] + layout.width / 2
            let place = LabelPlace(x: x, baseline: MixLayout.bottom + 19, anchor: .middle)
            markup.words(weeks[week], .tick, at: place)
        }
        for label in layout.labels {
            let place = LabelPlace(x: 100, dx: 8, baseline: label.baseline)
            let name = TextExtent.small.shortened(series[label.series].name, to: MixLayout.labelRoom)
            markup.words(series[label.series].text, .ink, at: place)
            markup.words(name, .tick, at: LabelPlace(x: 100, dx: 8, baseline: label.baseline + 14))
        }
    }

    private func paint(of index: Int) -> Paint {
        series[index].isRest ? .lastWeek : Paint.categories[min(index, Paint.categories.count - 1)]
    }
}
