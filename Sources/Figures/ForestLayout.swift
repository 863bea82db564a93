/// Where a difference and its interval lie, in percent.
struct ForestLayout: Equatable {
    static let height = 28
    /// Half of the height: where the interval lies.
    private static let middle = "14"

    /// The line of no difference.
    let zero: Double
    let dot: Double?
    let interval: ClosedRange<Double>?
    let verdict: ForestPlot.Verdict

    init(of row: ForestPlot.Row, on axis: ValueAxis) {
        zero = Self.x(0, on: axis)
        dot = row.difference.map { Self.x($0, on: axis) }
        interval = row.interval.map { Self.x($0.lowerBound, on: axis)...Self.x($0.upperBound, on: axis) }
        verdict = row.verdict
    }

    static func x(_ value: Double, on axis: ValueAxis) -> Double { 1 + axis.share(of: value) * 98 }

    func write(to markup: inout Markup) {
        markup.rule(.target, from: (percent(zero), "0"), to: (percent(zero), "\(Self.height)"))
        let paint: Paint =
            switch verdict {
            case .running, .open: .line
            case .better: .goodLine
            case .worse: .badLine
            }
        if let interval {
            let (low, high) = (percent(interval.lowerBound), percent(interval.upperBound))
            let dash = verdict == .running ? "3 3" : nil
            markup.rule(paint, from: (low, Self.middle), to: (high, Self.middle), width: "2", dash: dash)
            for end in [low, high] { markup.rule(paint, from: (end, "9"), to: (end, "19"), width: "2") }
        }
        guard let dot else { return }
        let position = Position(x: dot, y: Double(Self.height) / 2)
        switch verdict {
        case .running: markup.ring(at: position, radius: "4.5")
        case .open: markup.dot(.bar, at: position, radius: "5")
        case .better: markup.dot(.good, at: position, radius: "5")
        case .worse: markup.dot(.bad, at: position, radius: "5")
        }
    }
}
