/// Which share has come by each age: a curve from 0 to 100 %, corrected for those who could not be watched to the end
/// (Kaplan & Meier 1958), with the ages at which half and four of five had come.
public struct TimeCurve: Sendable, Equatable {
    /// An age and the share that had come by it, a fraction.
    public struct Point: Sendable, Equatable {
        /// On the axis of ages.
        public let age: Double
        /// 0…1.
        public let share: Double

        /// A step of the curve.
        public init(age: Double, share: Double) {
            self.age = age
            self.share = share
        }
    }

    /// An age that is named: a dot on the curve.
    public struct Milestone: Sendable, Equatable {
        /// The share that had come by it, e.g. 0.5.
        public let share: Double
        /// The age.
        public let age: Double
        /// What is written beside the dot, e.g. "yarısı 2 gün".
        public let label: String

        /// A milestone.
        public init(share: Double, age: Double, label: String) {
            self.share = share
            self.age = age
            self.label = label
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The curve's steps by age, not falling; before the first one the share is 0.
    public let points: [Point]
    /// Median and 80th percentile; one that is never reached is left out.
    public let milestones: [Milestone]
    /// Ages, from 0 to where the curve ends.
    public let ages: ValueAxis
    /// The words of the ticks 0, 50 and 100 %.
    public let tickTexts: [String]

    /// A curve.
    /// - Precondition: three ticks; ages and shares do not fall.
    public init(frame: FigureFrame, points: [Point], milestones: [Milestone], ages: ValueAxis, tickTexts: [String]) {
        precondition(tickTexts.count == 3)
        precondition(zip(points, points.dropFirst()).allSatisfy { $0.age <= $1.age && $0.share <= $1.share })
        self.frame = frame
        self.points = points
        self.milestones = milestones
        self.ages = ages
        self.tickTexts = tickTexts
    }

    /// Whether a step takes time at all: half of those who come need longer than a minute.
    public static func isShown(medianSeconds: Int64) -> Bool { medianSeconds >= 60 }

    /// The complete `<figure>`.
    public func html() -> String {
        let layout = TimeCurveLayout(of: self)
        return frame.html { markup in
            markup.element("div", ["class": "plot"]) { markup in
                frame.picture("chart", height: TimeCurveLayout.height, to: &markup) { layout.write(self, to: &$0) }
            }
        }
    }
}
