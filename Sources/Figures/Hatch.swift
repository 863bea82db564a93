/// The hatchings of all figures. Hue says what (blue: lost; orange: lost at the bottleneck), density says how certain
/// (wide: final; dense: not final yet).
public enum Hatch: String, Sendable, CaseIterable {
    /// Lost, for good.
    case lost
    /// Lost at the bottleneck.
    case hot
    /// Not passed yet.
    case open
    /// Not passed yet, at the bottleneck.
    case openHot = "open-hot"
    /// Estimated to come.
    case expected

    /// The definitions that the figures of a page refer to: an element that takes no room, put once on each page with
    /// figures, before the first of them. Its ids begin with `hn-`.
    public static func definitions() -> String {
        var markup = Markup()
        let attributes: KeyValuePairs = [
            "class": "defs", "width": "0", "height": "0", "aria-hidden": "true", "focusable": "false",
        ]
        markup.element("svg", attributes) { markup in
            markup.element("defs") { markup in
                for hatch in allCases { hatch.write(to: &markup) }
            }
        }
        return markup.text
    }

    /// The value of a `fill` attribute.
    var fill: String { "url(#\(id))" }

    private var id: String { "hn-\(rawValue)" }

    /// Period, width of the line, its slope in degrees; classes and light colours of ground and line.
    private var weave: (period: Int, line: String, slope: Int, ground: Paint, stroke: Paint) {
        switch self {
        case .lost: (6, "1.5", 45, .lost, .lostLine)
        case .hot: (6, "1.5", 45, .hot, .hotLine)
        case .open: (4, "1", -45, .page, .openLine)
        case .openHot: (4, "1", -45, .page, .hotLine)
        case .expected: (4, "2", -45, .page, .bar)
        }
    }

    private func write(to markup: inout Markup) {
        let weave = weave
        let period = "\(weave.period)"
        let attributes: KeyValuePairs = [
            "id": id, "width": period, "height": period, "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(\(weave.slope))",
        ]
        markup.element("pattern", attributes) { markup in
            markup.mark("rect", weave.ground.attributes(width: period, height: period))
            markup.mark("rect", weave.stroke.attributes(width: weave.line, height: period))
        }
    }
}

extension Paint {
    fileprivate func attributes(width: String, height: String) -> KeyValuePairs<String, String> {
        ["class": name, "width": width, "height": height, "fill": light]
    }
}
