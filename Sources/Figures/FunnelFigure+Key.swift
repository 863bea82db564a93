extension FunnelFigure {
    /// The words that explain the marks, in the order in which the key shows them.
    public struct Key: Sendable, Equatable {
        /// Solid bar.
        public let thisWeek: String
        /// Thin grey strip.
        public let lastWeek: String
        /// Tick.
        public let target: String
        /// Hatch.
        public let lost: String
        /// Orange hatch.
        public let bottleneck: String
        /// Dense, pale hatch: who may still come.
        public let maturing: String
        /// Dense hatch in the bar's colour: an estimate. `nil` where no row has one.
        public let expected: String?

        /// The words of a key.
        public init(
            thisWeek: String,
            lastWeek: String,
            target: String,
            lost: String,
            bottleneck: String,
            maturing: String,
            expected: String? = nil
        ) {
            self.thisWeek = thisWeek
            self.lastWeek = lastWeek
            self.target = target
            self.lost = lost
            self.bottleneck = bottleneck
            self.maturing = maturing
            self.expected = expected
        }
    }
}
