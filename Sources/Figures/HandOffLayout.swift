/// Where the groups and streams of a flow lie: percent across, pixels down. Each group's words stand above its bar, so
/// that they cover no other group's at any width.
struct HandOffLayout: Equatable {
    static let lineHeight = 16.0
    /// Pixels that the streams of the fullest column are thick together.
    private static let flow = 168.0
    /// Pixels between a bar and the words below it.
    private static let gap = 12.0
    /// Pixels across that a narrow page gives; what words take at most is counted generously.
    private static let narrowest = 318.0
    private static let mostLines = 3

    let height: Int
    /// One a node.
    let boxes: [Box]
    /// In the order drawn, the accent last.
    let streams: [Stream]

    struct Box: Equatable {
        let x: Double
        let anchor: LabelPlace.Anchor
        let lines: [String]
        let labelTop: Double
        let top: Double
        let height: Double
        let isAccent: Bool
        let isLast: Bool
    }

    struct Stream: Equatable {
        let start: Position
        let end: Position
        let thickness: Double
        let isAccent: Bool
    }

    init(of figure: HandOffFlow) {
        let links = figure.links.filter { $0.count > 0 }
        let sizes = figure.nodes.indices.map { node in
            max(
                links.reduce(0) { $0 + ($1.from == node ? $1.count : 0) },
                links.reduce(0) { $0 + ($1.to == node ? $1.count : 0) }
            )
        }
        let columns = (figure.nodes.map(\.column).max() ?? 0) + 1
        let fullest =
            (0..<columns).map { column in
                figure.nodes.indices.reduce(0) { $0 + (figure.nodes[$1].column == column ? sizes[$1] : 0) }
            }.max() ?? 0
        let scale = fullest > 0 ? Self.flow / Double(fullest) : 0
        var bottoms = Array(repeating: 0.0, count: columns)
        boxes = figure.nodes.indices.map { index in
            let node = figure.nodes[index]
            let lines = TextExtent.small.wrapped(node.name, to: Self.room(columns), lines: Self.mostLines)
            let labelTop = bottoms[node.column]
            let top = labelTop + Self.lineHeight * Double(lines.count + 1) + 4
            let height = max(sizes[index] > 0 ? 2 : 1, Double(sizes[index]) * scale)
            bottoms[node.column] = top + height + Self.gap
            let isLast = node.column == columns - 1 && columns > 1
            return Box(
                x: columns == 1 ? 0 : 100 * Double(node.column) / Double(columns - 1),
                anchor: isLast ? .end : node.column == 0 ? .start : .middle,
                lines: lines,
                labelTop: labelTop,
                top: top,
                height: height,
                isAccent: links.contains { $0.isAccent && ($0.to == index || $0.from == index) },
                isLast: isLast
            )
        }
        height = Int(((bottoms.max() ?? 0) - Self.gap + 4).rounded(.up))
        streams = Self.streams(links, boxes, scale: scale)
    }

    /// Pixels that a line of words may take.
    private static func room(_ columns: Int) -> Double { narrowest / Double(max(columns, 2)) - 6 }

    /// Each flow leaves and arrives below those to and from higher groups.
    private static func streams(_ links: [HandOffFlow.Link], _ boxes: [Box], scale: Double) -> [Stream] {
        var (left, arrived) = (boxes.map(\.top), boxes.map(\.top))
        let ordered = links.enumerated().sorted { one, other in
            let (a, b) = (one.element, other.element)
            return (boxes[a.from].top, boxes[a.to].top, one.offset) < (boxes[b.from].top, boxes[b.to].top, other.offset)
        }
        let streams = ordered.map { _, link in
            let thickness = Double(link.count) * scale
            defer {
                left[link.from] += thickness
                arrived[link.to] += thickness
            }
            return Stream(
                start: Position(x: boxes[link.from].x, y: left[link.from]),
                end: Position(x: boxes[link.to].x, y: arrived[link.to]),
                thickness: max(1, thickness),
                isAccent: link.isAccent
            )
        }
        return streams.filter { !$0.isAccent } + streams.filter(\.isAccent)
    }
}
