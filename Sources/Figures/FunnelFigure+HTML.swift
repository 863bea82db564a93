extension FunnelFigure {
    /// The complete `<figure>`: heading, key, list of stages, data table. The page also needs ``Hatch/definitions()``.
    public func html() -> String {
        let layout = FunnelLayout(of: rows)
        var markup = Markup()
        markup.element("figure", ["class": "fig flow", "aria-labelledby": "\(id)-title"]) { markup in
            markup.element("figcaption") { markup in
                markup.element("h\(headingLevel)", ["id": "\(id)-title", "class": "cap"], text: title)
                markup.element("p", ["class": "sub"], text: subtitle)
            }
            KeyDrawing(key, of: layout.rows).write(to: &markup)
            markup.element("ol", ["class": layout.density == .full ? "funnel" : "funnel compact"]) { markup in
                for index in rows.indices { write(index, of: layout, to: &markup) }
            }
            markup.element("details") { markup in
                markup.element("summary", text: tableSummary)
                table.write(to: &markup)
            }
        }
        return markup.text
    }

    private func write(_ index: Int, of layout: FunnelLayout, to markup: inout Markup) {
        let row = rows[index]
        let opensTail = index == layout.tailStart
        markup.element("li", ["class": opensTail ? "st tail" : "st"]) { markup in
            if opensTail { markup.element("p", ["class": "panel"], text: smallPanelCaption) }
            markup.element("div", ["class": "hd"]) { markup in
                markup.element("span", ["class": "nm"], text: row.name)
                markup.element("span", ["class": "n"], text: row.countText)
            }
            BarDrawing(layout: layout.rows[index], measures: .init(layout.density)).write(to: &markup)
            row.writeMeta(to: &markup)
            row.step?.write(to: &markup)
        }
    }
}

extension FunnelFigure.Row {
    fileprivate func writeMeta(to markup: inout Markup) {
        guard !remarks.isEmpty || targetText != nil else { return }
        markup.element("div", ["class": "mt"]) { markup in
            for remark in remarks { markup.line(remark.html()) }
            if let targetText { markup.element("span", ["class": "tg"], text: targetText) }
        }
    }
}

extension FunnelFigure.Step {
    fileprivate func write(to markup: inout Markup) {
        let words = line.map { $0.html() }.joined()
        let arrow = "<span class=\"arr\" aria-hidden=\"true\">↓</span> "
        let said = remarks.map { ($0.tone == .plain ? " · " : " ") + $0.html() }.joined()
        markup.element("p", ["class": isBottleneck ? "step hot" : "step"], markup: arrow + words + said)
    }
}

extension FunnelFigure.Piece {
    fileprivate func html() -> String {
        switch self {
        case .plain(let text): escaped(text)
        case .strong(let text): "<b>\(escaped(text))</b>"
        case .interval(let text): "<span class=\"ci\">\(escaped(text))</span>"
        }
    }
}
