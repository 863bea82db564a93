/// A line the size of a word: the latest weeks of one number, beside which the number stands. Its data are in the table
/// around it, so assistive technology passes it by.
public struct Sparkline: Sendable, Equatable {
    /// Weeks that the step table shows.
    public static let usualWeeks = 12
    /// Weeks that the archive shows.
    public static let yearWeeks = 52
    /// Known weeks below which there is no line, because it would say nothing.
    public static let leastWeeks = 6

    /// How the newest week ends the line. Colour is for signals only.
    public enum End: Sendable, Equatable {
        /// As any other week.
        case plain
        /// A signal.
        case signal
    }

    /// The number week by week, oldest first; `nil` where there is none.
    public let values: [Double?]
    /// Where the newest week usually lies; the grey band.
    public let normalRange: ClosedRange<Double>?
    /// How many of the newest weeks are not final: their line is dashed, the last dot hollow.
    public let maturing: Int
    /// What the newest week is.
    public let end: End
    /// Pixels across.
    public let width: Int

    /// A sparkline.
    /// - Precondition: `maturing` is not negative, `width` is at least 20 pixels.
    public init(
        _ values: [Double?],
        normalRange: ClosedRange<Double>? = nil,
        maturing: Int = 0,
        end: End = .plain,
        width: Int = 104
    ) {
        precondition(maturing >= 0 && width >= 20)
        self.values = values
        self.normalRange = normalRange
        self.maturing = maturing
        self.end = end
        self.width = width
    }

    /// Whether `values` are enough for a line: six known weeks or more.
    public static func isShown(_ values: [Double?]) -> Bool {
        values.lazy.filter { $0 != nil }.count >= leastWeeks
    }

    /// The picture, a single `<svg>`.
    public func svg() -> String {
        let layout = SparklineLayout(of: self)
        var markup = Markup()
        let attributes: KeyValuePairs = [
            "class": "sp", "width": "\(width)", "height": "\(SparklineLayout.height)",
            "viewBox": "0 0 \(width) \(SparklineLayout.height)", "aria-hidden": "true", "focusable": "false",
        ]
        markup.element("svg", attributes) { layout.write(to: &$0, width: width) }
        return markup.text
    }
}

extension SparklineLayout {
    fileprivate func write(to markup: inout Markup, width: Int) {
        if let band {
            let height = oneDecimal(band.bottom - band.top)
            markup.block(.normalRange, x: "0", y: oneDecimal(band.top), width: "\(width)", height: height)
        }
        for run in runs {
            let points = run.indices.compactMap { self.points[$0]?.pair }.joined(separator: " ")
            let line: [(String, String)] = [
                ("class", Paint.line.name), ("points", points), ("fill", "none"), ("stroke", Paint.line.light),
                ("stroke-width", "1.5"),
            ]
            markup.mark("polyline", line + (run.isOpen ? [("stroke-dasharray", "2 2")] : []))
        }
        for index in lonely { points[index].map { dot(.bar, at: $0, radius: "1", to: &markup) } }
        if let end { write(end, to: &markup) }
    }

    private func write(_ end: EndDot, to markup: inout Markup) {
        switch end {
        case .plain(let position): dot(.bar, at: position, radius: "2.5", to: &markup)
        case .signal(let position): dot(.bad, at: position, radius: "3.5", to: &markup)
        case .open(let position, let isSignal):
            let paint = isSignal ? Paint.openSignal : Paint.openDot
            markup.mark(
                "circle",
                [
                    "class": paint.name, "cx": oneDecimal(position.x), "cy": oneDecimal(position.y), "r": "3",
                    "fill": Paint.page.light, "stroke": paint.light, "stroke-width": "1.5",
                ]
            )
        }
    }

    private func dot(_ paint: Paint, at position: Position, radius: String, to markup: inout Markup) {
        markup.mark(
            "circle",
            [
                "class": paint.name, "cx": oneDecimal(position.x), "cy": oneDecimal(position.y), "r": radius,
                "fill": paint.light,
            ]
        )
    }
}
