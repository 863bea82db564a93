/// A position: percent of the width across, pixels down.
struct Position: Equatable, Sendable {
    let x: Double
    let y: Double

    /// Two coordinates of a path in a picture that is stretched across.
    var pair: String { "\(oneDecimal(x)),\(oneDecimal(y))" }
}

/// The marks that several figures share. Attributes always come in the same order: class, geometry, colour, line.
extension Markup {
    /// A straight line, in percent or pixels as written.
    mutating func rule(
        _ paint: Paint,
        from start: (x: String, y: String),
        to end: (x: String, y: String),
        width: String = "1",
        dash: String? = nil
    ) {
        let place: KeyValuePairs = [
            "class": paint.name, "x1": start.x, "x2": end.x, "y1": start.y, "y2": end.y, "stroke": paint.light,
        ]
        mark("line", written(place, width: width, dash: dash))
    }

    /// A filled rectangle.
    mutating func block(_ paint: Paint, x: String, y: String, width: String, height: String) {
        mark(
            "rect",
            ["class": paint.name, "x": x, "y": y, "width": width, "height": height, "fill": paint.light]
        )
    }

    /// A hatched rectangle.
    mutating func block(_ hatch: Hatch, x: String, y: String, width: String, height: String) {
        mark(
            "rect",
            ["class": hatch.rawValue, "x": x, "y": y, "width": width, "height": height, "fill": hatch.fill]
        )
    }

    /// A filled dot.
    mutating func dot(_ paint: Paint, at position: Position, radius: String) {
        mark(
            "circle",
            [
                "class": paint.name, "cx": percent(position.x), "cy": oneDecimal(position.y), "r": radius,
                "fill": paint.light,
            ]
        )
    }

    /// A hollow dot: not final yet.
    mutating func ring(_ paint: Paint = .openDot, at position: Position, radius: String) {
        mark(
            "circle",
            [
                "class": paint.name, "cx": percent(position.x), "cy": oneDecimal(position.y), "r": radius,
                "fill": Paint.page.light, "stroke": paint.light, "stroke-width": "2",
            ]
        )
    }

    /// Paths that are stretched across with the figure, while their strokes keep their width.
    mutating func stretched(height: Int, _ content: (inout Markup) -> Void) {
        let attributes: KeyValuePairs = [
            "width": "100%", "height": "\(height)", "viewBox": "0 0 100 \(height)", "preserveAspectRatio": "none",
        ]
        element("svg", attributes, content)
    }

    /// A line through `positions`, inside ``stretched(height:_:)``.
    mutating func path(_ paint: Paint, _ positions: [Position], width: String, dash: String? = nil) {
        let place: [(String, String)] = [
            ("class", paint.name), ("points", positions.map(\.pair).joined(separator: " ")), ("fill", "none"),
            ("stroke", paint.light), ("stroke-width", width),
        ]
        let dashes = dash.map { [("stroke-dasharray", $0)] } ?? []
        mark("polyline", place + dashes + [("vector-effect", "non-scaling-stroke")])
    }

    /// An area, inside ``stretched(height:_:)``.
    mutating func area(_ paint: Paint, _ positions: [Position]) {
        mark(
            "polygon",
            [
                "class": paint.name, "points": positions.map(\.pair).joined(separator: " "), "fill": paint.light,
            ]
        )
    }

    /// A text; its size does not change with the figure.
    mutating func words(_ text: String, _ paint: Paint, at place: LabelPlace, hasHalo: Bool = false) {
        let isStrong = paint.name.hasPrefix("lb")
        var attributes: [(String, String)] = [
            ("class", hasHalo ? "\(paint.name) halo" : paint.name), ("x", place.writtenX),
        ]
        if place.dx != 0 { attributes.append(("dx", oneDecimal(place.dx))) }
        attributes.append(("y", oneDecimal(place.baseline)))
        if place.anchor != .start { attributes.append(("text-anchor", place.anchor.rawValue)) }
        attributes += [("fill", paint.light), ("font-size", isStrong ? "14" : "13")]
        element("text", attributes, text: text)
    }

    private func written(
        _ place: KeyValuePairs<String, String>,
        width: String,
        dash: String?
    ) -> [(String, String)] {
        place.map { ($0.key, $0.value) } + (width == "1" ? [] : [("stroke-width", width)])
            + (dash.map { [("stroke-dasharray", $0)] } ?? [])
    }
}
