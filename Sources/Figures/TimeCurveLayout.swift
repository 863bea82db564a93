/// Where the curve, its milestones and their words lie: percent across, pixels down.
struct TimeCurveLayout: Equatable {
    static let height = 252
    static let (top, bottom) = (12.0, 222.0)
    /// Percent across below which a step is not drawn by itself.
    private static let leastStep = 0.5

    /// Corners of the curve, as steps.
    let curve: [Position]
    let dots: [Position]
    let labels: [LabelPlace?]

    init(of figure: TimeCurve) {
        func position(_ age: Double, _ share: Double) -> Position {
            Position(
                x: figure.ages.share(of: age) * 100,
                y: Self.bottom - min(1, max(0, share)) * (Self.bottom - Self.top)
            )
        }
        curve = Self.corners(figure.points.map { position($0.age, $0.share) }, start: position(0, 0))
        dots = figure.milestones.map { position($0.age, $0.share) }
        var placer = LabelPlacer(rows: 0...(Self.bottom - 1), lines: [curve])
        for dot in dots { placer.take(dot, radius: 5) }
        labels = zip(figure.milestones, dots).map { milestone, dot in
            placer.place(milestone.label, .strong, at: Self.around(dot))
        }
    }

    /// Steps so near to each other that they cannot be told apart are drawn as one.
    private static func corners(_ steps: [Position], start: Position) -> [Position] {
        var corners = [start]
        var drawn = start
        for (index, step) in steps.enumerated() {
            let isLast = index == steps.count - 1
            if corners.count > 1, !isLast, step.x - drawn.x < leastStep {
                drawn = Position(x: drawn.x, y: step.y)
                corners[corners.count - 1] = drawn
            } else {
                corners += [Position(x: step.x, y: drawn.y), step]
                drawn = step
            }
        }
        if drawn.x < 100 { corners.append(Position(x: 100, y: drawn.y)) }
        return corners
    }

    /// Below right of the dot, where the curve is not; else above left, else farther.
    private static func around(_ dot: Position) -> [LabelPlace] {
        [(10.0, 16.0), (10, 32), (10, -8)].map { LabelPlace(x: dot.x, dx: $0.0, baseline: dot.y + $0.1) }
            + [(-8.0, -8.0), (-8, 18), (-8, 34), (-8, 50)].map {
                LabelPlace(x: dot.x, dx: $0.0, baseline: dot.y + $0.1, anchor: .end)
            } + [LabelPlace(x: dot.x, baseline: dot.y + 22, anchor: .middle)]
    }

    func write(_ figure: TimeCurve, to markup: inout Markup) {
        for (index, text) in figure.tickTexts.enumerated() {
            let y = Self.bottom - (Self.bottom - Self.top) * Double(index) / 2
            markup.rule(.grid, from: ("0", oneDecimal(y)), to: ("100%", oneDecimal(y)))
            markup.words(text, .tick, at: LabelPlace(x: 0, dx: -8, baseline: y + 4.5, anchor: .end))
        }
        for dot in dots {
            let (x, y) = (percent(dot.x), oneDecimal(dot.y))
            markup.rule(.axis, from: ("0", y), to: (x, y), dash: "2 3")
            markup.rule(.axis, from: (x, y), to: (x, oneDecimal(Self.bottom)), dash: "2 3")
        }
        markup.stretched(height: Self.height) { $0.path(.line, curve, width: "2.25") }
        for dot in dots { markup.dot(.bar, at: dot, radius: "4") }
        for (milestone, place) in zip(figure.milestones, labels) {
            if let place { markup.words(milestone.label, .label, at: place, hasHalo: true) }
        }
        writeAges(figure.ages, to: &markup)
    }

    private func writeAges(_ ages: ValueAxis, to markup: inout Markup) {
        let bottom = oneDecimal(Self.bottom)
        for tick in ages.ticks {
            let x = ages.share(of: tick.value) * 100
            markup.rule(.axis, from: (percent(x), bottom), to: (percent(x), oneDecimal(Self.bottom + 5)))
            let anchor: LabelPlace.Anchor = x > 94 ? .end : .middle
            markup.words(tick.text, .tick, at: LabelPlace(x: x, baseline: Self.bottom + 19, anchor: anchor))
        }
        markup.rule(.axis, from: ("0", bottom), to: ("100%", bottom))
    }
}
