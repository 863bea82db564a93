internal import Calendars

/// A funnel's weeks, each as it stood at any earlier age: what numbers that still mature are held against.
protocol AgedWeeks: Sendable {
    /// None left out, oldest first.
    var weeks: [Week] { get }

    /// A stage of the week at `index`, counted as if the data had ended so many weeks earlier on the local calendar.
    ///
    /// - Parameter weeksEarlier: 0, or the distance to a later week of which the stage still matures.
    func stage(_ stage: Int, ofWeekAt index: Int, weeksEarlier: Int) -> AgedStage
}

/// A stage's numbers at some age.
struct AgedStage: Hashable, Sendable {
    /// `nil` where nobody knows.
    var count: Int?
    /// From the previous stage; `nil` for the first.
    var rate: ConversionRate?

    static let unknown = AgedStage(count: nil, rate: nil)

    init(count: Int?, rate: ConversionRate?) {
        self.count = count
        self.rate = rate
    }

    /// A stage's numbers as far as they are told.
    init(_ stage: StageMetrics) {
        self.init(count: stage.count, rate: stage.fromPrevious)
    }
}
