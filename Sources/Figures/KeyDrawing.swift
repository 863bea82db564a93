/// The line that explains the marks. Each swatch is drawn as the mark is, and only what the figure draws is explained.
struct KeyDrawing {
    let entries: [(swatch: Swatch, word: String)]

    enum Swatch {
        case bar, strip, tick, rest, line, heat
        case hatch(Hatch)
    }

    init(_ key: FunnelFigure.Key, of rows: [BarLayout]) {
        let hatches = Set(rows.filter { $0.missing != nil }.map(\.hatch))
        var entries: [(swatch: Swatch, word: String)] = [(.bar, key.thisWeek)]
        if rows.contains(where: { $0.previous != nil }) { entries.append((.strip, key.lastWeek)) }
        if rows.contains(where: { $0.target != nil }) { entries.append((.tick, key.target)) }
        if hatches.contains(.lost) { entries.append((.hatch(.lost), key.lost)) }
        if hatches.contains(.hot) {
            entries.append((.hatch(.hot), key.bottleneck))
        } else if hatches.contains(.openHot) {
            entries.append((.hatch(.openHot), key.bottleneck))
        }
        if hatches.contains(.open) { entries.append((.hatch(.open), key.maturing)) }
        if let word = key.expected, rows.contains(where: { $0.expected != nil }) {
            entries.append((.hatch(.expected), word))
        }
        self.entries = entries
    }

    init(_ entries: [(swatch: Swatch, word: String)]) {
        self.entries = entries
    }

    func write(to markup: inout Markup) {
        markup.element("p", ["class": "key", "aria-hidden": "true"]) { markup in
            for entry in entries {
                markup.element("span") { markup in
                    let width = entry.swatch.width
                    let size: KeyValuePairs = ["class": "k", "width": width, "height": "14", "focusable": "false"]
                    markup.element("svg", size) { entry.swatch.write(to: &$0) }
                    markup.line(escaped(entry.word))
                }
            }
        }
    }
}

extension KeyDrawing.Swatch {
    fileprivate var width: String {
        switch self {
        case .tick: "4"
        case .heat: "70"
        default: "16"
        }
    }

    fileprivate func write(to markup: inout Markup) {
        switch self {
        case .bar: block(Paint.bar.name, y: 2, height: 10, fill: Paint.bar.light, to: &markup)
        case .line:
            let line = Paint.line
            markup.mark(
                "line",
                [
                    "class": line.name, "x1": "0", "x2": "16", "y1": "7", "y2": "7", "stroke": line.light,
                    "stroke-width": "2",
                ]
            )
        case .heat:
            for (step, paint) in Paint.heat.enumerated() {
                markup.block(paint, x: "\(14 * step)", y: "2", width: "13", height: "10")
            }
        case .rest: block(Paint.lastWeek.name, y: 2, height: 10, fill: Paint.lastWeek.light, to: &markup)
        case .strip: block(Paint.lastWeek.name, y: 6, height: 3, fill: Paint.lastWeek.light, to: &markup)
        case .tick:
            let paint = Paint.target
            markup.mark(
                "line",
                [
                    "class": paint.name, "x1": "2", "x2": "2", "y1": "0", "y2": "14", "stroke": paint.light,
                    "stroke-width": "2.5",
                ]
            )
        case .hatch(let hatch): block(hatch.rawValue, y: 2, height: 10, fill: hatch.fill, to: &markup)
        }
    }

    private func block(_ name: String, y: Int, height: Int, fill: String, to markup: inout Markup) {
        markup.mark(
            "rect",
            ["class": name, "x": "0", "y": "\(y)", "width": "16", "height": "\(height)", "fill": fill]
        )
    }
}
