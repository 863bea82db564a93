/// A rate week by week: a line in its 95 % interval, on the band of its normal range, against its target.
///
/// All words and formatted numbers come in ready. Labels are placed so that none covers another at any width; where
/// there is no room for one that the table says too, it is left out.
public struct RateTrend: Sendable, Equatable {
    /// Known weeks below which there is no trend, because a line through them would say nothing.
    public static let leastPoints = 6

    /// A week.
    public struct Point: Sendable, Equatable {
        /// The week as an axis says it, e.g. "46. hf".
        public let tick: String
        /// The rate; `nil`: none.
        public let value: Double?
        /// Its 95 % interval.
        public let interval: ClosedRange<Double>?
        /// Whether the rate is not final yet.
        public let isMaturing: Bool
        /// A signal, drawn in colour.
        public let signal: Signal?
        /// What is written beside the point, e.g. "46. hafta %36,0".
        public let label: String?

        /// A week.
        public init(
            tick: String,
            value: Double?,
            interval: ClosedRange<Double>? = nil,
            isMaturing: Bool = false,
            signal: Signal? = nil,
            label: String? = nil
        ) {
            self.tick = tick
            self.value = value
            self.interval = interval
            self.isMaturing = isMaturing
            self.signal = signal
            self.label = label
        }
    }

    /// What a signal means for the reader.
    public enum Signal: Sendable, Equatable {
        /// A signal for the better.
        case good
        /// A signal for the worse.
        case bad
    }

    /// Where the rate usually lies.
    public struct NormalRange: Sendable, Equatable {
        /// From the lower to the upper limit.
        public let limits: ClosedRange<Double>
        /// What is written in the band.
        public let label: String
        /// Whether it stands on too few weeks for a verdict: its edges are dashed.
        public let isProvisional: Bool

        /// A normal range.
        public init(_ limits: ClosedRange<Double>, label: String, isProvisional: Bool = false) {
            self.limits = limits
            self.label = label
            self.isProvisional = isProvisional
        }
    }

    /// Something that was done in a week.
    public struct Mark: Sendable, Equatable {
        /// Index of the week among the points.
        public let index: Int
        /// What it was; shortened where it is long.
        public let label: String

        /// A mark.
        public init(at index: Int, label: String) {
            self.index = index
            self.label = label
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The weeks, oldest first.
    public let points: [Point]
    /// The grey band.
    public let normalRange: NormalRange?
    /// The dashed line and its label.
    public let target: Target?
    /// What was done when: vertical rules with their labels.
    public let marks: [Mark]
    /// What is written at the newest weeks that are not final.
    public let maturingLabel: String
    /// The values' axis; see ``axis(for:normalRange:target:text:)``.
    public let axis: ValueAxis

    /// A value to be reached.
    public struct Target: Sendable, Equatable {
        /// The rate.
        public let value: Double
        /// What is written at its line.
        public let label: String

        /// A target.
        public init(_ value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// A trend.
    /// - Precondition: marks are at points that there are.
    public init(
        frame: FigureFrame,
        points: [Point],
        normalRange: NormalRange? = nil,
        target: Target? = nil,
        marks: [Mark] = [],
        maturingLabel: String,
        axis: ValueAxis
    ) {
        precondition(marks.allSatisfy { points.indices.contains($0.index) }, "a mark is at one of the weeks")
        self.frame = frame
        self.points = points
        self.normalRange = normalRange
        self.target = target
        self.marks = marks
        self.maturingLabel = maturingLabel
        self.axis = axis
    }

    /// Whether `values` are enough for a trend: six known weeks or more.
    public static func isShown(_ values: [Double?]) -> Bool {
        values.lazy.filter { $0 != nil }.count >= leastPoints
    }

    /// The axis on which points, their intervals, the range and the target are all seen: 0…1 at most, and four points of
    /// percentage at least, of tiny rates less.
    public static func axis(
        for points: [Point],
        normalRange: ClosedRange<Double>? = nil,
        target: Double? = nil,
        text: (_ value: Double, _ step: Double) -> String
    ) -> ValueAxis {
        let intervals = points.compactMap(\.interval) + (normalRange.map { [$0] } ?? [])
        let values = points.compactMap(\.value) + intervals.flatMap { [$0.lowerBound, $0.upperBound] }
        let all = values + (target.map { [$0] } ?? [])
        let leastSpan = min(0.04, max(0.002, 1.2 * (all.max() ?? 1)))
        return ValueAxis(covering: all, within: 0...1, leastSpan: leastSpan, text: text)
    }
}
