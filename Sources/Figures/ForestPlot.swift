/// The differences of a test's variants from the control, each with its 95 % interval, against the line of no
/// difference. Names and numbers are words beside the marks, which are therefore hidden from assistive technology.
public struct ForestPlot: Sendable, Equatable {
    /// What may be said of a difference.
    public enum Verdict: Sendable, Equatable {
        /// The set sample is not reached: drawn hollow and dashed, and no verdict.
        case running
        /// The interval holds 0.
        case open
        /// Better than the control.
        case better
        /// Worse than the control.
        case worse
    }

    /// A difference.
    public struct Row: Sendable, Equatable {
        /// The stage or variant.
        public let name: String
        /// Points of percentage as a fraction, −1…1; `nil`: there is none.
        public let difference: Double?
        /// Its 95 % interval.
        public let interval: ClosedRange<Double>?
        /// The same in words, e.g. "−2,1 puan (−2,9 … −1,2)", or "sürüyor".
        public let text: String
        /// What may be said of it.
        public let verdict: Verdict

        /// A difference.
        public init(
            _ name: String,
            difference: Double?,
            interval: ClosedRange<Double>?,
            text: String,
            verdict: Verdict
        ) {
            self.name = name
            self.difference = difference
            self.interval = interval
            self.text = text
            self.verdict = verdict
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The differences, in the order of the stages.
    public let rows: [Row]
    /// The differences' axis; see ``axis(for:text:)``.
    public let axis: ValueAxis

    /// A forest plot.
    public init(frame: FigureFrame, rows: [Row], axis: ValueAxis) {
        self.frame = frame
        self.rows = rows
        self.axis = axis
    }

    /// Whether a test has something to draw: one of its rows at least has reached the set sample.
    public static func isShown(_ rows: [Row]) -> Bool {
        rows.contains { $0.verdict != .running && $0.difference != nil }
    }

    /// The axis on which all intervals and the line of no difference are seen.
    public static func axis(for rows: [Row], text: (_ value: Double, _ step: Double) -> String) -> ValueAxis {
        let values = rows.flatMap { row in
            [row.difference, row.interval?.lowerBound, row.interval?.upperBound].compactMap(\.self)
        }
        return ValueAxis(covering: values + [0], within: -1...1, leastSpan: 0.02, mostTicks: 4, text: text)
    }

    /// The complete `<figure>`.
    public func html() -> String {
        frame.html { markup in
            markup.element("ul", ["class": "rows"]) { markup in
                for row in rows {
                    let layout = ForestLayout(of: row, on: axis)
                    markup.row(name: row.name, text: row.text, tone: row.tone, height: ForestLayout.height) {
                        layout.write(to: &$0)
                    }
                }
            }
            markup.element("div", ["class": "rows"]) { $0.decoration(height: 24) { writeAxis(to: &$0) } }
        }
    }

    private func writeAxis(to markup: inout Markup) {
        markup.rule(.axis, from: ("0", "0.5"), to: ("100%", "0.5"))
        for (index, tick) in axis.ticks.enumerated() {
            let x = ForestLayout.x(tick.value, on: axis)
            markup.rule(.axis, from: (percent(x), "0"), to: (percent(x), "5"))
            let anchor: LabelPlace.Anchor =
                x < 8 && index == 0 ? .start : x > 92 && index == axis.ticks.count - 1 ? .end : .middle
            let place = LabelPlace(x: anchor == .start ? 0 : anchor == .end ? 100 : x, baseline: 19, anchor: anchor)
            markup.words(tick.text, tick.value == 0 ? .ink : .tick, at: place)
        }
    }
}

extension ForestPlot.Row {
    fileprivate var tone: Remark.Tone {
        switch verdict {
        case .running: .maturing
        case .open: .plain
        case .better: .good
        case .worse: .bad
        }
    }
}
