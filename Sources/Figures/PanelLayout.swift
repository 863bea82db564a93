/// Where the two lines of a small multiple lie: percent across, pixels down.
struct PanelLayout: Equatable {
    static let height = 92
    private static let (top, bottom) = (14.0, 74.0)

    let points: [Position?]
    let runs: [LineRun]
    let lonely: [Int]
    let whole: [Position?]
    let wholeRuns: [LineRun]
    let ticks: [Tick]
    let isOpen: Bool

    struct Tick: Equatable {
        let y: Double
        /// Above the largest, below the smallest: where no line runs.
        let baseline: Double
        let text: String
    }

    init(_ values: [Double?], whole: [Double?], maturing: Int, axis: ValueAxis) {
        func y(_ value: Double) -> Double { Self.bottom - axis.share(of: value) * (Self.bottom - Self.top) }
        func x(_ index: Int) -> Double {
            values.count < 2 ? 50 : 2 + 95 * Double(index) / Double(values.count - 1)
        }
        points = values.indices.map { index in values[index].map { Position(x: x(index), y: y($0)) } }
        self.whole = whole.indices.map { index in whole[index].map { Position(x: x(index), y: y($0)) } }
        let open = values.indices.map { $0 >= values.count - maturing }
        runs = LineRun.runs(known: values.map { $0 != nil }, open: open)
        lonely = LineRun.lonely(known: values.map { $0 != nil })
        wholeRuns = LineRun.runs(known: whole.map { $0 != nil }, open: open)
        let ends = axis.ticks.count > 1 ? [axis.ticks[0], axis.ticks[axis.ticks.count - 1]] : axis.ticks
        ticks = ends.enumerated().map { index, tick in
            let y = y(tick.value)
            return Tick(y: y, baseline: index == 0 ? y + 14 : y - 3, text: tick.text)
        }
        isOpen = maturing > 0
    }

    func write(to markup: inout Markup) {
        for tick in ticks {
            markup.rule(.grid, from: ("0", oneDecimal(tick.y)), to: ("100%", oneDecimal(tick.y)))
        }
        markup.stretched(height: Self.height) { markup in
            for run in wholeRuns {
                let line = run.indices.compactMap { whole[$0] }
                markup.path(.wholeLine, line, width: "1.5", dash: run.isOpen ? "3 3" : nil)
            }
            for run in runs {
                let line = run.indices.compactMap { points[$0] }
                markup.path(.line, line, width: "2", dash: run.isOpen ? "3 3" : nil)
            }
        }
        for index in lonely { points[index].map { markup.dot(.bar, at: $0, radius: "2") } }
        if let end = points.last.flatMap(\.self) {
            if isOpen { markup.ring(at: end, radius: "3") } else { markup.dot(.bar, at: end, radius: "3") }
        }
        for tick in ticks {
            markup.words(tick.text, .tick, at: LabelPlace(x: 0, baseline: tick.baseline), hasHalo: true)
        }
    }
}
