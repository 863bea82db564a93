/// Where the words of a rate trend stand. The newest point's come first, then other points', the target's, what is not
/// final yet, the range's and the marks'; a word that finds no place is left to the table.
struct RateTrendLabels {
    struct Label: Equatable {
        enum Kind: Equatable {
            case point(RateTrend.Signal?)
            case target, maturing, range, mark
        }

        let text: String
        let kind: Kind
        let place: LabelPlace
    }

    /// Pixels that a mark's words take at most, and where there is no room for that.
    private static let markLengths = [200.0, 150, 110, 80]

    private(set) var labels: [Label] = []
    private var placer: LabelPlacer

    init(of trend: RateTrend, in layout: RateTrendLayout) {
        let lines = layout.runs.map { run in run.indices.compactMap { layout.points[$0] } }
        let target = layout.target.map { [[Position(x: 0, y: $0), Position(x: 100, y: $0)]] } ?? []
        placer = LabelPlacer(rows: 0...(RateTrendLayout.bottom - 1), lines: lines + target)
        for index in trend.points.indices.reversed() {
            let point = trend.points[index]
            guard let position = layout.points[index] else { continue }
            if point.isMaturing || point.signal != nil || point.label != nil { placer.take(position, radius: 5) }
        }
        addPoints(of: trend, in: layout)
        if let target = trend.target, let y = layout.target { addTarget(target.label, y) }
        addMaturing(of: trend, in: layout)
        addMarks(of: trend, in: layout)
        if let range = trend.normalRange, let band = layout.band { addRange(range.label, band) }
    }

    private mutating func add(_ text: String, _ kind: Label.Kind, _ extent: TextExtent, at places: [LabelPlace]) {
        if let place = placer.place(text, extent, at: places) {
            labels.append(Label(text: text, kind: kind, place: place))
        }
    }

    private mutating func addPoints(of trend: RateTrend, in layout: RateTrendLayout) {
        for index in trend.points.indices.reversed() {
            guard let label = trend.points[index].label, let position = layout.points[index] else { continue }
            add(label, .point(trend.points[index].signal), .strong, at: Self.around(position))
        }
    }

    /// Around a dot: left of it, above, below, right of it, and farther.
    private static func around(_ dot: Position) -> [LabelPlace] {
        let rows = [(-11.0, 5.0), (-6, -10), (-6, 20), (-6, -26), (-6, 36), (-6, -42), (-6, 52)]
        let left = rows.map { LabelPlace(x: dot.x, dx: $0.0, baseline: dot.y + $0.1, anchor: .end) }
        let above = [-12.0, 22].map { LabelPlace(x: dot.x, baseline: dot.y + $0, anchor: .middle) }
        let right = rows.map { LabelPlace(x: dot.x, dx: -$0.0, baseline: dot.y + $0.1) }
        return left + above + right
    }

    private mutating func addTarget(_ text: String, _ y: Double) {
        let ends: [(Double, Double, LabelPlace.Anchor)] = [(100, -2, .end), (0, 2, .start), (50, 0, .middle)]
        let places = ends.flatMap { x, dx, anchor in
            [y - 6, y + 16].map { LabelPlace(x: x, dx: dx, baseline: $0, anchor: anchor) }
        }
        add(text, .target, .smallBold, at: places)
    }

    private mutating func addMaturing(of trend: RateTrend, in layout: RateTrendLayout) {
        guard let index = trend.points.indices.last(where: { trend.points[$0].isMaturing && layout.points[$0] != nil }),
            let position = layout.points[index]
        else { return }
        let corners = [RateTrendLayout.bottom - 6, RateTrendLayout.top + 10].map {
            LabelPlace(x: 100, dx: -2, baseline: $0, anchor: .end)
        }
        add(trend.maturingLabel, .maturing, .small, at: Self.around(position) + corners)
    }

    private mutating func addMarks(of trend: RateTrend, in layout: RateTrendLayout) {
        let rows = [11.0, 27, RateTrendLayout.bottom - 6, RateTrendLayout.bottom - 22, 43, 59]
        for mark in trend.marks {
            let x = layout.xs[mark.index]
            let places = rows.flatMap { row in
                [LabelPlace(x: x, dx: 5, baseline: row), LabelPlace(x: x, dx: -5, baseline: row, anchor: .end)]
            }
            for length in Self.markLengths {
                let text = TextExtent.small.shortened(mark.label, to: length)
                guard let place = placer.place(text, .small, at: places) else { continue }
                labels.append(Label(text: text, kind: .mark, place: place))
                break
            }
        }
    }

    private mutating func addRange(_ text: String, _ band: RateTrendLayout.Span) {
        let (top, bottom) = (band.top, band.top + band.height)
        let inside = band.height >= 18 ? [top + 13, bottom - 5] : []
        let rows = inside + [top - 5, bottom + 14]
        add(
            text,
            .range,
            .small,
            at: rows.map { LabelPlace(x: 0, dx: 5, baseline: $0) }
                + rows.map { LabelPlace(x: 100, dx: -5, baseline: $0, anchor: .end) }
        )
    }
}
