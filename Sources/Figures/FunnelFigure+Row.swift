extension FunnelFigure {
    /// One stage: its name and count, its bar, what is said under the bar, and the step to the next stage.
    public struct Row: Sendable, Equatable {
        /// The stage's name; long ones wrap.
        public let name: String
        /// Entities that reached the stage, 0 or more; `nil` where nobody knows: no bar is drawn, and nothing is missing.
        public let count: Int?
        /// ``count`` as the reader sees it.
        public let countText: String
        /// The count the bar is held against: last week's, at the same age. `nil`: none.
        public let previous: Int?
        /// The week's target count. `nil`: none.
        public let target: Int?
        /// The target in words, e.g. "hedef 12.000"; shown at the right even where no tick is drawn.
        public let targetText: String?
        /// The count estimated for the day the stage has matured; drawn where it exceeds ``count``.
        public let expected: Int?
        /// The count of the stage this one's rate is taken from, where that is not the row before (an optional stage
        /// lies between). Those of it who are not in ``count`` are hatched.
        public let base: Int?
        /// Whether the count is not final yet: who is missing has not passed *yet*, and is not drawn as lost.
        public let isMaturing: Bool
        /// What is said at the left under the bar: change against last week, "maturing".
        public let remarks: [Remark]
        /// The step to the next stage; `nil` for the last one.
        public let step: Step?

        /// A stage.
        /// - Precondition: no number is negative.
        public init(
            name: String,
            count: Int?,
            countText: String,
            previous: Int? = nil,
            target: Int? = nil,
            targetText: String? = nil,
            expected: Int? = nil,
            base: Int? = nil,
            isMaturing: Bool = false,
            remarks: [Remark] = [],
            step: Step? = nil
        ) {
            precondition([count, previous, target, expected, base].allSatisfy { $0 ?? 0 >= 0 }, "counts start at 0")
            self.name = name
            self.count = count
            self.countText = countText
            self.previous = previous
            self.target = target
            self.targetText = targetText
            self.expected = expected
            self.base = base
            self.isMaturing = isMaturing
            self.remarks = remarks
            self.step = step
        }
    }

    /// The way from one stage to the next.
    public struct Step: Sendable, Equatable {
        /// What is said after the arrow, piece by piece, the spaces included: the rate, its interval and the loss; or
        /// the sentence that stands instead (no entrants, a next stage larger than this one, a small sample).
        public let line: [Piece]
        /// What is said after the line: "biggest bottleneck", "for now".
        public let remarks: [Remark]
        /// Whether the loss of this step is drawn as the bottleneck.
        public let isBottleneck: Bool

        /// A step.
        public init(line: [Piece], remarks: [Remark] = [], isBottleneck: Bool = false) {
            self.line = line
            self.remarks = remarks
            self.isBottleneck = isBottleneck
        }
    }

    /// A run of words of a step's line.
    public enum Piece: Sendable, Equatable {
        /// Words as any others.
        case plain(String)
        /// The number the line is about.
        case strong(String)
        /// An interval, smaller and never broken over two lines.
        case interval(String)
    }
}
