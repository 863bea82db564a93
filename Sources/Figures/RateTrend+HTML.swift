extension RateTrend {
    /// The complete `<figure>`. The page also needs ``Hatch/definitions()``.
    public func html() -> String {
        let layout = RateTrendLayout(of: self)
        return frame.html { markup in
            markup.element("div", ["class": "plot"]) { markup in
                frame.picture("chart", height: RateTrendLayout.height, to: &markup) { markup in
                    layout.writeGround(of: self, to: &markup)
                    layout.writeLines(to: &markup)
                    writeDots(layout, to: &markup)
                    layout.writeAxes(points.map(\.tick), to: &markup)
                    for label in RateTrendLabels(of: self, in: layout).labels { write(label, to: &markup) }
                }
            }
        }
    }

    private func writeDots(_ layout: RateTrendLayout, to markup: inout Markup) {
        let isDense = points.count > RateTrendLayout.mostDots
        for (index, point) in points.enumerated() {
            guard let position = layout.points[index] else { continue }
            switch (point.isMaturing, point.signal) {
            case (true, nil): markup.ring(at: position, radius: "4")
            case (true, .bad?): markup.ring(.openSignal, at: position, radius: "4")
            case (true, .good?): markup.ring(.openGain, at: position, radius: "4")
            case (false, nil) where point.label != nil: markup.dot(.bar, at: position, radius: "4")
            case (false, nil) where isDense && !layout.lonely.contains(index): continue
            case (false, nil): markup.dot(.bar, at: position, radius: "2")
            case (false, .bad?): markup.dot(.bad, at: position, radius: "5")
            case (false, .good?): markup.dot(.good, at: position, radius: "5")
            }
        }
    }

    private func write(_ label: RateTrendLabels.Label, to markup: inout Markup) {
        let paint: Paint =
            switch label.kind {
            case .point(nil): .label
            case .point(.bad?): .badLabel
            case .point(.good?): .goodLabel
            case .target: .ink
            case .maturing, .range, .mark: .tick
            }
        markup.words(label.text, paint, at: label.place, hasHalo: true)
    }
}

extension RateTrendLayout {
    /// Where weeks that are not final have rates, these are all of one age: the range holds for them, too, and covers the
    /// hatch.
    fileprivate func writeGround(of trend: RateTrend, to markup: inout Markup) {
        let isOfOneAge = trend.points.contains { $0.isMaturing && $0.value != nil }
        if isOfOneAge { writeOpen(to: &markup) }
        writeBand(isDashed: trend.normalRange?.isProvisional == true, to: &markup)
        if !isOfOneAge { writeOpen(to: &markup) }
        for tick in ticks {
            markup.rule(.grid, from: ("0", oneDecimal(tick.y)), to: ("100%", oneDecimal(tick.y)))
        }
        for mark in trend.marks {
            let x = percent(xs[mark.index])
            markup.rule(.axis, from: (x, "0"), to: (x, oneDecimal(Self.bottom)), dash: "1 2")
        }
    }

    private func writeBand(isDashed: Bool, to markup: inout Markup) {
        guard let band else { return }
        let (y, height) = (oneDecimal(band.top), oneDecimal(band.height))
        markup.block(.normalRange, x: "0", y: y, width: "100%", height: height)
        for edge in isDashed ? [band.top, band.top + band.height] : [] {
            markup.rule(.axis, from: ("0", oneDecimal(edge)), to: ("100%", oneDecimal(edge)), dash: "2 3")
        }
    }

    private func writeOpen(to markup: inout Markup) {
        guard let openStart else { return }
        let width = percent(Double(1000 - tenths(openStart)) / 10)
        let height = oneDecimal(Self.bottom - Self.top)
        markup.block(.open, x: percent(openStart), y: oneDecimal(Self.top), width: width, height: height)
    }

    fileprivate func writeLines(to markup: inout Markup) {
        markup.stretched(height: Self.height) { markup in
            for ribbon in ribbons { markup.area(.interval, ribbon) }
            if let target {
                let line = [Position(x: 0, y: target), Position(x: 100, y: target)]
                markup.path(.target, line, width: "1.5", dash: "6 4")
            }
            for run in runs {
                let line = run.indices.compactMap { points[$0] }
                markup.path(.line, line, width: run.isOpen ? "2" : "2.25", dash: run.isOpen ? "3 3" : nil)
            }
        }
    }

    fileprivate func writeAxes(_ weeks: [String], to markup: inout Markup) {
        for tick in ticks {
            let place = LabelPlace(x: 0, dx: -8, baseline: tick.y + 4.5, anchor: .end)
            markup.words(tick.text, tick.isTarget ? .ink : .tick, at: place)
        }
        let bottom = oneDecimal(Self.bottom)
        for index in weekTicks {
            let x = percent(xs[index])
            markup.rule(.axis, from: (x, bottom), to: (x, oneDecimal(Self.bottom + 5)))
            let place = LabelPlace(x: xs[index], baseline: Self.bottom + 19, anchor: .middle)
            markup.words(weeks[index], .tick, at: place)
        }
        markup.rule(.axis, from: ("0", bottom), to: ("100%", bottom))
    }
}
