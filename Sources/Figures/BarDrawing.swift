/// One stage's track as SVG. It has no view box: positions are percent across and pixels down, so that it fills any
/// width and its lines keep their thickness.
struct BarDrawing {
    let layout: BarLayout
    let measures: Measures

    /// Pixels down.
    struct Measures {
        let height: Int
        let track: (y: Int, height: Int)
        let strip: (y: Int, height: Int)

        static let full = Measures(height: 30, track: (4, 22), strip: (27, 3))
        static let compact = Measures(height: 20, track: (2, 14), strip: (17, 3))

        init(height: Int, track: (y: Int, height: Int), strip: (y: Int, height: Int)) {
            (self.height, self.track, self.strip) = (height, track, strip)
        }

        init(_ density: FunnelLayout.Density) {
            self = density == .full ? .full : .compact
        }
    }

    func write(to markup: inout Markup) {
        let attributes: KeyValuePairs = [
            "class": "bar", "width": "100%", "height": "\(measures.height)", "aria-hidden": "true",
            "focusable": "false",
        ]
        markup.element("svg", attributes) { markup in
            block(Paint.track.name, at: "0", width: "100%", fill: Paint.track.light, to: &markup)
            hatched("missing", layout.missing, layout.hatch, to: &markup)
            hatched("expected", layout.expected, .expected, to: &markup)
            if let bar = layout.bar { reach(bar, .bar, measures.track, to: &markup) }
            if let previous = layout.previous { reach(previous, .lastWeek, measures.strip, to: &markup) }
            if let target = layout.target { tick(target, to: &markup) }
        }
    }

    private func hatched(_ name: String, _ stretch: Stretch?, _ hatch: Hatch, to markup: inout Markup) {
        guard let stretch else { return }
        let width = percent(stretch.writtenLength)
        block(name, at: percent(stretch.start), width: width, fill: hatch.fill, to: &markup)
    }

    private func block(_ name: String, at x: String, width: String, fill: String, to markup: inout Markup) {
        let track = measures.track
        markup.mark(
            "rect",
            ["class": name, "x": x, "y": "\(track.y)", "width": width, "height": "\(track.height)", "fill": fill]
        )
    }

    /// The part that grows with the value and the part that is always seen lie on each other: the longer one shows.
    private func reach(_ reach: Reach, _ paint: Paint, _ band: (y: Int, height: Int), to markup: inout Markup) {
        var widths: [String] = []
        if tenths(reach.percent) > 0 { widths.append(percent(reach.percent)) }
        if let pixels = reach.leastPixels { widths.append("\(pixels)") }
        for width in widths {
            markup.mark(
                "rect",
                [
                    "class": paint.name, "x": "0", "y": "\(band.y)", "width": width, "height": "\(band.height)",
                    "fill": paint.light,
                ]
            )
        }
    }

    private func tick(_ target: Double, to markup: inout Markup) {
        for (paint, width) in [(Paint.targetHalo, "6"), (.target, "2.5")] {
            markup.mark(
                "line",
                [
                    "class": paint.name, "x1": percent(target), "x2": percent(target), "y1": "0",
                    "y2": "\(measures.height)", "stroke": paint.light, "stroke-width": width,
                ]
            )
        }
    }
}
