/// How a group divides and comes together again, e.g. the leads that marketing handed to sales: a Sankey diagram of at
/// most three columns and eight nodes, grey but for one accent.
public struct HandOffFlow: Sendable, Equatable {
    /// The most columns and nodes.
    public static let (mostColumns, mostNodes) = (3, 8)

    /// A group.
    public struct Node: Sendable, Equatable {
        /// Its name; shortened where three lines do not hold it.
        public let name: String
        /// How many, in words.
        public let text: String
        /// 0 for the first column, 2 at most.
        public let column: Int

        /// A group.
        public init(_ name: String, text: String, column: Int) {
            self.name = name
            self.text = text
            self.column = column
        }
    }

    /// Those who went from one group to another.
    public struct Link: Sendable, Equatable {
        /// Indices of nodes.
        public let (from, to): (Int, Int)
        /// How many, 0 or more.
        public let count: Int
        /// Whether it is the one that matters, drawn blue.
        public let isAccent: Bool

        /// A flow.
        public init(from: Int, to: Int, count: Int, isAccent: Bool = false) {
            self.from = from
            self.to = to
            self.count = count
            self.isAccent = isAccent
        }

        /// Whether two flows are the same.
        public static func == (one: Link, other: Link) -> Bool {
            (one.from, one.to, one.count) == (other.from, other.to, other.count) && one.isAccent == other.isAccent
        }
    }

    /// Heading, ids and table.
    public let frame: FigureFrame
    /// The groups; those of a column in the order from top to bottom.
    public let nodes: [Node]
    /// The flows, each from a column to the next.
    public let links: [Link]

    /// A flow.
    /// - Precondition: 1…8 nodes in columns 0…2; links lead from a column to the next and are not negative.
    public init(frame: FigureFrame, nodes: [Node], links: [Link]) {
        precondition((1...Self.mostNodes).contains(nodes.count), "1…8 groups")
        precondition(nodes.allSatisfy { (0..<Self.mostColumns).contains($0.column) }, "at most three columns")
        precondition(
            links.allSatisfy {
                nodes.indices.contains($0.from) && nodes.indices.contains($0.to) && $0.count >= 0
                    && nodes[$0.from].column + 1 == nodes[$0.to].column
            },
            "a flow leads to the next column"
        )
        self.frame = frame
        self.nodes = nodes
        self.links = links
    }

    /// Whether a flow divides: of some group, two parts or more went different ways. Otherwise a table says it better.
    public static func isShown(_ links: [Link]) -> Bool {
        let real = links.filter { $0.count > 0 }
        return Set(real.map(\.from)).contains { from in real.count { $0.from == from } > 1 }
    }

    /// The complete `<figure>`.
    public func html() -> String {
        let layout = HandOffLayout(of: self)
        return frame.html { markup in
            frame.picture("chart", height: layout.height, to: &markup) { markup in
                markup.stretched(height: layout.height) { markup in
                    for stream in layout.streams { stream.write(to: &markup) }
                }
                for (node, box) in zip(nodes, layout.boxes) { box.write(column: node.column, to: &markup) }
                for (node, box) in zip(nodes, layout.boxes) { box.write(node, to: &markup) }
            }
        }
    }
}

extension HandOffLayout.Stream {
    fileprivate func write(to markup: inout Markup) {
        let middle = oneDecimal((start.x + end.x) / 2)
        let (left, right) = (oneDecimal(start.x), oneDecimal(end.x))
        let (top, foot) = (oneDecimal(start.y), oneDecimal(start.y + thickness))
        let (endTop, endFoot) = (oneDecimal(end.y), oneDecimal(end.y + thickness))
        let there = "M\(left),\(top) C\(middle),\(top) \(middle),\(endTop) \(right),\(endTop)"
        let back = "L\(right),\(endFoot) C\(middle),\(endFoot) \(middle),\(foot) \(left),\(foot) Z"
        let paint: Paint = isAccent ? .accent : .openLine
        markup.mark("path", ["class": paint.name, "d": "\(there) \(back)", "fill": paint.light])
    }
}

extension HandOffLayout.Box {
    /// The bar of a group: at the left edge of the first column, the right edge of the last, else in the middle.
    fileprivate func write(column: Int, to markup: inout Markup) {
        let shift = isLast ? "-8" : column == 0 ? nil : "-4"
        let paint: Paint = isAccent ? .bar : .lastWeek
        var attributes: [(String, String)] = [
            ("class", paint.name), ("x", percent(x)), ("y", oneDecimal(top)), ("width", "8"),
            ("height", oneDecimal(height)), ("fill", paint.light),
        ]
        if let shift { attributes.append(("transform", "translate(\(shift))")) }
        markup.mark("rect", attributes)
    }

    fileprivate func write(_ node: HandOffFlow.Node, to markup: inout Markup) {
        for (index, line) in (lines + [node.text]).enumerated() {
            let baseline = labelTop + HandOffLayout.lineHeight * Double(index) + 12
            let place = LabelPlace(x: x, baseline: baseline, anchor: anchor)
            markup.words(line, index == lines.count ? .ink : .tick, at: place, hasHalo: true)
        }
    }
}
