/// Where a text stands: percent across and pixels from there, pixels down to its base line.
struct LabelPlace: Equatable, Sendable {
    enum Anchor: String, Sendable {
        case start, middle, end
    }

    var x: Double
    var dx = 0.0
    var baseline: Double
    var anchor = Anchor.start

    /// Whole pixels left of the figure's edge, or percent of its width.
    var writtenX: String { x == 0 ? "0" : percent(x) }
}

/// Puts texts where they cover no other text, and as little of the lines as can be. The same texts always come to the
/// same places: nothing is measured. A figure has no width of its own, so each place is tried at the narrowest width a
/// page gives it and at wider ones.
struct LabelPlacer {
    /// Plot widths in pixels: a phone of 320, one of 390, half a laptop's page, all of it.
    static let plotWidths = [244.0, 314, 470, 1044]

    /// A rectangle in pixels.
    struct Box: Equatable {
        var left, right, top, bottom: Double

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        func holds(x: Double, y: Double) -> Bool { (left...right).contains(x) && (top...bottom).contains(y) }
    }

    let widths: [Double]
    /// Pixels down between which texts may stand.
    let rows: ClosedRange<Double>
    /// Lines that texts should not cover.
    let lines: [[Position]]
    private(set) var taken: [[Box]]

    init(widths: [Double] = Self.plotWidths, rows: ClosedRange<Double>, lines: [[Position]] = []) {
        self.widths = widths
        self.rows = rows
        self.lines = lines
        taken = widths.map { _ in [] }
    }

    /// The best of `places` for `text`, the first one of equals; `nil` where each would cover another text or leave the
    /// figure. The place is then taken.
    mutating func place(_ text: String, _ extent: TextExtent, at places: [LabelPlace]) -> LabelPlace? {
        var best: (cost: Int, place: LabelPlace)?
        for place in places {
            guard let cost = cost(of: text, extent, at: place), cost < best?.cost ?? .max else { continue }
            best = (cost, place)
        }
        if let place = best?.place { take(text, extent, at: place) }
        return best?.place
    }

    /// Keeps `place` from other texts.
    mutating func take(_ text: String, _ extent: TextExtent, at place: LabelPlace) {
        for index in widths.indices { taken[index].append(Self.box(of: text, extent, at: place, in: widths[index])) }
    }

    /// Keeps a dot from texts.
    mutating func take(_ dot: Position, radius: Double) {
        for index in widths.indices {
            let x = dot.x / 100 * widths[index]
            taken[index].append(
                Box(left: x - radius, right: x + radius, top: dot.y - radius, bottom: dot.y + radius)
            )
        }
    }

    /// The rectangle that `text` fills at most.
    static func box(of text: String, _ extent: TextExtent, at place: LabelPlace, in width: Double) -> Box {
        let x = place.x / 100 * width + place.dx
        let length = extent.width(of: text)
        let left =
            switch place.anchor {
            case .start: x
            case .middle: x - length / 2
            case .end: x - length
            }
        return Box(
            left: left,
            right: left + length,
            top: place.baseline - 0.8 * extent.size,
            bottom: place.baseline + 0.25 * extent.size
        )
    }

    /// How much line it covers; `nil` where it cannot stand.
    private func cost(of text: String, _ extent: TextExtent, at place: LabelPlace) -> Int? {
        var cost = 0
        for (index, width) in widths.enumerated() {
            let box = Self.box(of: text, extent, at: place, in: width)
            guard box.left >= -2, box.right <= width + 12, box.top >= rows.lowerBound, box.bottom <= rows.upperBound,
                !taken[index].contains(where: box.overlaps)
            else { return nil }
            cost += lines.reduce(0) { $0 + covered(of: $1, by: box, in: width) }
        }
        return cost
    }

    /// Points of a line, about four pixels apart, that lie under a box.
    private func covered(of line: [Position], by box: Box, in width: Double) -> Int {
        var count = 0
        for (start, end) in zip(line, line.dropFirst()) {
            let (x, y) = (start.x / 100 * width, start.y)
            let (across, down) = (end.x / 100 * width - x, end.y - y)
            let steps = max(1, Int(max(abs(across), abs(down)) / 4))
            for step in 0...steps {
                let share = Double(step) / Double(steps)
                if box.holds(x: x + share * across, y: y + share * down) { count += 1 }
            }
        }
        return count
    }
}
